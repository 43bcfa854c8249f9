import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { type FolderLock, lockFolder } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { openEmbedded } from "./open-embedded.ts";
import { openServer } from "./open-server.ts";
import { aRevision, aSeries } from "./testing-rows.ts";

const SELF = fileURLToPath(import.meta.url);

/** Another process, spoken to in lines: it does what a line asks and answers with one. */
export interface OtherProcess {
  readonly pid: number;
  ask(request: string): Promise<string>;
  /** The next line it says without being asked. */
  next(): Promise<string>;
  /** Ends it as `kill -9` does and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts this file, or another that reads and writes lines, as a real process of its own. */
export function startProcess(script = SELF): OtherProcess {
  const child = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const next = async () => {
    const answer = await answers.next();
    return answer.done ? "ended without an answer" : answer.value;
  };
  return {
    pid: pidOf(child),
    ask: (request) => {
      child.stdin.write(`${request}\n`);
      return next();
    },
    next,
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error("the process did not start");
  return pid;
}

let held: FolderLock | null = null;

/** What the process can be asked for; the argument is a folder or the address of a server. */
const REQUESTS: Readonly<Record<string, (argument: string) => Promise<string>>> = {
  lock: async (folder) => {
    held = lockFolder(folder);
    return "held";
  },
  release: async () => {
    held?.release();
    return "released";
  },
  open: async (folder) => {
    await openEmbedded(folder);
    return "opened";
  },
  /** Commits one revision, then leaves a transaction with a second one and its rows open. */
  write: async (folder) => {
    const { db } = await openEmbedded(folder);
    await aRevision(db, { message: "committed" });
    const seriesId = await aSeries(db, { frequency: "D" });
    return new Promise((resolve, reject) => {
      const never = new Promise<void>(() => {});
      db.transaction(async (tx) => {
        const number = await aRevision(tx, { message: "not committed" });
        await tx.execute(sql`
          insert into observation (series_id, frequency, period_start, period, vintage, revision, value)
          select ${seriesId}::int, 'D', day, to_char(day, 'YYYY-MM-DD'), '2025-01-01', ${number}::bigint, 1
          from generate_series(timestamp '1990-01-01', timestamp '2019-12-31', interval '1 day') as days(day)`);
        resolve("writing");
        await never;
      }).catch(reject);
    });
  },
  migrate: async (url) => {
    const store = await openServer(url);
    await migrate(store);
    await store.close();
    return "migrated";
  },
};

async function answer(line: string): Promise<string> {
  const [request = "", argument = ""] = line.split(" ");
  try {
    return (await REQUESTS[request]?.(argument)) ?? `no such request: ${request}`;
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : error}`;
  }
}

if (process.argv[1] === SELF) {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${await answer(line)}\n`);
  }
}
