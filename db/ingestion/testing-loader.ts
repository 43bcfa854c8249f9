import { getTableName, type SQL } from "drizzle-orm";
import { PgDialect, type PgTable } from "drizzle-orm/pg-core";
import { migrate } from "../migrate.ts";
import { openStore } from "../open.ts";
import type { Db } from "../store.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { ingestionStore } from "./store.ts";

/**
 * A process of its own that loads a catalogue and is killed on the way, for tests:
 * `testing-loader.ts DATA CATALOGUE TODAY MOMENT`, where MOMENT is `insert:TABLE:N` (before the N-th statement of the
 * commit that inserts into TABLE), `committed` (as soon as the commit is acknowledged), or `never`.
 */
async function main([data = "", catalogue = "", today = "", moment = ""]: readonly string[]): Promise<void> {
  const store = await openStore({ BUBBLESCOPE_DATA: data });
  await migrate(store);
  const [, table = "", number = "0"] = /^insert:(\w+):(\d+)$/.exec(moment) ?? [];
  const killed = killedAt(store.db, table, Number(number));
  const loaded = await loadCatalogue(ingestionStore(killed), catalogue, today);
  if (moment === "committed") die();
  await store.close();
  process.stdout.write(JSON.stringify(loaded));
}

/** The same database, whose transactions end with the process at their N-th insert into a table. */
function killedAt(db: Db, table: string, fatalInsert: number): Db {
  let inserts = 0;
  const count = (into: string | undefined) => {
    if (into !== table) return;
    inserts += 1;
    if (inserts === fatalInsert) die();
  };
  const counted = (transaction: Db): Db => {
    const insert = (into: PgTable) => {
      count(getTableName(into));
      return transaction.insert(into);
    };
    const execute = (statement: SQL) => {
      count(/insert into "(\w+)"/.exec(dialect.sqlToQuery(statement).sql)?.[1]);
      return transaction.execute(statement);
    };
    return replacing(replacing(transaction, "insert", insert), "execute", execute);
  };
  return replacing(db, "transaction", (work: (transaction: Db) => Promise<unknown>, ...options: never[]) =>
    db.transaction((transaction) => work(counted(transaction)), ...options),
  );
}

const dialect = new PgDialect();

function replacing(db: Db, name: "insert" | "execute" | "transaction", method: unknown): Db {
  return new Proxy(db, { get: (target, key) => (key === name ? method : Reflect.get(target, key, target)) });
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

void main(process.argv.slice(2));
