/** Sizes of text in a drawing, px. */
export const TEXT_SIZE = 13;
export const VALUE_SIZE = 15;
export const LINE_HEIGHT = 16;

/**
 * Advance widths of Source Sans 3 at weight 600 with tabular figures, in thousandths of the size, measured from
 * the font in Chromium. Weight 400 is 2 to 4 % narrower.
 */
const WIDTHS: readonly [number, string][] = [
  [200, " "],
  [263, "ij"],
  [282, "'.,:;·’‘Il|"],
  [324, "!f()[]{}-"],
  [373, "rt/°\\"],
  [444, "sz?*"],
  [482, '"“”–c'],
  [500, "vyJxL_"],
  [513, "0123456789$+=<>−×£#~^aegFYé€"],
  [549, "ES≠TXZVAonhk`"],
  [564, "bdpquü"],
  [597, "BKRPC"],
  [625, "DG&"],
  [663, "HNUO"],
  [674, "Q"],
  [748, "wM"],
  [843, "m%W½"],
  [875, "@"],
  [964, "…—"],
];
const WIDTH_OF = new Map(WIDTHS.flatMap(([width, chars]) => Array.from(chars, (char) => [char, width])));
/** A character that is not in the table is taken to be as wide as a wide letter. */
const UNKNOWN_WIDTH = 700;
const REGULAR_TO_BOLD = 0.98;

/** Approximate width in px of one line of text in Source Sans 3; errs on the wide side. */
export function textWidth(text: string, size: number = TEXT_SIZE, bold = false): number {
  let thousandths = 0;
  for (const char of text) thousandths += WIDTH_OF.get(char) ?? UNKNOWN_WIDTH;
  return (thousandths * size * (bold ? 1 : REGULAR_TO_BOLD)) / 1000;
}

/**
 * Breaks text at spaces into lines of at most `maxWidth` px, at most `maxLines` of them and no more than it needs,
 * about as long as one another; what does not fit ends in an ellipsis. A word wider than a line is cut in the same way.
 */
export function wrapText(text: string, maxWidth: number, maxLines: number, bold = false): string[] {
  let best = filled(text, maxWidth, maxLines, bold);
  if (best.length < 2 || best.at(-1)?.endsWith("…")) return best;
  let tooNarrow = maxWidth / best.length - 1;
  let enough = maxWidth;
  while (enough - tooNarrow > 1) {
    const width = (tooNarrow + enough) / 2;
    const lines = filled(text, width, maxLines, bold);
    const isWhole = lines.length === best.length && !lines.some((line) => line.endsWith("…"));
    if (isWhole) [best, enough] = [lines, width];
    else tooNarrow = width;
  }
  return best;
}

/** Lines as full as they can be. */
function filled(text: string, maxWidth: number, maxLines: number, bold: boolean): string[] {
  const lines: string[] = [];
  let rest = text.trim().split(/\s+/).filter(Boolean);
  while (rest.length > 0 && lines.length < maxLines) {
    let taken = 1;
    while (taken < rest.length && fits(rest.slice(0, taken + 1).join(" "), maxWidth, bold)) taken += 1;
    const isLast = lines.length === maxLines - 1;
    const line = (isLast ? rest : rest.slice(0, taken)).join(" ");
    lines.push(fits(line, maxWidth, bold) ? line : cut(line, maxWidth, bold));
    rest = rest.slice(taken);
  }
  return lines;
}

function fits(text: string, maxWidth: number, bold: boolean): boolean {
  return textWidth(text, TEXT_SIZE, bold) <= maxWidth;
}

function cut(text: string, maxWidth: number, bold: boolean): string {
  const chars = Array.from(text);
  while (chars.length > 1 && !fits(`${chars.join("").trimEnd()}…`, maxWidth, bold)) chars.pop();
  return `${chars.join("").trimEnd()}…`;
}
