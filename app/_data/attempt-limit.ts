import "server-only";
import { countAttempt, forgetAttempts, uncountAttempt, WINDOW_MINUTES } from "../../db/accounts/attempts.ts";
import type { Db } from "../../db/store.ts";
import { addressBlock } from "../../lib/auth/client-address.ts";
import { hashToken } from "./secret-token.ts";

/** Attempts in 15 minutes. Many people may share one address; one account has one person. */
const MAX_PER_ADDRESS = 50;
const MAX_PER_ACCOUNT = 10;

/** In words, for whoever has to wait. */
export const WAIT = `${WINDOW_MINUTES} minutes`;

/** One attempt at a password that was counted before it was tried. */
export interface Attempt {
  /** Within the limits, or the first one over them, or a later one. */
  readonly standing: "allowed" | "first-blocked" | "blocked";
  /** Says that it turned out well: it no longer counts, and neither do those before it on this account. */
  succeeded(): Promise<void>;
}

/**
 * Counts an attempt on `account` (an e-mail address, with an account or not) before the password is looked at, so that
 * attempts at the same time do not slip through. The store counts, for all instances together; it keeps a hash of
 * what was typed, not the text.
 */
export async function beginAttempt(db: Db, account: string, address: string | null): Promise<Attempt> {
  const accountKey = `account ${hashToken(account)}`;
  const addressKey = address && `address ${hashToken(addressBlock(address))}`;
  const overAccount = (await countAttempt(db, accountKey)) - MAX_PER_ACCOUNT;
  const overAddress = addressKey === null ? 0 : (await countAttempt(db, addressKey)) - MAX_PER_ADDRESS;
  const over = Math.max(overAccount, overAddress);
  return {
    standing: over <= 0 ? "allowed" : over === 1 ? "first-blocked" : "blocked",
    succeeded: async () => {
      await forgetAttempts(db, accountKey);
      if (addressKey !== null) await uncountAttempt(db, addressKey);
    },
  };
}
