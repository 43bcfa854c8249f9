import "server-only";
import { type SeedFact, seedFacts } from "../../db/queries/seed-facts.ts";
import type { ShownAs, TargetKind, Verdict } from "../../lib/claims/claim.ts";
import { formatPeriod } from "../../lib/numbers/format-period.ts";
import { loadEras } from "./eras.ts";
import { perRevision } from "./per-revision.ts";
import { listRounds } from "./rounds.ts";
import { store } from "./store.ts";

/** A place on a page that carries a claim. */
export interface PlaceView {
  readonly kind: TargetKind;
  /** Series code, round code or event code. */
  readonly code: string;
  readonly href: string;
  readonly label: string;
  readonly shownAs: ShownAs;
}

/** One sentence of a claim, in our words, with what checking it gave and where it is shown. */
export interface ClaimLine {
  readonly text: string;
  readonly verdict: Verdict;
  readonly places: readonly PlaceView[];
}

/** One claim of the starting article: what it says first, then what others say of it. */
export interface ClaimView {
  readonly number: number;
  readonly lines: readonly ClaimLine[];
}

/** All claims by number. */
export function listClaims(): Promise<readonly ClaimView[]> {
  return perRevision("claims", async () => {
    const [rows, labels] = await Promise.all([seedFacts((await store()).db), labelsOfPlaces()]);
    return gather(rows, labels);
  });
}

/** The sentences that a series carries, as a whole or in one of its values, each with the number of its claim. */
export async function claimsOnSeries(
  code: string,
): Promise<ReadonlyArray<ClaimLine & { readonly claim: number }>> {
  const carries = (place: PlaceView) =>
    place.code === code && (place.kind === "series" || place.kind === "observation");
  return (await listClaims()).flatMap(({ number, lines }) =>
    lines.filter(({ places }) => places.some(carries)).map((line) => ({ ...line, claim: number })),
  );
}

function gather(rows: readonly SeedFact[], labels: ReadonlyMap<string, string>): ClaimView[] {
  const claims = new Map<number, Map<string, ClaimLine & { places: PlaceView[] }>>();
  for (const row of rows) {
    const lines = claims.get(row.claim) ?? new Map<string, ClaimLine & { places: PlaceView[] }>();
    const line = lines.get(row.text) ?? { text: row.text, verdict: row.verdict, places: [] };
    line.places.push(placeOf(row, labels));
    claims.set(row.claim, lines.set(row.text, line));
  }
  return [...claims].map(([number, lines]) => ({ number, lines: [...lines.values()] }));
}

function placeOf(
  { targetKind: kind, target, shownAs }: SeedFact,
  labels: ReadonlyMap<string, string>,
): PlaceView {
  const [code = target, period] = kind === "observation" ? target.split("@") : [target];
  const label = labels.get(code) ?? code;
  switch (kind) {
    case "observation":
      return {
        kind,
        code,
        shownAs,
        href: `/series/${code}?rows=all#p-${period}`,
        label: period === undefined ? code : `${code}, ${formatPeriod(period)}`,
      };
    case "series":
      return { kind, code, shownAs, href: `/series/${code}`, label: code };
    case "round":
      return { kind, code, shownAs, href: `/rounds#${code}`, label: `Round: ${label}` };
    case "event":
      return { kind, code, shownAs, href: `/eras#${code}`, label: `Event: ${label}` };
  }
}

/** What rounds and events are called; series go by their codes. */
async function labelsOfPlaces(): Promise<ReadonlyMap<string, string>> {
  const [rounds, { eras, otherEvents }] = await Promise.all([listRounds(), loadEras()]);
  const events = [...eras.flatMap((era) => era.events), ...otherEvents];
  return new Map([
    ...rounds.map(({ code, company, date }) => [code, `${company}, ${formatPeriod(date)}`] as const),
    ...events.map(({ code, label }) => [code, label] as const),
  ]);
}
