import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { FigureModel } from "../../lib/figures/model.ts";
import { Figure } from "../_components/figure/figure.tsx";
import { FigureFailure } from "../_components/figure/figure-failure.tsx";
import { FigureSkeleton } from "../_components/figure/figure-skeleton.tsx";
import { areaFigures } from "./_fixtures/area.ts";
import { barFigures } from "./_fixtures/bar.ts";
import { clockFigures } from "./_fixtures/clock.ts";
import { comparisonFigures } from "./_fixtures/comparison.ts";
import { dotFigures } from "./_fixtures/dot.ts";
import { lineFigures } from "./_fixtures/line.ts";
import { multipleFigures } from "./_fixtures/multiples.ts";
import { rangeFigures } from "./_fixtures/range.ts";
import { scatterFigures } from "./_fixtures/scatter.ts";
import { stateFigures } from "./_fixtures/states.ts";
import { stepFigures } from "./_fixtures/step.ts";
import "./gallery.css";

export const metadata: Metadata = { title: "Gallery" };

/** Each kind of mark, in the order of the page. */
const marks = [
  ...lineFigures,
  ...barFigures,
  ...stepFigures,
  ...areaFigures,
  ...dotFigures,
  ...rangeFigures,
  ...multipleFigures,
  ...scatterFigures,
];

/** Every mark in every state, from made-up numbers; for development only. */
export default function GalleryPage() {
  if (process.env.NODE_ENV === "production") notFound();
  const [lead, ...clocks] = clockFigures;
  return (
    <>
      <h1 className="gallery-title">Gallery</h1>
      {lead && <Figure model={lead} heading="h2" isWide data="page" />}
      <Section title="Marks" figures={[...clocks, ...marks]} />
      <Section title="Comparisons" figures={comparisonFigures} />
      <Section title="States" figures={stateFigures}>
        <FigureFailure name="failed" title="AI's share of world venture money" id="5f0c2a91" />
        <FigureSkeleton />
      </Section>
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly figures: readonly FigureModel[];
  readonly children?: React.ReactNode;
}

function Section({ title, figures, children }: SectionProps) {
  return (
    <section className="gallery-section">
      <h2>{title}</h2>
      <div className="gallery-figures">
        {figures.map((model) => (
          <Figure key={model.name} model={model} data="page" />
        ))}
        {children}
      </div>
    </section>
  );
}
