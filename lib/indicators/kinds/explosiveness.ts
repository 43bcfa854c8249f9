import { err } from "../../result.ts";
import type { Kind } from "./kind.ts";

/** The test of a series for an explosive root. */
export const explosiveness: Kind = {
  method: "A recursive right-tailed unit-root test with a wild bootstrap.",
  follow: () => err("the test has not been run"),
};
