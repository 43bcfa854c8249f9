import { err, ok, type Result } from "../../../result.ts";
import type { Watch } from "../control.ts";
import type { ReadRefusal } from "../refusal.ts";
import type { Archive } from "../zip/archive.ts";
import { readWhole } from "./part.ts";

/**
 * Reads the texts that cells refer to by number (ECMA-376, part 1, 18.4.9). The runs of a rich text are joined; what it
 * says of its pronunciation is not part of it. Errors: those of the part; `zip-bomb` for more text than the limit.
 */
export async function readSharedText(
  archive: Archive,
  part: string | null,
  watch: Watch,
): Promise<Result<readonly string[], ReadRefusal>> {
  const texts: string[] = [];
  if (part === null || !archive.has(part)) return ok(texts);
  const most = watch.limits.sharedText;
  const item = createTextItem();
  let length = 0;
  const refusal = await readWhole(
    archive,
    part,
    {
      open(name) {
        if (name === "si") item.start();
        item.open(name);
        return null;
      },
      text(text) {
        length += item.text(text);
        return length > most ? { kind: "zip-bomb", limit: "sharedText", most, part } : null;
      },
      close(name) {
        item.close(name);
        if (name === "si") texts.push(item.take());
        return null;
      },
    },
    watch,
  );
  return refusal ? err(refusal) : ok(texts);
}

/** Gathers the text of one string item, shared or in a cell. */
export function createTextItem() {
  let text = "";
  let isText = false;
  let isPhonetic = false;
  return {
    start() {
      text = "";
    },
    open(name: string) {
      if (name === "rPh") isPhonetic = true;
      if (name === "t") isText = !isPhonetic;
    },
    /** Answers how many characters were taken. */
    text(part: string): number {
      if (!isText) return 0;
      text += part;
      return part.length;
    },
    close(name: string) {
      if (name === "rPh") isPhonetic = false;
      if (name === "t") isText = false;
    },
    take: () => unescaped(text),
  };
}

/** Characters that XML cannot hold stand as `_x000D_` in a workbook, and an underscore before such as `_x005F_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
