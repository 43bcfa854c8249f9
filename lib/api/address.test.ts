import { expect, test } from "vitest";
import { address } from "./address.ts";

test.each([
  { what: "a path alone", made: address("/series/CAPE_M"), is: "/series/CAPE_M" },
  {
    what: "parameters that have a value",
    made: address("/", { asOf: "2024-08-01", rows: undefined }),
    is: "/?asOf=2024-08-01",
  },
  { what: "what an address cannot hold", made: address("/series", { q: "a&b c" }), is: "/series?q=a%26b+c" },
  {
    what: "a place on the page",
    made: address("/", { asOf: "2024-08-01" }, "figure-a"),
    is: "/?asOf=2024-08-01#figure-a",
  },
])("an address of $what", ({ made, is }) => {
  expect(made).toBe(is);
});
