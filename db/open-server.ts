import { type Logger, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import * as schema from "./schema/index.ts";
import type { Store } from "./store.ts";
import { errorCode, StoreError } from "./store-error.ts";

const CONNECT_TIMEOUT_S = 10;

const OPTIONS = {
  connect_timeout: CONNECT_TIMEOUT_S,
  onnotice: () => {},
  connection: { application_name: "bubblescope", TimeZone: "UTC", DateStyle: "ISO" },
} as const;

/**
 * Opens a PostgreSQL server by its address, with a pool of `poolSize` connections. `logger` is told of
 * every statement before it runs.
 *
 * Throws `StoreError` `unreachable`, which names host, port and database and never the password.
 */
export async function openServer(url: string, poolSize = 10, logger?: Logger): Promise<Store> {
  const client = connect(url, poolSize);
  const db = drizzle(client, { schema, ...(logger && { logger }) });
  const version = async () => {
    const rows = await db.select({ version: sql<string>`version()` }).from(sql`(values (1)) as one`);
    return rows[0]?.version ?? "";
  };
  try {
    await version();
  } catch (error) {
    await client.end({ timeout: 0 });
    throw unreachable(url, error);
  }
  return {
    db,
    kind: "server",
    version,
    withSession: async (work) => {
      const single = connect(url, 1);
      const session = drizzle(single, { schema });
      try {
        return await work({
          db: session,
          applyMigrations: (migrationsFolder) => migrate(session, { migrationsFolder }),
        });
      } finally {
        await single.end({ timeout: CONNECT_TIMEOUT_S });
      }
    },
    close: () => client.end({ timeout: CONNECT_TIMEOUT_S }),
  };
}

function connect(url: string, connections: number): postgres.Sql {
  try {
    return postgres(url, { ...OPTIONS, max: connections });
  } catch (error) {
    throw unreachable(url, error);
  }
}

/** The driver's own messages may repeat the address with its password, so the sentence is made from the code. */
function unreachable(url: string, cause: unknown): StoreError {
  return new StoreError(
    "unreachable",
    `The PostgreSQL server${placeOf(url)} cannot be reached: ${reasonOf(cause)}.`,
    cause,
  );
}

function placeOf(url: string): string {
  if (!URL.canParse(url)) return " of DATABASE_URL";
  const { hostname, port, pathname } = new URL(url);
  return ` at ${hostname}:${port || 5432}${pathname}`;
}

function reasonOf(cause: unknown): string {
  const code = errorCode(cause);
  switch (code) {
    case "ECONNREFUSED":
      return "nothing listens there; start it or correct DATABASE_URL";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "its host name is not known; correct DATABASE_URL";
    case "CONNECT_TIMEOUT":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `it did not answer within ${CONNECT_TIMEOUT_S} s; check the network, or correct DATABASE_URL`;
    case "28P01":
    case "28000":
      return "it refused the user or the password; correct DATABASE_URL";
    case "3D000":
      return "it has no such database; create it or correct DATABASE_URL";
    case "53300":
      return "it has no connection left; raise max_connections or stop other programs";
    case "57P03":
      return "it is still starting; try again in a moment";
    default:
      return `${code ?? "the address is not one of PostgreSQL"}; correct DATABASE_URL, such as postgres://user:password@host:5432/bubblescope`;
  }
}
