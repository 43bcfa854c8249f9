import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { migrate } from "../migrate.ts";
import { rowsOf } from "../rows.ts";
import type { Db } from "../store.ts";
import { newDatabase } from "../testing.ts";
import { recheckConstraints } from "../testing-constraints.ts";
import { startProcess } from "../testing-process.ts";
import { granted } from "../testing-uploads.ts";
import { COMMITTER, commitPrepared, openPlace, prepareCommit } from "./testing-committer.ts";

/** To each of the two stores; thirty in all. */
const COMMITS = 15;
const SEED = 3;

test.each([
  { kind: "the embedded store", makePlace: embeddedPlace },
  { kind: "a PostgreSQL server", makePlace: serverPlace },
])(
  "kill -9 at random moments of commits to $kind: each is wholly there or wholly not, and the store goes on",
  async ({ kind, makePlace }) => {
    const place = await makePlace();
    const { before, after, statements } = await rehearse(place);
    const outcomes: string[] = [];
    let next = begin(place);
    for (const [index, moment] of momentsOf(statements).entries()) {
      const { copy, child } = await next;
      if (index + 1 < COMMITS) next = begin(place);
      let line = await child.ask("commit");
      for (let said = 1; said < moment && line === "statement"; said += 1) line = await child.next();
      await child.kill();
      expect(line).toBe("statement");

      const store = await openPlace(copy.at);
      const state = await stateOf(store.db);
      expect([before, after]).toContainEqual(state);
      const isThere = state.upload === after.upload;
      outcomes.push(isThere ? "there" : "not");
      await recheckConstraints(store.db);
      const again = await commitPrepared(store.db);
      if (isThere) expect(again).toMatchObject({ error: { kind: "no-open-upload" } });
      else
        expect(granted(again)).toMatchObject({ outcome: "committed", counts: { added: 2_501, revised: 1 } });
      await store.close();
      await copy.remove();
    }
    await place.remove();
    console.log(`killed commits to ${kind} (${statements} statements, seed ${SEED}): ${outcomes.join(" ")}`);
    expect(new Set(outcomes)).toEqual(new Set(["there", "not"]));
  },
  180_000,
);

/** Where a prepared store lies, and copies of it that may be spoilt. */
interface Place {
  copy(): Promise<Copy>;
  remove(): Promise<void>;
}

interface Copy {
  readonly at: string;
  remove(): Promise<void>;
}

/** A process that has a copy open and is about to commit. */
async function begin(place: Place) {
  const child = startProcess(COMMITTER);
  const copy = await place.copy();
  expect(await child.ask(`open ${copy.at}`)).toBe("opened");
  return { copy, child };
}

/** What a store holds before and after a commit that nothing disturbs, and how many statements that takes. */
async function rehearse(place: Place) {
  const copy = await place.copy();
  let statements = 0;
  const store = await openPlace(copy.at, () => {
    statements += 1;
  });
  const before = await stateOf(store.db);
  const asked = statements;
  granted(await commitPrepared(store.db));
  const taken = statements - asked;
  const after = await stateOf(store.db);
  await store.close();
  await copy.remove();
  return { before, after, statements: taken };
}

/** Statements at which commits are killed: one at random of each equal part of a commit. */
function momentsOf(statements: number): number[] {
  const parts = fc.sample(fc.nat(999), { seed: SEED, numRuns: COMMITS });
  return parts.map((part, index) => 1 + Math.floor(((index + part / 1_000) * statements) / COMMITS));
}

/** All that a commit writes, as one text for each table; of an upload that waits for its commit also what is staged. */
async function stateOf(db: Db): Promise<Record<string, string>> {
  // Whoever commits holds this lock: a statement that a killed process left behind on a server comes to its end.
  await db.execute(sql`select pg_advisory_lock(hashtextextended('bubblescope.revision', 0))`);
  await db.execute(sql`select pg_advisory_unlock(hashtextextended('bubblescope.revision', 0))`);
  const isWaiting = sql`exists (select from upload where state = 'staged')`;
  const tables = [
    "source",
    "series",
    "revision",
    "observation",
    "revision_change",
    "revision_series",
    "upload",
  ];
  const parts = [
    ...tables.map((name) => ({ name, where: sql`true` })),
    ...["staged_series", "staged_observation", "staged_change"].map((name) => ({ name, where: isWaiting })),
  ].map(
    ({
      name,
      where,
    }) => sql`select ${name}::text as name, count(*) || ' ' || md5(coalesce(string_agg(t::text, ';' order by t::text), '')) as rows
      from (select to_jsonb(r) - 'created_at' from ${sql.identifier(name)} r where ${where}) t`,
  );
  const states = await rowsOf<{ name: string; rows: string }>(db, sql.join(parts, sql` union all `));
  return Object.fromEntries(states.map(({ name, rows }) => [name, rows]));
}

async function embeddedPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "bubblescope-kill-"));
  const prepared = join(folder, "prepared");
  await prepare(prepared);
  const remove = async (path: string) => rmSync(path, { recursive: true, force: true });
  let copies = 0;
  return {
    copy: async () => {
      copies += 1;
      const at = join(folder, String(copies));
      cpSync(prepared, at, { recursive: true });
      return { at, remove: () => remove(at) };
    },
    remove: () => remove(folder),
  };
}

async function serverPlace(): Promise<Place> {
  const prepared = await newDatabase();
  await prepare(prepared.url);
  return {
    copy: async () => {
      const { url, drop } = await newDatabase(prepared.url);
      return { at: url, remove: drop };
    },
    remove: prepared.drop,
  };
}

async function prepare(place: string): Promise<void> {
  const store = await openPlace(place);
  await migrate(store);
  await prepareCommit(store.db);
  await store.close();
}
