import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { stagedObservation, upload, uploadPart } from "../schema/index.ts";
import { withEveryStore } from "../testing.ts";
import { aStagedUpload, granted, stagedRows } from "../testing-uploads.ts";
import { clearLeftBehind } from "./clear.ts";
import { mappingsFor, rememberMapping } from "./column-mappings.ts";
import { keepFile, readFile } from "./file.ts";
import { problemsOf } from "./problems.ts";
import { createUpload, discardUpload, findUpload, openUploads, saveSettings } from "./uploads.ts";

withEveryStore("uploads", (store) => {
  const db = () => store().db;
  const stage = (rows: ReturnType<typeof stagedRows>) => aStagedUpload(db(), rows);
  const create = (author = "ada") => createUpload(db(), { author, fileName: "values.csv" });

  test("an upload is found by an id of 128 random bits, and by no other", async () => {
    const created = await create();
    expect(created).toMatchObject({ state: "staging", author: "ada", fileName: "values.csv", errors: 0 });
    expect(Buffer.from(created.id, "base64url")).toHaveLength(16);
    expect((await create()).id).not.toBe(created.id);
    expect(await findUpload(db(), created.id)).toEqual(created);
    expect(await findUpload(db(), "1")).toBeNull();
  });

  test("the open uploads of everyone are listed newest first, to be resumed", async () => {
    const [first, second, third] = [await create("bob"), await create("ada"), await create("bob")];
    await discardUpload(db(), second.id);
    const ours = new Set([first.id, second.id, third.id]);
    const listed = (await openUploads(db())).map(({ id }) => id).filter((id) => ours.has(id));
    expect(listed).toEqual([third.id, first.id]);
    const page = async (offset: number) =>
      (await openUploads(db(), { offset, limit: 1 })).map(({ id }) => id);
    expect([await page(0), await page(1)]).toEqual([[third.id], [first.id]]);
  });

  test("the choices of an editor are kept as they are", async () => {
    const { id } = await create();
    const settings = { sheet: "Data", scale: 1e9, left: [3, null], nested: { decimal: "," } };
    expect(granted(await saveSettings(db(), id, settings))).toMatchObject({ settings });
    expect((await findUpload(db(), id))?.settings).toEqual(settings);
  });

  describe("the file of an upload", () => {
    /** Bytes that do not repeat, so that a part that is lost or out of place shows. */
    const bytesOf = (length: number) => {
      const bytes = new Uint8Array(length);
      for (let at = 0, state = 1; at < length; at += 1) {
        state = (state * 48_271) % 2_147_483_647;
        bytes[at] = state;
      }
      return bytes;
    };
    async function* inChunks(bytes: Uint8Array, size: number) {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const readBack = async (id: string) => {
      const parts: Uint8Array[] = [];
      for await (const part of readFile(db(), id)) parts.push(part);
      return Buffer.concat(parts);
    };

    test.each([
      { length: 0, chunk: 1, parts: 0 },
      { length: 1, chunk: 1, parts: 1 },
      { length: 262_144, chunk: 65_536, parts: 1 },
      { length: 700_001, chunk: 100_003, parts: 3 },
    ])("of $length bytes comes back byte for byte, with its SHA-256", async ({ length, chunk, parts }) => {
      const { id } = await create();
      const bytes = bytesOf(length);
      const before = await db().$count(uploadPart);
      const fileHash = createHash("sha256").update(bytes).digest("hex");
      expect(granted(await keepFile(db(), id, inChunks(bytes, chunk)))).toEqual({
        byteSize: length,
        fileHash,
      });
      expect(await findUpload(db(), id)).toMatchObject({ byteSize: length, fileHash });
      expect((await db().$count(uploadPart)) - before).toBe(parts);
      expect(Buffer.compare(await readBack(id), bytes)).toBe(0);
    });

    test("that comes again replaces the one before", async () => {
      const { id } = await create();
      granted(await keepFile(db(), id, inChunks(bytesOf(600_000), 200_000)));
      granted(await keepFile(db(), id, inChunks(bytesOf(10), 10)));
      expect(await readBack(id)).toHaveLength(10);
    });

    test("with more bytes than are allowed is refused and not kept", async () => {
      const { id } = await create();
      const refused = await keepFile(db(), id, inChunks(bytesOf(11), 4), { maxBytes: 10 });
      expect(refused).toEqual({ ok: false, error: { kind: "too-large", maxBytes: 10 } });
      expect(await readBack(id)).toHaveLength(0);
      expect(await keepFile(db(), id, inChunks(bytesOf(10), 4), { maxBytes: 10 })).toMatchObject({
        ok: true,
      });
    });

    test("that stops coming in halfway is not taken for whole, nor for the one before", async () => {
      const { id } = await create();
      granted(await keepFile(db(), id, inChunks(bytesOf(10), 10)));
      async function* broken() {
        yield bytesOf(300_000);
        throw new Error("the connection was closed");
      }
      await expect(keepFile(db(), id, broken())).rejects.toThrow("the connection was closed");
      expect(await findUpload(db(), id)).toMatchObject({ byteSize: 0, fileHash: null });
    });
  });

  test("a discarded upload keeps nothing but its name, and can be neither changed nor read", async () => {
    const problem = {
      severity: "error",
      row: 2,
      column: "value",
      value: "x",
      rule: "decimal",
      remedy: "mend",
    } as const;
    const id = await aStagedUpload(db(), stagedRows("S", [{ period: "2024", value: "1" }]), [problem]);
    async function* file() {
      yield new Uint8Array(10);
    }
    granted(await keepFile(db(), id, file()));
    expect(granted(await discardUpload(db(), id))).toMatchObject({ state: "discarded", settings: {} });

    expect(await findUpload(db(), id)).toMatchObject({ state: "discarded", fileName: "values.csv" });
    expect(await problemsOf(db(), id, { offset: 0, limit: 10 })).toEqual([]);
    for await (const _ of readFile(db(), id)) expect.fail("its file is kept");
    const gone = { ok: false, error: { kind: "no-open-upload", id } };
    expect(await discardUpload(db(), id)).toEqual(gone);
    expect(await saveSettings(db(), id, {})).toEqual(gone);
    expect(await keepFile(db(), id, file())).toEqual(gone);
  });

  test("what a killed process left of an ended upload is cleared, and an open one is left alone", async () => {
    const rows = stagedRows("S", [{ period: "2024", value: "1" }]);
    const [ended, open] = [await stage(rows), await stage(rows)];
    const left = await db().$count(stagedObservation);
    await db().update(upload).set({ state: "discarded" }).where(eq(upload.id, ended));
    expect(await clearLeftBehind(db())).toBe(1);
    expect(await db().$count(stagedObservation)).toBe(left - 1);
    expect(await findUpload(db(), open)).toMatchObject({ state: "staged", rowsStaged: 1 });
    expect(await clearLeftBehind(db())).toBe(0);
    granted(await discardUpload(db(), open));
  });

  test("discarding one leaves another as it is, and does not wait for who is at work on it", async () => {
    const rows = stagedRows("S", [{ period: "2024", value: "1" }]);
    const [earlier, id, later] = [await stage(rows), await stage(rows), await stage(rows)];
    granted(await discardUpload(db(), id));
    expect(await db().$count(stagedObservation)).toBe(2);
    granted(await discardUpload(db(), earlier));
    expect(await db().$count(stagedObservation)).toBe(1);
    if (store().kind === "server") {
      await db().transaction(async (other) => {
        await other.execute(sql`lock table ${stagedObservation} in row exclusive mode`);
        granted(await discardUpload(db(), later));
      });
    } else granted(await discardUpload(db(), later));
    expect(await db().$count(stagedObservation)).toBe(0);
  });

  test("how the columns of a header were read is remembered by source, the last use first", async () => {
    const header = "period|value";
    await rememberMapping(db(), { source: "bureau", header, settings: { decimal: "." } });
    await rememberMapping(db(), { source: "", header, settings: { decimal: "," } });
    await rememberMapping(db(), { source: "bureau", header: "other", settings: {} });
    await rememberMapping(db(), { source: "bureau", header, settings: { decimal: "'" } });
    expect(await mappingsFor(db(), header)).toEqual([
      { source: "bureau", header, settings: { decimal: "'" } },
      { source: "", header, settings: { decimal: "," } },
    ]);
    expect(await mappingsFor(db(), "unknown")).toEqual([]);
  });
});
