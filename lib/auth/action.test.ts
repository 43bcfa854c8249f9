import { describe, expect, test } from "vitest";
import { ACTIONS, keyMay, roleMay } from "./action.ts";
import { KEY_SCOPES } from "./key-scope.ts";
import { ROLES } from "./role.ts";

// The product's own rules: a reader has only an account, an editor changes data, an admin also people, keys and who saw what.
const READER = ["sign-out", "manage-own-account"];
const EDITOR = [...READER, "upload", "commit", "roll-back", "edit"];
const ADMIN = [...EDITOR, "manage-people", "manage-keys", "read-audit"];

test.each([
  { role: "reader" as const, may: READER },
  { role: "editor" as const, may: EDITOR },
  { role: "admin" as const, may: ADMIN },
])("$role may do just what is theirs", ({ role, may }) => {
  expect(ACTIONS.filter((action) => roleMay(role, action))).toEqual(may);
});

test("every role may do all that the one before it may", () => {
  for (const action of ACTIONS) {
    const mays = ROLES.map((role) => roleMay(role, action));
    expect(mays, action).toEqual([...mays].sort());
  }
});

describe("an API key", () => {
  test.each([
    { scope: "upload" as const, may: ["upload"] },
    { scope: "commit" as const, may: ["commit"] },
  ])("with the scope $scope may do that and nothing else", ({ scope, may }) => {
    expect(ACTIONS.filter((action) => keyMay([scope], action))).toEqual(may);
  });

  test("with every scope still cannot touch people, keys, accounts or the audit log", () => {
    const all = ACTIONS.filter((action) => keyMay(KEY_SCOPES, action));
    expect(all).toEqual(["upload", "commit"]);
  });
});
