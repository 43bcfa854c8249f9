import { queryOptions } from "@tanstack/react-query";
import type { RevisionView } from "../../lib/api/revision.ts";
import { getJson } from "./get-json.ts";

const revisionKeys = {
  all: ["revision"] as const,
};

/** The store's revision: a few bytes, asked for every minute and whenever the window is looked at again. */
export const revisionQuery = () =>
  queryOptions({
    queryKey: revisionKeys.all,
    queryFn: ({ signal }) => getJson<RevisionView>("/api/v1/revision", {}, signal),
    staleTime: 0,
    refetchInterval: 60_000,
    refetchOnWindowFocus: "always",
  });
