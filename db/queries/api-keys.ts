import { and, desc, eq, isNull } from "drizzle-orm";
import type { KeyScope } from "../../lib/auth/key-scope.ts";
import type { Person } from "../../lib/auth/person.ts";
import { apiKey, person } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { personRecord } from "./people.ts";

/** A key as the list shows it; the key itself is not stored. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly scopes: readonly KeyScope[];
  readonly owner: string;
  /** A key does not work while its owner is shut out. */
  readonly isOwnerDisabled: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** All keys, newest first, revoked ones too. */
export async function apiKeys(db: Db): Promise<ListedKey[]> {
  const rows = await db
    .select({ key: apiKey, owner: person.name, disabledAt: person.disabledAt })
    .from(apiKey)
    .innerJoin(person, eq(person.id, apiKey.ownerId))
    .orderBy(desc(apiKey.createdAt), apiKey.id);
  return rows.map(({ key, owner, disabledAt }) => {
    const { id, name, start, scopes, createdAt, lastUsedAt, revokedAt } = key;
    return {
      id,
      name,
      start,
      scopes,
      owner,
      isOwnerDisabled: disabledAt !== null,
      createdAt,
      lastUsedAt,
      revokedAt,
    };
  });
}

/** Whom a key acts for and within which scopes; null if it is unknown or revoked, or its owner shut out. */
export async function keyHolder(
  db: Db,
  keyHash: string,
): Promise<{ readonly keyId: string; readonly scopes: readonly KeyScope[]; readonly owner: Person } | null> {
  const rows = await db
    .select({ keyId: apiKey.id, scopes: apiKey.scopes, owner: personRecord })
    .from(apiKey)
    .innerJoin(person, eq(person.id, apiKey.ownerId))
    .where(and(eq(apiKey.keyHash, keyHash), isNull(apiKey.revokedAt), isNull(person.disabledAt)));
  return rows[0] ?? null;
}
