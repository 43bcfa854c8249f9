import type { Metadata } from "next";
import { Suspense } from "react";
import { address } from "../../lib/api/address.ts";
import { chosenSet } from "../../lib/indicators/common-scale.ts";
import type { CompositeReading } from "../../lib/indicators/composite-reading.ts";
import { areOwn, OWN_WEIGHTS, readWeights, type Weights } from "../../lib/indicators/weights.ts";
import { Figure } from "../_components/figure/figure.tsx";
import { CompositeCard, NoComposite } from "../_components/indicators/composite-card.tsx";
import { HangsOn } from "../_components/indicators/hangs-on.tsx";
import { LookingBack, NoSuchMoment } from "../_components/ui/looking-back.tsx";
import { PageHead } from "../_components/ui/page-head.tsx";
import { type AsOf, momentOf, type PageSearch, readPageAsOf } from "../_data/as-of.ts";
import { loadComposite, loadCompositeFigure } from "../_data/composite.ts";
import { indicatorGround } from "../_data/indicators.ts";
import { listPublished } from "../_data/published.ts";
import { searchOf } from "../_data/search-of.ts";
import { loadSensitivity } from "../_data/sensitivity.ts";
import { ChoiceTable } from "./_components/choice-table.tsx";
import { InputParts } from "./_components/input-parts.tsx";
import { MoveTable } from "./_components/move-table.tsx";
import { PublishedTable } from "./_components/published-table.tsx";
import { ReplayForm } from "./_components/replay-form.tsx";
import { WeightForm } from "./_components/weight-form.tsx";
import "./composite-page.css";

export const metadata: Metadata = {
  title: "The composite",
  description: "What the indicators say together, how sure that is, and what it would be by other weights.",
};

/** The composite in full: its parts, why it moved, other weights, and what it was on a past day. */
export default async function CompositePage({ searchParams }: { readonly searchParams: PageSearch }) {
  const asked = await readPageAsOf(searchParams);
  if (!asked.ok) return <NoSuchMoment reason={asked.error} now="/composite" />;
  const { asOf } = asked.value;
  const search = searchOf(await searchParams);
  const moment = await momentOf({ asOf });
  const { indicators, thresholds } = await indicatorGround(moment);
  const read = readWeights(search, indicators);
  const weights = read.ok ? read.value : OWN_WEIGHTS;
  const [composite, clock] = await Promise.all([
    loadComposite({ asOf }, weights),
    areOwn(weights) ? loadCompositeFigure({ asOf }) : null,
  ]);
  // After the composite, which is published as it is made.
  const published = await listPublished();
  const set = chosenSet(search.get("bands"), thresholds);
  return (
    <>
      {asOf && <LookingBack to={moment} now="/composite" />}
      <PageHead title="The composite">
        Every indicator that carries weight is placed between its level of calm years, 0, and its own dot-com
        peak, 100. Indicators make pillars, pillars the composite. <a href="/methods">The method in full</a>
      </PageHead>
      {!read.ok && <p className="notice bad">{read.error}</p>}
      {!areOwn(weights) && (
        <p className="notice">
          <b>By your weights.</b> This page’s address holds them.{" "}
          <a href={address("/composite", { asOf })}>Back to the weights of the indicators</a>
        </p>
      )}
      <div className="two-columns">
        <div>
          {composite.ok ? (
            <>
              {clock && <Figure model={clock} heading="h2" isWide {...(asOf && { asOf })} />}
              <section className="section" aria-labelledby="parts">
                <h2 id="parts">What it is made of</h2>
                <InputParts composite={composite.value} asOf={asOf} />
              </section>
              <section className="section" aria-labelledby="choices">
                <h2 id="choices">Which choices its range comes from</h2>
                <Suspense
                  fallback={
                    <p className="notice">It is being worked out; it appears here when it is done.</p>
                  }
                >
                  <LoadedChoices composite={composite.value} weights={weights} asOf={asOf} />
                </Suspense>
              </section>
              {composite.value.move && (
                <section className="section" aria-labelledby="moved">
                  <h2 id="moved">What moved it within a year</h2>
                  <MoveTable move={composite.value.move} level={composite.value.level.arithmetic} />
                </section>
              )}
            </>
          ) : (
            <p className="notice">{composite.error}</p>
          )}
          {asOf === undefined && (
            <section className="section" aria-labelledby="published">
              <h2 id="published">What was published</h2>
              <PublishedTable lines={published} />
            </section>
          )}
          <section className="section" aria-labelledby="weights">
            <h2 id="weights">Your weights</h2>
            <WeightForm indicators={indicators} weights={weights} asOf={asOf} />
          </section>
        </div>
        <aside className="page-aside" aria-label="The reading">
          {composite.ok ? (
            <>
              <CompositeCard composite={composite.value} set={set} />
              <HangsOn composite={composite.value} asOf={asOf} />
            </>
          ) : (
            <NoComposite reason={composite.error} />
          )}
          <section className="aside-section" aria-labelledby="replay">
            <h2 id="replay">As it was known on a past day</h2>
            <ReplayForm asOf={asOf} today={moment.day} />
          </section>
          <section className="aside-section" aria-labelledby="take">
            <h2 id="take">Take it with you</h2>
            <p>
              <a href={address("/api/v1/composite", { asOf })}>The composite as JSON</a>
            </p>
          </section>
        </aside>
      </div>
    </>
  );
}

/** Waits for a thread; the rest of the page does not. */
async function LoadedChoices({
  composite,
  weights,
  asOf,
}: { readonly composite: CompositeReading; readonly weights: Weights } & AsOf) {
  return <ChoiceTable found={await loadSensitivity(composite, weights, { asOf })} />;
}
