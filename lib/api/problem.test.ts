import { expect, test } from "vitest";
import { aProblem, Problem, problemResponse } from "./problem.ts";

test("a problem travels as application/problem+json with its status in the body too (RFC 9457)", async () => {
  const response = problemResponse(
    aProblem(404, "unknown-series", "No such series", "No series has the code NOPE."),
  );
  expect(response.status).toBe(404);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(Problem.parse(await response.json())).toEqual({
    type: "urn:bubblescope:problem:unknown-series",
    title: "No such series",
    status: 404,
    detail: "No series has the code NOPE.",
  });
});
