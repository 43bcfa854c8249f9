import { aProblem, type Problem } from "./problem.ts";

/** What programs can read; capitals stand for a name of the caller's choice. */
export const RESOURCES = [
  "/api/v1/series",
  "/api/v1/series/CODE",
  "/api/v1/figures/NAME",
  "/api/v1/indicators",
  "/api/v1/indicators/NAME",
  "/api/v1/composite",
  "/api/v1/dashboard",
  "/api/v1/revision",
] as const;

/** What programs can use with a key, to upload; see `/docs/uploads`. */
export const UPLOAD_RESOURCES = [
  "/api/v1/uploads",
  "/api/v1/uploads/ID",
  "/api/v1/uploads/ID/problems",
  "/api/v1/uploads/ID/changes",
  "/api/v1/uploads/ID/commit",
] as const;

/** The problem of a path at which there is nothing. */
export function nothingAt(path: string): Problem {
  return aProblem(
    404,
    "unknown-path",
    "There is nothing at this address",
    `Nothing is at ${path}. What can be read: ${RESOURCES.join(", ")}. What uploads take (see /docs/uploads): ${UPLOAD_RESOURCES.join(", ")}.`,
  );
}
