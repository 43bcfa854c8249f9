import type { Metadata } from "next";
import { address } from "../../lib/api/address.ts";
import type { FigureModel } from "../../lib/figures/model.ts";
import { chosenSet, commonSets } from "../../lib/indicators/common-scale.ts";
import { formatPeriod } from "../../lib/numbers/format-period.ts";
import { Figure } from "../_components/figure/figure.tsx";
import { FigureFailure } from "../_components/figure/figure-failure.tsx";
import { CompositeCard, NoComposite } from "../_components/indicators/composite-card.tsx";
import { HangsOn } from "../_components/indicators/hangs-on.tsx";
import { StripKey } from "../_components/indicators/strip-key.tsx";
import { LookingBack, NoSuchMoment } from "../_components/ui/looking-back.tsx";
import { type AsOf, momentOf, type PageSearch, readPageAsOf } from "../_data/as-of.ts";
import { loadComposite, loadCompositeFigure } from "../_data/composite.ts";
import { type DashboardEntry, loadDashboard } from "../_data/figures.ts";
import { loadVerdict } from "../_data/verdict.ts";
import { BandChoice } from "./_components/band-choice.tsx";
import { ReadingsTable } from "./_components/readings-table.tsx";
import { VerdictSentence } from "./_components/verdict-sentence.tsx";
import "./dashboard.css";

interface Props {
  readonly searchParams: PageSearch;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = await readPageAsOf(searchParams);
  if (!asked.ok || asked.value.asOf === undefined) return {};
  const { day, asAt } = await momentOf(asked.value);
  return { title: asAt === undefined ? `As known on ${formatPeriod(day)}` : `As of revision ${asAt}` };
}

/** The answer, then the doubt, then the evidence. */
export default async function DashboardPage({ searchParams }: Props) {
  const asked = await readPageAsOf(searchParams);
  if (!asked.ok) return <NoSuchMoment reason={asked.error} now="/" />;
  const { asOf } = asked.value;
  const [moment, figures, { verdict, readings, thresholds }, composite, clock] = await Promise.all([
    momentOf({ asOf }),
    loadDashboard({ asOf }),
    loadVerdict({ asOf }),
    loadComposite({ asOf }),
    loadCompositeFigure({ asOf }),
  ]);
  const set = chosenSet((await searchParams).bands, thresholds);
  const compositeHref = `/composite${address("", { asOf })}`;
  const [lead, ...others] = figures;
  return (
    <>
      {asOf && <LookingBack to={moment} now="/" />}
      <header className="dash-top">
        <div>
          <p className="dash-question">
            Is money flowing into AI the way it flowed into the internet before March 2000?
          </p>
          <VerdictSentence sentence={verdict.sentence} />
          <p className="dash-standfirst">{verdict.standfirst}</p>
        </div>
        {composite.ok ? (
          <CompositeCard composite={composite.value} set={set} href={compositeHref} />
        ) : (
          <NoComposite reason={composite.error} href={compositeHref} />
        )}
      </header>
      {composite.ok && clock && (
        <div className="dash-composite">
          <Figure model={clock} heading="h2" isWide {...(asOf && { asOf })} />
          <HangsOn composite={composite.value} asOf={asOf} />
        </div>
      )}
      {lead === undefined ? (
        <EmptyStore />
      ) : (
        <>
          <DashboardFigure entry={lead} asOf={asOf} isWide />
          <section className="dash-section" aria-labelledby="readings">
            <div className="dash-section-head">
              <h2 id="readings">Then and now, indicator by indicator</h2>
              <p>
                Each beside its own dot-com history. Each name leads to its definition, its inputs and its
                tests. <BandChoice sets={commonSets(thresholds)} chosen={set} asOf={asOf} />
              </p>
            </div>
            <StripKey />
            <ReadingsTable
              readings={readings}
              thresholds={thresholds}
              set={set}
              suffix={address("", { asOf })}
            />
          </section>
          <section className="dash-section" aria-labelledby="figures">
            <div className="dash-section-head">
              <h2 id="figures">The figures behind it</h2>
              <p>Every number has its source under the figure and its table of values.</p>
            </div>
            <div className="dash-figures">
              {others.map((entry) => (
                <DashboardFigure key={entry.name} entry={entry} asOf={asOf} />
              ))}
            </div>
          </section>
        </>
      )}
    </>
  );
}

interface DashboardFigureProps extends AsOf {
  readonly entry: DashboardEntry;
  readonly isWide?: boolean;
}

function DashboardFigure({ entry, asOf, isWide = false }: DashboardFigureProps) {
  const { name, failure } = entry;
  if (failure) {
    const retryHref = address("", { asOf }) || "?";
    return <FigureFailure name={name} title={titleFromName(name)} id={failure.id} retryHref={retryHref} />;
  }
  const { model } = entry;
  const columns = isWide ? "dash-wide" : columnsFor(model);
  return (
    <div className={columns}>
      <Figure
        model={model}
        heading={isWide ? "h2" : "h3"}
        isWide={columns !== "dash-single"}
        {...(asOf && { asOf })}
      />
    </div>
  );
}

function EmptyStore() {
  return (
    <p className="notice">
      The store holds no figures yet. The starter catalogue is loaded when the server first starts on an empty
      store; restart it to try again.
    </p>
  );
}

/** A month on the clock needs room that a year does not. */
const LONG_CLOCK = 24;

function columnsFor({ kind, panels, x }: FigureModel): "dash-single" | "dash-double" | "dash-wide" {
  if (panels.length > 2) return "dash-wide";
  const isLongClock = kind === "clock" && x.domain[1] - x.domain[0] > LONG_CLOCK;
  return panels.length === 2 || isLongClock ? "dash-double" : "dash-single";
}

/** The words of a figure's name stand in for a title that could not be made. */
function titleFromName(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
