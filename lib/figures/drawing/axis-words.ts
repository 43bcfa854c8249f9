import type { Axis } from "../model.ts";

/** Units that the ticks themselves carry, such as the sign on the top one. */
const SAID_BY_TICKS: ReadonlyMap<string, string> = new Map([
  ["per cent", "%"],
  ["multiple", "×"],
]);

/** The title of an axis as a drawing sets it: without a unit that its ticks carry already, begun with a capital. */
export function axisWords({ title, ticks }: Pick<Axis, "title" | "ticks">): string {
  const parts = title.split("; ").filter((part) => {
    const sign = SAID_BY_TICKS.get(part);
    return sign === undefined || !ticks.some(({ text }) => text.includes(sign));
  });
  const words = parts.join("; ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
