import type { FigureModel, Terms } from "../figures/model.ts";
import { aProblem, type Problem } from "./problem.ts";

/** A series whose values may be drawn but not passed on, with the terms that say so. */
export interface Withheld {
  readonly code: string;
  readonly by: Terms;
}

/** Why the values of a series are not given to programs. */
export function seriesWithheld({ code, by }: Withheld): Problem {
  return withheld(
    `${by.publisher} does not allow its values to be passed on (licence: ${by.licence}). Figures that draw ${code} may be used; for the values, go to the publisher${by.url ? `: ${by.url}` : ""}.`,
  );
}

/**
 * Why a figure is not given to programs, or `null` when it is. One series that may not be passed on is enough,
 * whatever formula reads it: a share of GDP, a growth rate or an index gives the series back to whoever has the
 * other part, so no formula makes it another's.
 */
export function figureWithheld({ name, sources }: Pick<FigureModel, "name" | "sources">): Problem | null {
  const named = sources.flatMap(({ series }) =>
    series.flatMap(({ code, withheldBy: by }) => (by ? [[code, by] as const] : [])),
  );
  if (named.length === 0) return null;
  const terms = [...new Map(named)].map(([code, by]) => `${code} (${by.publisher}; licence: ${by.licence})`);
  return withheld(
    `The figure ${name} is made of values that may not be passed on, as they are or worked up: ${terms.join("; ")}. It may be looked at and cited where it is shown; for the values, go to the publishers.`,
  );
}

function withheld(detail: string): Problem {
  return aProblem(403, "not-redistributable", "These values may be drawn but not downloaded", detail);
}
