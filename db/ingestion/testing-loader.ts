import { migrate } from "../migrate.ts";
import { openStore } from "../open.ts";
import type { Db } from "../store.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { ingestionStore } from "./store.ts";

/**
 * A process of its own that loads a catalogue and is killed on the way, for tests:
 * `testing-loader.ts DATA CATALOGUE TODAY MOMENT`, where MOMENT is `insert:N` (before the N-th insert of the
 * commit), `committed` (as soon as the commit is acknowledged), or `never`.
 */
async function main([data = "", catalogue = "", today = "", moment = ""]: readonly string[]): Promise<void> {
  const store = await openStore({ BUBBLESCOPE_DATA: data });
  await migrate(store);
  const fatalInsert = Number(/^insert:(\d+)$/.exec(moment)?.[1] ?? Number.POSITIVE_INFINITY);
  const loaded = await loadCatalogue(ingestionStore(killedAt(store.db, fatalInsert)), catalogue, today);
  if (moment === "committed") die();
  await store.close();
  process.stdout.write(JSON.stringify(loaded));
}

/** The same database, whose transactions end with the process at their N-th insert. */
function killedAt(db: Db, fatalInsert: number): Db {
  let inserts = 0;
  const counted = (transaction: Db): Db =>
    replacing(transaction, "insert", (...given: Parameters<Db["insert"]>) => {
      inserts += 1;
      if (inserts === fatalInsert) die();
      return transaction.insert(...given);
    });
  return replacing(db, "transaction", (work: (transaction: Db) => Promise<unknown>, ...options: never[]) =>
    db.transaction((transaction) => work(counted(transaction)), ...options),
  );
}

function replacing(db: Db, name: "insert" | "transaction", method: unknown): Db {
  return new Proxy(db, { get: (target, key) => (key === name ? method : Reflect.get(target, key, target)) });
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

void main(process.argv.slice(2));
