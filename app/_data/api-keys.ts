import "server-only";
import { addKey, revokeKey } from "../../db/accounts/api-keys.ts";
import { apiKeys, type ListedKey } from "../../db/queries/api-keys.ts";
import type { KeyScope } from "../../lib/auth/key-scope.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { hashToken, newToken } from "./secret-token.ts";
import { store } from "./store.ts";

/** Keys begin alike, so that people and scanners know one when it turns up where it should not. */
const PREFIX = "bsk_";
const SHOWN = PREFIX.length + 4;

/** A key as the list of keys shows it. */
export type KeyView = ListedKey;

/** All keys, newest first. */
export async function loadKeys(): Promise<readonly KeyView[]> {
  const { db } = await store();
  return apiKeys(db);
}

/** Makes a key that acts for the actor, and gives it: this is the only time that it is known. */
export async function makeKey(
  { name, scopes }: { readonly name: string; readonly scopes: readonly KeyScope[] },
  actor: Actor,
): Promise<string> {
  const { db } = await store();
  const key = `${PREFIX}${newToken()}`;
  await addKey(db, { name, scopes, start: key.slice(0, SHOWN), keyHash: hashToken(key) }, actor);
  return key;
}

/** Makes a key worthless for good; false if it was so already. */
export async function endKey(keyId: string, actor: Actor): Promise<boolean> {
  const { db } = await store();
  return revokeKey(db, keyId, actor);
}
