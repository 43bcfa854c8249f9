import { describe, expect, test } from "vitest";
import { planPackage } from "../../ingestion/ingest.ts";
import { aPackage, EMPTY_STORE, TODAY } from "../../ingestion/testing.ts";
import { AS_FOUND, FREELY, within } from "../testing.ts";
import { zipOf } from "../testing-workbook.ts";
import { openUpload } from "./open-upload.ts";
import { fileOf } from "./upload-file.ts";

const files = Object.fromEntries(aPackage());

async function open(parts: Readonly<Record<string, string | Uint8Array>>, control = FREELY) {
  return openUpload(fileOf("package.zip", zipOf(parts)), AS_FOUND, control);
}

test("a zipped data package is planned like the starter catalogue", async () => {
  const opened = await open(files);
  if (!opened.ok || opened.value.kind !== "package") throw new Error("no package");
  expect(opened.value.files).toEqual(aPackage());
  expect(await planPackage(EMPTY_STORE, opened.value.files, TODAY)).toMatchObject({ ok: true });
});

test("a package may lie in a folder, and other files beside it are passed over", async () => {
  const inside = Object.fromEntries(Object.entries(files).map(([path, text]) => [`my-data/${path}`, text]));
  const opened = await open({ ...inside, "my-data/README.md": "words", "__MACOSX/x.csv": "a" });
  expect(opened).toMatchObject({ ok: true, value: { kind: "package", files: aPackage() } });
});

describe("a package that cannot be read is refused", () => {
  test.each([
    [
      "a name that leads out",
      { ...files, "../sources.csv": "x" },
      FREELY,
      { kind: "unsafe-name", name: "../sources.csv" },
    ],
    [
      "a name from the root",
      { ...files, "/etc/x.csv": "x" },
      FREELY,
      { kind: "unsafe-name", name: "/etc/x.csv" },
    ],
    [
      "a file that is not UTF-8",
      { ...files, "series.csv": Uint8Array.from([0x61, 0xe4, 0x0a]) },
      FREELY,
      { kind: "encoding-unreadable" },
    ],
    [
      "more than may be unzipped",
      files,
      within({ unzippedBytes: 1000 }),
      { kind: "zip-bomb", limit: "unzippedBytes" },
    ],
  ])("%s", async (_, parts, control, error) => {
    expect(await open(parts, control)).toMatchObject({ ok: false, error });
  });
});
