import { aProblem, type Problem } from "./problem.ts";

/** The problem of a name that no figure has. */
export function unknownFigure(name: string): Problem {
  return aProblem(404, "unknown-figure", "No such figure", `No figure is named “${name}”.`);
}
