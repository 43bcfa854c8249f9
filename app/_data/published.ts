import "server-only";
import {
  publishedAt,
  publishedBefore,
  publishedReadings,
  publishReading,
} from "../../db/queries/published-readings.ts";
import type { CompositeReading } from "../../lib/indicators/composite-reading.ts";
import { METHOD } from "../../lib/indicators/method.ts";
import { asPublished, effectSentence, type PublishedReading } from "../../lib/indicators/published.ts";
import type { Result } from "../../lib/result.ts";
import { perRevision } from "./per-revision.ts";
import type { Standing } from "./revision.ts";
import { store } from "./store.ts";

const SHOWN = 50;

type Composed = Result<CompositeReading, string>;

/** Keeps the composite of the newest revision as it is shown to people first: what is published stays. */
export async function publish(composite: Composed, now: Standing): Promise<void> {
  if (now.revision === 0) return;
  await publishReading((await store()).db, {
    revision: now.revision,
    day: now.today,
    method: METHOD,
    composite: composite.ok ? asPublished(composite.value) : null,
    reason: composite.ok ? null : composite.error,
  });
}

/** What a commit would do to the composite, in a sentence. */
export function effectBetween(now: Composed, after: Composed): string | null {
  const asIfAt = (revision: number, composite: Composed): PublishedReading => ({
    ...{ revision, day: "", method: METHOD },
    composite: composite.ok ? asPublished(composite.value) : null,
    reason: composite.ok ? null : composite.error,
  });
  return effectSentence(asIfAt(0, now), asIfAt(1, after));
}

/** A published reading, and what its revision did to the composite. */
export interface PublishedLine extends PublishedReading {
  readonly effect: string | null;
}

/** The newest published readings, newest first, each by the method of its day. */
export async function listPublished(): Promise<readonly PublishedLine[]> {
  return perRevision("published readings", async () => {
    const readings = await publishedReadings((await store()).db, SHOWN + 1);
    return readings
      .slice(0, SHOWN)
      .map((reading, at) => ({ ...reading, effect: effectSentence(readings[at + 1] ?? null, reading) }));
  });
}

/** What a revision did to the composite, in a sentence; `null` when nothing was published at it, or before it. */
export async function effectOf(revision: number): Promise<string | null> {
  const { db } = await store();
  const [before, after] = await Promise.all([publishedBefore(db, revision), publishedAt(db, revision)]);
  return effectSentence(before, after);
}
