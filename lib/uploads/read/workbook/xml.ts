import { SaxesParser } from "saxes";
import type { ReadRefusal } from "../refusal.ts";

/** What is done with the elements of a part; names come without their namespace prefix. A refusal ends the reading. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): ReadRefusal | null | undefined;
  close?(name: string): ReadRefusal | null | undefined;
  text?(text: string): ReadRefusal | null | undefined;
}

/** Reads one XML part as its text comes. */
export interface XmlReader {
  push(text: string): ReadRefusal | null;
  end(): ReadRefusal | null;
}

const DEEPEST = 64;
/** Characters without the end of a tag or a text: more than the longest cell, all of it written as entities. */
const LONGEST_TOKEN = 1_000_000;

/**
 * Makes a reader of one part of a workbook.
 *
 * Errors: `entity` for any document type declaration, without which no entity can be defined and none grows;
 * `damaged` for XML that is not well formed, too deep, or holds one token longer than any cell.
 */
export function createXmlReader(part: string, handlers: XmlHandlers): XmlReader {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let refusal: ReadRefusal | null = null;
  let depth = 0;
  let sinceToken = 0;

  const refuse = (found: ReadRefusal | null | undefined) => {
    refusal ??= found ?? null;
  };
  const damaged = (because: string) => refuse({ kind: "damaged", part, because });

  parser.on("error", (error) => damaged(error.message));
  parser.on("doctype", () => refuse({ kind: "entity", part }));
  parser.on("opentag", ({ name, attributes }) => {
    sinceToken = 0;
    depth += 1;
    if (depth > DEEPEST) damaged(`its elements lie more than ${DEEPEST} deep`);
    if (refusal === null) refuse(handlers.open?.(localName(name), attributes));
  });
  parser.on("closetag", ({ name }) => {
    sinceToken = 0;
    depth -= 1;
    if (refusal === null) refuse(handlers.close?.(localName(name)));
  });
  parser.on("text", (text) => {
    sinceToken = 0;
    if (refusal === null) refuse(handlers.text?.(text));
  });
  parser.on("cdata", (text) => {
    sinceToken = 0;
    if (refusal === null) refuse(handlers.text?.(text));
  });

  return {
    push(text) {
      sinceToken += text.length;
      parser.write(text);
      if (sinceToken > LONGEST_TOKEN) damaged(`one of its texts or tags is longer than ${LONGEST_TOKEN}`);
      return refusal;
    },
    end() {
      parser.close();
      return refusal;
    },
  };
}

function localName(name: string): string {
  const at = name.indexOf(":");
  return at === -1 ? name : name.slice(at + 1);
}
