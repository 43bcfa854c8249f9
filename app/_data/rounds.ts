import "server-only";
import { type Round, rounds } from "../../db/queries/rounds.ts";
import { formatValue } from "../../lib/numbers/format-value.ts";
import type { Instrument } from "../../lib/rounds/round.ts";
import type { SourceRecord } from "../../lib/series/record.ts";
import type { Status } from "../../lib/series/series.ts";
import { perRevision } from "./per-revision.ts";
import { store } from "./store.ts";

/** A financing round for reading; amounts are in words, `null` where none is known. */
export interface RoundView {
  readonly code: string;
  readonly company: string;
  readonly sector: string;
  readonly country: string;
  readonly date: string;
  readonly instrument: Instrument;
  readonly amount: string | null;
  readonly postMoney: string | null;
  readonly preMoney: string | null;
  readonly lead: string | null;
  readonly participants: readonly string[];
  readonly status: Status;
  readonly note: string;
  readonly source: SourceRecord;
}

/** All rounds, newest first. */
export function listRounds(): Promise<readonly RoundView[]> {
  return perRevision("rounds", async () => (await rounds((await store()).db)).map(toView));
}

function toView(round: Round): RoundView {
  const { amount, postMoney, preMoney, currency, ...rest } = round;
  const inWords = (value: string | null) =>
    value === null ? null : formatValue(Number(value), { kind: "currency", currency, scale: 1 });
  return { ...rest, amount: inWords(amount), postMoney: inWords(postMoney), preMoney: inWords(preMoney) };
}
