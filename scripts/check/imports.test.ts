import { describe, expect, test } from "vitest";
import { violations } from "./imports.mjs";

const messages = (path: string, source: string) => violations(path, source).map(({ message }) => message);

describe("a breach is named", () => {
  test.each([
    {
      name: "lib importing db",
      path: "lib/series/series.ts",
      source: `import { open } from "../../db/open.ts";`,
      message: "lib must not import db: db/open.ts",
    },
    {
      name: "lib importing a type from db",
      path: "lib/series/series.ts",
      source: `import type { Row } from "../../db/schema/series.ts";`,
      message: "lib must not import db: db/schema/series.ts",
    },
    {
      name: "lib passing on what db exports",
      path: "lib/series/series.ts",
      source: `export { open } from "../../db/open.ts";`,
      message: "lib must not import db: db/open.ts",
    },
    {
      name: "lib loading db on demand",
      path: "lib/series/series.ts",
      source: `export const open = () => import("../../db/open.ts");`,
      message: "lib must not import db: db/open.ts",
    },
    {
      name: "lib importing React",
      path: "lib/figures/axes.ts",
      source: `import { useState } from "react";`,
      message: "lib must not import the package react",
    },
    {
      name: "lib importing Node",
      path: "lib/figures/axes.ts",
      source: `import { readFileSync } from "node:fs";`,
      message: "lib must not import the package node:fs",
    },
    {
      name: "lib reading the environment",
      path: "lib/env.ts",
      source: "export const port = process.env.PORT;",
      message: "lib must not use process: take the value as an argument",
    },
    {
      name: "lib reading the clock",
      path: "lib/env.ts",
      source: "export const today = () => Date.now();",
      message: "lib must not use Date.now: take the value as an argument",
    },
    {
      name: "lib making today's date",
      path: "lib/env.ts",
      source: "export const today = () => new Date();",
      message: "lib must not use new Date(): take the value as an argument",
    },
    {
      name: "lib fetching",
      path: "lib/env.ts",
      source: `export const page = () => fetch("https://example.org");`,
      message: "lib must not use fetch(): take the value as an argument",
    },
    {
      name: "db importing a page",
      path: "db/open.ts",
      source: `import { store } from "../app/_data/store.ts";`,
      message: "db must not import app/_data: app/_data/store.ts",
    },
    {
      name: "a page importing db",
      path: "app/series/page.tsx",
      source: `import { allSeries } from "../../db/queries/series.ts";`,
      message: "app must not import db: db/queries/series.ts",
    },
    {
      name: "a component importing a loader",
      path: "app/series/_components/list.tsx",
      source: `import { loadSeries } from "../../_data/series.ts";`,
      message: "components must not import app/_data: app/_data/series.ts",
    },
    {
      name: "a loader that could reach the browser",
      path: "app/_data/series.ts",
      source: `import { allSeries } from "../../db/queries/series.ts";`,
      message: `app/_data modules start with import "server-only"`,
    },
    {
      name: "the product importing a test's builder",
      path: "db/open.ts",
      source: `import { withEveryStore } from "./testing.ts";`,
      message: "only tests may import db/testing.ts",
    },
  ])("$name", ({ path, source, message }) => {
    expect(messages(path, source)).toEqual([message]);
  });
});

describe("what the rules allow passes", () => {
  test.each([
    { path: "lib/series/series.ts", source: `import { z } from "zod"; import { ok } from "../result.ts";` },
    { path: "lib/env.ts", source: `export const onset = new Date("1995-08-09");` },
    {
      path: "lib/env.ts",
      source: "export const text = (process: { env: string }) => 'process.env and Date.now()';",
    },
    { path: "lib/env.test.ts", source: `import { test } from "vitest"; import { cwd } from "node:process";` },
    { path: "app/_data/series.ts", source: `import "server-only"; import { open } from "../../db/open.ts";` },
    { path: "app/series/_components/list.tsx", source: `import type { Page } from "../../_data/series.ts";` },
    { path: "db/open.test.ts", source: `import { withEveryStore } from "./testing.ts";` },
    { path: "instrumentation.ts", source: `import { open } from "./db/open.ts";` },
  ])("$path: $source", ({ path, source }) => {
    expect(messages(path, source)).toEqual([]);
  });
});

test("a breach is found on its line", () => {
  expect(violations("lib/a.ts", `import { ok } from "./result.ts";\n\nimport "react";\n`)).toEqual([
    { line: 3, message: "lib must not import the package react" },
  ]);
});
