import { queryOptions } from "@tanstack/react-query";
import type { Drawable } from "../../lib/figures/model.ts";
import { getJson } from "./get-json.ts";

/** Which figure, and as known on which day (`undefined`: the latest). */
export interface FigureKey {
  readonly name: string;
  readonly asOf?: string | undefined;
}

export const figureKeys = {
  all: ["figures"] as const,
  detail: (key: FigureKey) => [...figureKeys.all, "detail", { name: key.name, asOf: key.asOf }] as const,
};

/** What one figure's chart is drawn from. It goes stale only with the store's revision, which `useRevision` watches. */
export const figureQuery = (name: string, { asOf }: { asOf?: string | undefined } = {}) =>
  queryOptions({
    queryKey: figureKeys.detail({ name, asOf }),
    queryFn: ({ signal }) => getJson<Drawable>(`/api/drawings/${encodeURIComponent(name)}`, { asOf }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
