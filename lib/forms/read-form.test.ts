import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readForm } from "./read-form.ts";

const Contract = z.object({
  name: z.string().trim().min(1, "Give a name."),
  password: z.string().min(12, "Choose at least 12 characters."),
  scopes: z.array(z.enum(["read", "upload"])).min(1, "Choose at least one."),
});

function aForm(fields: Record<string, string | readonly string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) form.append(name, each);
  }
  return form;
}

const read = (fields: Record<string, string | readonly string[]>) =>
  readForm(Contract, aForm(fields), { lists: ["scopes"] });

describe("a form", () => {
  test("is read by its contract, lists as lists, whatever the framework adds", () => {
    const sent = { $ACTION_1: "x", name: " Ada ", password: "a long password", scopes: ["read", "upload"] };
    expect(read(sent)).toEqual({
      ok: true,
      value: { name: "Ada", password: "a long password", scopes: ["read", "upload"] },
    });
  });

  test("that is wrong says so beside each field, and gives back what was typed but not the password", () => {
    const refused = read({ $ACTION_1: "x", name: "", password: "short", email: "ada@example.org" });
    expect(refused).toEqual({
      ok: false,
      error: {
        outcome: "refused",
        message: "3 fields need another look.",
        errors: {
          name: "Give a name.",
          password: "Choose at least 12 characters.",
          scopes: "Choose at least one.",
        },
        values: { name: "", email: "ada@example.org" },
      },
    });
  });
});
