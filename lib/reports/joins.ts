import type { Node } from "../formula/index.ts";
import type { Period } from "../periods/period.ts";
import type { SeriesType } from "../series/series.ts";

/**
 * The series that a formula joins though one compiler publishes them side by side, the codes of each compiler in the
 * order of reading: AI's funding and all funding, by Crunchbase. A value of one of them belongs to the values of the
 * others that the same report gave. Values chosen at different periods were never of one report, and companies report
 * each for itself, so these do not count.
 */
export function joinedByOneCompiler(
  root: Node,
  typeOf: (code: string) => SeriesType | undefined,
): string[][] {
  const together = new Map<string, Set<string>>();
  const visit = (node: Node): void => {
    if (node.kind === "binary") {
      for (const { code, at } of codesUnder(node, null)) {
        const type = typeOf(code);
        if (!type || type.universe === "" || type.geography === "COMPANY") continue;
        const name = `${type.universe} ${at}`;
        together.set(name, (together.get(name) ?? new Set()).add(code));
      }
    } else if (node.kind !== "number" && node.kind !== "code") visit(node.operand);
  };
  visit(root);
  return [...together.values()].filter(({ size }) => size > 1).map((codes) => [...codes]);
}

/** Whether a formula asks for first reports by name, and so chooses its reports itself. */
export function choosesReports(node: Node): boolean {
  if (node.kind === "number" || node.kind === "code") return false;
  if (node.kind === "binary") return choosesReports(node.left) || choosesReports(node.right);
  return (node.kind === "call" && node.name === "first") || choosesReports(node.operand);
}

/** The codes under a node, each with the period it is chosen at, `null` for every period. */
function codesUnder(node: Node, at: Period | null): { readonly code: string; readonly at: Period | null }[] {
  switch (node.kind) {
    case "number":
      return [];
    case "code":
      return [{ code: node.code, at }];
    case "binary":
      return [...codesUnder(node.left, at), ...codesUnder(node.right, at)];
    case "select":
      return codesUnder(node.operand, node.period);
    default:
      return codesUnder(node.operand, at);
  }
}
