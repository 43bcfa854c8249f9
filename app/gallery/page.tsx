import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { FigureModel } from "../../lib/figures/model.ts";
import { Figure } from "../_components/figure/figure.tsx";
import { FigureFailure } from "../_components/figure/figure-failure.tsx";
import { FigureSkeleton } from "../_components/figure/figure-skeleton.tsx";
import { clockFigures, comparisonFigures, scatterFigures, stateFigures } from "./_fixtures/other-figures.ts";
import { timeFigures } from "./_fixtures/time-figures.ts";
import "./gallery.css";

export const metadata: Metadata = { title: "Gallery" };

/** Every mark in every state, from made-up numbers; for development only. */
export default function GalleryPage() {
  if (process.env.NODE_ENV === "production") notFound();
  const [lead, ...clocks] = clockFigures;
  return (
    <>
      <h1 className="gallery-title">Gallery</h1>
      {lead && <Figure model={lead} heading="h2" isWide data="page" />}
      <Section title="Marks" figures={[...clocks, ...timeFigures, ...scatterFigures]} />
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
