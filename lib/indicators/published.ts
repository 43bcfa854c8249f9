import type { Composite } from "../gauge/aggregate.ts";
import { explainMove } from "../gauge/move.ts";
import { counted } from "../gauge/peak-ratio.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { ok } from "../result.ts";
import type { CompositeReading } from "./composite-reading.ts";
import { points, signedPoints } from "./composite-words.ts";

/** What is kept of a composite that was published: all but its course on the clock. */
export type PublishedComposite = Omit<CompositeReading, "clock" | "then">;

/** The composite as it was published at a revision, or why there was none. */
export interface PublishedReading {
  readonly revision: number;
  /** The day on which it was published. */
  readonly day: string;
  readonly method: number;
  readonly composite: PublishedComposite | null;
  readonly reason: string | null;
}

/** What is kept of a composite. */
export function asPublished({ clock: _, then: __, ...rest }: CompositeReading): PublishedComposite {
  return rest;
}

/** How many inputs a sentence names. */
const MOST_TOLD = 2;
/** Less than this is not told of, in points. */
const LEAST_TOLD = 0.5;

/**
 * What a revision did to the composite, in a sentence: `The composite moved from 61 to 58: Share valuation −3.` Where the
 * two are of different days, both are told. `null` when nothing was published at the revision, or at none before it.
 */
export function effectSentence(
  before: PublishedReading | null,
  after: PublishedReading | null,
): string | null {
  if (before === null || after === null) return null;
  if (after.composite === null) {
    return before.composite === null
      ? "The composite could not be read before it, nor after."
      : `The composite can no longer be read: ${lowered(after.reason)}`;
  }
  const to = points(after.composite.level.arithmetic);
  if (before.composite === null) return `The composite can be read again, and stands at ${to}.`;
  const from = points(before.composite.level.arithmetic);
  const { from: fromDay, to: toDay } = daysTold(before.composite, after.composite);
  if (before.method !== after.method) {
    return `The composite went from ${from}${fromDay} to ${to}${toDay}, by another version of the method: the two do not compare.`;
  }
  if (before.composite.level.arithmetic === after.composite.level.arithmetic) {
    return `The composite stays at ${to}${toDay}.`;
  }
  return `The composite moved from ${from}${fromDay} to ${to}${toDay}${because(before.composite, after.composite)}.`;
}

/** The days that the two are of, where they differ: what is lost may leave an earlier day as the newest to be read. */
function daysTold(before: PublishedComposite, after: PublishedComposite): { from: string; to: string } {
  if (before.day === after.day) return { from: "", to: "" };
  return { from: ` on ${formatPeriod(before.day)}`, to: ` on ${formatPeriod(after.day)}` };
}

function because(before: PublishedComposite, after: PublishedComposite): string {
  const move = explainMove(asComposite(before), asComposite(after));
  if (!move.ok) return "";
  const titles = new Map([...before.inputs, ...after.inputs].map(({ name, title }) => [name, title]));
  const told = move.value.contributions
    .filter((each) => Math.abs(each.points) >= LEAST_TOLD)
    .slice(0, MOST_TOLD)
    .map(({ id, points: by }) => `${titles.get(id) ?? id} ${signedPoints(by)}`);
  return told.length === 0 ? "" : `: ${told.join(", ")}`;
}

function asComposite({ level, coverage, inputs }: PublishedComposite): Composite {
  return {
    index: ok(level),
    pillars: [],
    coverage,
    counted: inputs.flatMap(({ name, pillar, share, place }) =>
      share === 0 || place === null ? [] : [{ id: name, pillar, weight: share, value: counted(place) }],
    ),
  };
}

function lowered(reason: string | null): string {
  return reason === null ? "the reason is not kept." : reason.replace(/^./, (letter) => letter.toLowerCase());
}
