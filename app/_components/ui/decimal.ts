/**
 * An exact decimal as it is stored, for reading: thousands are set apart and the minus is a true one, and no digit is
 * added or lost. Missing is an en dash.
 */
export function formatDecimal(value: string | null): string {
  if (value === null) return "–";
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(\.\d+)?$/.exec(value) ?? [];
  if (whole === "") return value;
  return `${sign && "−"}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}
