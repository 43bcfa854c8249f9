/**
 * Fills the data folder given as the argument before the server of the journeys opens it: the starter
 * catalogue, someone with an account for each role, and one saved figure whose specification is not one.
 */
import { hashPassword } from "better-auth/crypto";
import { sql } from "drizzle-orm";
import { addAccount } from "../../db/accounts/new-account.ts";
import { loadCatalogue } from "../../db/ingestion/load-catalogue.ts";
import { ingestionStore } from "../../db/ingestion/store.ts";
import { migrate } from "../../db/migrate.ts";
import { openEmbedded } from "../../db/open-embedded.ts";
import { personByEmail } from "../../db/queries/people.ts";
import { ROLES } from "../../lib/auth/role.ts";
import { BROKEN_FIGURE } from "./broken-figure.ts";
import { JOURNEY_PEOPLE } from "./people.ts";

const folder = process.argv[2];
if (!folder) throw new Error("the data folder to prepare is missing");

const store = await openEmbedded(folder);
await migrate(store);
const loaded = await loadCatalogue(ingestionStore(store.db), "db/catalogue", "2026-11-23");
if (!loaded.ok) throw new Error("the starter catalogue was refused");
for (const role of ROLES) {
  const { name, email, password } = JOURNEY_PEOPLE[role];
  if (await personByEmail(store.db, email)) continue;
  const passwordHash = await hashPassword(password);
  await store.db.transaction((tx) => addAccount(tx, { name, email, role, passwordHash }));
}
// Past the types, as an older version of the product might have stored it.
await store.db.execute(
  sql`insert into figure (name, position, spec, is_on_dashboard)
    values (${BROKEN_FIGURE}, 900, '{"kind": "nonsense"}', true) on conflict do nothing`,
);
await store.close();
