import { describe, expect, test } from "vitest";
import { createStyleEvidence, findNumberStyle } from "./number-style.ts";

function found(numbers: readonly string[], isCommaLikely = false) {
  const { add, evidence } = createStyleEvidence();
  for (const number of numbers) add(number);
  return findNumberStyle(evidence(), isCommaLikely);
}

const style = (decimal: string, group: string) => ({ decimal, group });

describe("the whole column decides how its numbers are written", () => {
  test.each<[string[], object]>([
    [["35.5", "1,234"], style("point", "comma")],
    [["35,5", "1.234"], style("comma", "point")],
    [["1,234.5"], style("point", "comma")],
    [["1.234,5"], style("comma", "point")],
    [["1,234,567"], style("point", "comma")],
    [["1.234.567"], style("comma", "point")],
    [["1 234,56"], style("comma", "space")],
    [["1\u202f234"], style("point", "space")],
    [["1'234.5"], style("point", "apostrophe")],
    [["0,123"], style("comma", "none")],
    [["1234,567"], style("comma", "none")],
    [["12", "1500"], style("point", "none")],
    [["$35.5B", "$1,200M"], style("point", "comma")],
    [["35,5 Mrd"], style("comma", "none")],
    [["1.234", "5.25"], style("point", "none")],
    [["1.234", "12.345"], style("point", "none")],
    [["n/a", ""], style("point", "none")],
  ])("%j", (numbers, expected) => {
    expect(found(numbers).value).toEqual(expected);
  });

  test.each([
    [["1,234"], false, "1,234 may be thousands or decimals, and no other number decides it"],
    [["1,234", "12,500", "7"], false, "1,234 may be thousands or decimals, and no other number decides it"],
    [["1.234"], true, "1.234 may be thousands in a file with decimal commas"],
  ])("%j with other signs of commas: %s is left to the editor", (numbers, isCommaLikely, because) => {
    expect(found(numbers, isCommaLikely)).toEqual({ value: null, confidence: 0, because, isStated: true });
  });

  test("both styles in one column are proposed with little confidence, the commoner one", () => {
    expect(found(["35.5", "36.5", "37,5"])).toEqual({
      value: style("point", "none"),
      confidence: 0.3,
      because: "2 numbers such as 35.5 have a decimal point and 1 such as 37,5 a decimal comma",
      isStated: true,
    });
  });
});
