import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema/index.ts";

/** A connection to the store, the same for the embedded database and for a PostgreSQL server. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

/** The one store of this process. */
export interface Store {
  readonly db: Db;
  /** `embedded`: PGlite in a data folder, of which this process is the only user. `server`: PostgreSQL. */
  readonly kind: "embedded" | "server";
  /** What the database says it is: `PostgreSQL 18.4 on x86_64…`. */
  version(): Promise<string>;
  /** Runs `work` on one session of its own, which session locks need; the session ends with it. */
  withSession<Value>(work: (session: Session) => Promise<Value>): Promise<Value>;
  /** Ends all connections and gives up the data folder. The store cannot be used afterwards. */
  close(): Promise<void>;
}

/** One session, and the way its driver applies Drizzle's migrations. */
export interface Session {
  readonly db: Db;
  applyMigrations(folder: string): Promise<void>;
}
