import { listed } from "./listed.ts";
import type { RevisionKind } from "./revision.ts";
import { deedsInWords, type TableDeeds } from "./row-deeds.ts";

/** What a revision did, in numbers. */
export interface RevisionDeeds {
  readonly kind: RevisionKind;
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  /** How many series it stored values of. */
  readonly series: number;
  /** The revision that a roll-back undoes, and the series if it undoes only that one. */
  readonly undoes: number | null;
  readonly undoesSeries: string | null;
  /** How many rows of each other table it added, changed and removed. */
  readonly rows: TableDeeds;
}

/**
 * What a revision did, in a sentence or two: `Added 3 values and revised 5 in 2 series. Besides, it added 1 source.` Of
 * a roll-back: `Rolled back revision 12, of VC_US_Q only: took back 3 values in 1 series.`
 */
export function receiptSentence(deeds: RevisionDeeds): string {
  const [values, rows] = [valueWords(deeds), rowWords(deeds.rows)];
  const done = values ?? rows ?? "changed no value and no row";
  const first = deeds.undoes === null ? capital(done) : `${rolledBack(deeds)}: ${done}`;
  const besides = values !== null && rows !== null ? ` Besides, it ${rows}.` : "";
  return `${first}.${besides}`;
}

function rolledBack({ undoes, undoesSeries }: RevisionDeeds): string {
  return `Rolled back revision ${undoes}${undoesSeries === null ? "" : `, of ${undoesSeries} only`}`;
}

/** `null` when it stored no value. */
function valueWords({ kind, added, revised, withdrawn, series }: RevisionDeeds): string | null {
  const verbs =
    kind === "rollback"
      ? ["brought back", "restored the former state of", "took back"]
      : ["added", "revised", "withdrew"];
  const parts = [added, revised, withdrawn].flatMap((count, at) =>
    count === 0 ? [] : [{ verb: verbs[at], count }],
  );
  if (parts.length === 0) return null;
  const told = parts.map(({ verb, count }, at) => {
    const noun = at > 0 ? "" : count === 1 ? " value" : " values";
    return `${verb} ${COUNT.format(count)}${noun}`;
  });
  return `${listed(told)} in ${COUNT.format(series)} series`;
}

/** `null` when it changed no row of another table. */
function rowWords(rows: TableDeeds): string | null {
  const told = deedsInWords(rows).map(({ deed, rows }) => `${deed} ${rows}`);
  return told.length === 0 ? null : told.join("; ");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const COUNT = new Intl.NumberFormat("en-GB");
