/** Marks of direction, zero-width characters, soft hyphens and byte-order marks: they show nothing and mean nothing here. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** Everything outside printable ASCII, or a space at an end: what plain cells do not have. */
const UNUSUAL = /^ | $|[^ -~]/;

/** A cell's text as it can be seen: without characters that show nothing and without spaces at its ends. */
export function visibleText(text: string): string {
  return UNUSUAL.test(text) ? text.replace(INVISIBLE, "").trim() : text;
}

/** Whether a text has characters that show nothing. */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) !== -1;
}

/** Whether a text has control characters that no cell should hold; tabs and line ends are none of them. */
export function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
}

/** The digits of other scripts as ASCII ones, with the marks that go with them: `１２３`, `١٢٣`. */
export function asciiDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll("٫", ".")
    .replaceAll("٬", "")
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Digits of each script follow one another, zero first, in blocks that begin at a multiple of ten or sixteen. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
