import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { address } from "../../../lib/api/address.ts";
import type { Indicator } from "../../../lib/indicators/indicator.ts";
import { PILLAR_WORDS } from "../../../lib/indicators/pillar.ts";
import { Figure } from "../../_components/figure/figure.tsx";
import { Breadcrumbs } from "../../_components/ui/breadcrumbs.tsx";
import { LookingBack, NoSuchMoment } from "../../_components/ui/looking-back.tsx";
import { type AsOf, momentOf, type PageSearch, readPageAsOf } from "../../_data/as-of.ts";
import { loadExplosiveness } from "../../_data/exuberance.ts";
import { listIndicators, loadIndicatorPage } from "../../_data/indicator-page.ts";
import { loadLppls } from "../../_data/lppls.ts";
import { BandList } from "./_components/band-list.tsx";
import { Definition } from "./_components/definition.tsx";
import { InputTable } from "./_components/input-table.tsx";
import { LatestReading } from "./_components/latest-reading.tsx";
import { LpplsPanel } from "./_components/lppls-panel.tsx";
import { ReadingFacts } from "./_components/reading-facts.tsx";
import { TestPanel, TestUnderWay } from "./_components/test-panel.tsx";
import "./indicator.css";

interface Props {
  readonly params: Promise<{ name: string }>;
  readonly searchParams: PageSearch;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await params;
  const found = (await listIndicators()).find((indicator) => indicator.name === name);
  return found ? { title: found.title, description: `${found.definition}.` } : {};
}

/** One indicator: its reading, what it is made of, where its bands come from, and what speaks against it. */
export default async function IndicatorPage({ params, searchParams }: Props) {
  const { name } = await params;
  const asked = await readPageAsOf(searchParams);
  const page = await loadIndicatorPage(name, asked.ok ? asked.value : {});
  if (page === null) notFound();
  if (!asked.ok) return <NoSuchMoment reason={asked.error} now={`/indicators/${name}`} />;
  const { asOf } = asked.value;
  const { indicator, reading, figure } = page;
  return (
    <>
      {asOf && <LookingBack to={await momentOf({ asOf })} now={`/indicators/${name}`} />}
      <div className="split-head">
        <div>
          <Breadcrumbs
            trail={[
              { href: address("/", { asOf }), label: "Dashboard" },
              { href: address("/", { asOf }, "readings"), label: PILLAR_WORDS[indicator.pillar].title },
            ]}
            here={indicator.title}
          />
          <h1>{indicator.title}</h1>
          <p className="lede">{indicator.definition}.</p>
        </div>
        <LatestReading reading={reading} />
      </div>
      <div className="two-columns">
        <div>
          {figure && <Figure model={figure} heading="h2" isWide data="page" />}
          {indicator.kind === "explosiveness" && (
            <section className="section" aria-labelledby="test">
              <h2 id="test">The test</h2>
              <Suspense fallback={<TestUnderWay />}>
                <LoadedTest indicator={indicator} asOf={asOf} />
              </Suspense>
            </section>
          )}
          <section className="section" aria-labelledby="bands">
            <h2 id="bands">How it is worded, and by whose bands</h2>
            <BandList page={page} />
          </section>
          <section className="section" aria-labelledby="definition">
            <h2 id="definition">Definition</h2>
            <Definition indicator={indicator} />
          </section>
          <section className="section" aria-labelledby="inputs">
            <h2 id="inputs">What it reads</h2>
            <InputTable inputs={page.inputs} unknown={page.unknown} asOf={asOf} />
          </section>
        </div>
        <aside className="page-aside" aria-label="How sure">
          <ReadingFacts page={page} asOf={asOf} />
        </aside>
      </div>
    </>
  );
}

/** Waits for the simulations, which may take some seconds; the rest of the page does not. */
async function LoadedTest({ indicator, asOf }: { readonly indicator: Indicator } & AsOf) {
  const [view, lppls] = await Promise.all([
    loadExplosiveness(indicator, { asOf }),
    loadLppls(indicator, { asOf }),
  ]);
  return (
    <>
      <TestPanel view={view} />
      <LpplsPanel found={lppls} />
    </>
  );
}
