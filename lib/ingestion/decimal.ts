const EXACT = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Whether the text is an exact decimal: digits, a point, a minus; no exponent, no separators, no unit. */
export function isDecimal(text: string): boolean {
  return EXACT.test(text);
}

/** Whether two exact decimals are the same number: `70.0` and `70`, `-0` and `0`. */
export function isSameDecimal(a: string, b: string): boolean {
  return shortest(a) === shortest(b);
}

function shortest(decimal: string): string {
  const short = decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
  return short === "-0" ? "0" : short;
}

/**
 * What a value that is not an exact decimal should become, as the end of a sentence. Only readings that
 * cannot be mistaken are spelled out; anything else is left to the person who knows the source.
 */
export function decimalRemedy(text: string): string {
  const bare = text.replace(/^\+/, "");
  const plain = "write plain digits with a point for decimals, such as 35.5";
  const candidates: readonly (string | null)[] = [
    bare,
    /^-?\d+,\d{1,2}$/.test(bare) ? bare.replace(",", ".") : null,
    /^-?\d{1,3}(,\d{3}){2,}$|^-?\d{1,3}(,\d{3})+\.\d+$/.test(bare) ? bare.replaceAll(",", "") : null,
    /^-?\d{1,3}([  '’]\d{3})+(\.\d+)?$/.test(bare) ? bare.replace(/[  '’]/g, "") : null,
    /^-?\.\d+$/.test(bare) ? bare.replace(".", "0.") : null,
    /^-?\d+\.$/.test(bare) ? bare.slice(0, -1) : null,
    /^-?0+\d+(\.\d+)?$/.test(bare) ? bare.replace(/^(-?)0+(?=\d)/, "$1") : null,
    /^\(\d+(\.\d+)?\)$/.test(bare) ? `-${bare.slice(1, -1)}` : null,
    /^−\d/.test(bare) ? bare.replace("−", "-") : null,
  ];
  const found = candidates.find((candidate) => candidate !== null && isDecimal(candidate));
  if (found) return `write ${found}`;
  if (/^-?\d+(\.\d+)?e[+-]?\d+$/i.test(bare)) return "write it without an exponent";
  if (/^(-|—|n\/?a|null|nan|\.+)$/i.test(text)) return "leave the cell empty when there is no value";
  if (/[$€£¥%]|[a-z]/i.test(text)) {
    return "write the number alone; the unit and the scale belong to the series";
  }
  return plain;
}
