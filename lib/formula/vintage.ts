import { childrenOf, type Node } from "./node.ts";

/**
 * Which reports the series that a formula names are read from: the first ones, those known now, some of each, or
 * none when it names no series. What `real` and `per_gdp` read without naming it does not count.
 */
export function vintageOf(node: Node): "first" | "now" | "both" | "none" {
  if (node.kind === "code") return "now";
  if (node.kind === "call" && node.name === "first") return "first";
  const inside = new Set(childrenOf(node).map(vintageOf));
  inside.delete("none");
  const [vintage = "none"] = inside;
  return inside.size > 1 ? "both" : vintage;
}
