"use client";

import { useMemo } from "react";
import { invariant } from "../../../lib/invariant.ts";
import { shelve, shelved } from "./markup-shelf.ts";

interface AdoptedMarkupProps {
  /** Names the piece of HTML: the same name is always the same piece. */
  readonly id: string;
  /** The piece itself, for a page that comes without a document. */
  readonly html?: string;
  readonly className?: string;
}

/** A piece of the server's HTML that the browser takes from the document, so that the page's data need not repeat it. */
export function AdoptedMarkup({ id, html, className }: AdoptedMarkupProps) {
  const known = useMemo(() => shelved(id) ?? html ?? adopt(id), [id, html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own markup, all of its text escaped
  return <div id={id} className={className} dangerouslySetInnerHTML={{ __html: known }} />;
}

/** Takes the piece from the document it came in, and keeps it for when the reader comes back to the page. */
function adopt(id: string): string {
  invariant(typeof document !== "undefined", `the markup ${id} is laid down before it is written`);
  const html = document.getElementById(id)?.innerHTML ?? "";
  shelve(id, html);
  return html;
}
