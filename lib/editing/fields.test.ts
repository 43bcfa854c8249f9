import { describe, expect, test } from "vitest";
import { EDITED_TABLES, fieldNamesOf } from "./edited-table.ts";
import { formFields } from "./fields.ts";

describe("the fields of a form", () => {
  test.each(EDITED_TABLES)("of %s are those of the table, each with a label of its own", (table) => {
    const fields = formFields(table);
    expect(fields.map(({ name }) => name).sort()).toEqual([...fieldNamesOf(table)].sort());
    expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
  });

  // What the contracts of a data package say: a source has a licence, may lack the day it was published.
  test("ask for what a data package must have, and no more", () => {
    const required = formFields("sources").filter(({ isRequired }) => isRequired);
    expect(required.map(({ name }) => name)).toEqual([
      "key",
      "publisher",
      "title",
      "licence",
      "redistributable",
    ]);
  });

  test("offer the words of the contract, in order, and none where the field may be empty", () => {
    const field = (name: string) => formFields("series").find((each) => each.name === name);
    expect(field("visibility")).toMatchObject({
      kind: "choice",
      options: [
        { value: "public", label: "everyone" },
        { value: "private", label: "private: only editors, here" },
      ],
    });
    expect(field("scale")?.options.map(({ value }) => value)).toEqual([
      "",
      "1",
      "1000",
      "1000000",
      "1000000000",
      "1000000000000",
    ]);
    expect(field("plausibleMin")).toMatchObject({ kind: "number", isRequired: false, options: [] });
  });
});
