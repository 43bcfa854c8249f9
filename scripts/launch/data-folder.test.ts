import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { requireWritable } from "./data-folder.mjs";

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "bubblescope-folder-"));
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

test("every level of the folder that is missing is made", () => {
  const folder = join(place, "a/b/c");
  requireWritable(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

test("processes that make one folder at the same time all find it made", async () => {
  const folder = join(place, ...Array.from({ length: 200 }, () => "deep"));
  const script = `
    import { requireWritable } from ${JSON.stringify(new URL("data-folder.mjs", import.meta.url).href)};
    process.stdin.resume().once("data", () => { requireWritable(${JSON.stringify(folder)}); process.exit(0); });
    console.log("waiting");
  `;
  const makers = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  const codes = makers.map((maker) => once(maker, "close").then(([code]) => code));
  await Promise.all(makers.map((maker) => once(maker.stdout, "data")));
  for (const maker of makers) maker.stdin.write("go\n");
  expect(await Promise.all(codes)).toEqual([0, 0, 0, 0]);
});
