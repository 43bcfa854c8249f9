import Link from "next/link";
import type { Indicator } from "../../../lib/indicators/indicator.ts";
import { PILLAR_WORDS, PILLARS } from "../../../lib/indicators/pillar.ts";
import { ScrollRegion } from "../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../_components/ui/table-head.tsx";

const COLUMNS = [
  { label: "Indicator" },
  { label: "Formulas" },
  { label: "Calm years" },
  { label: "Weight", isNumber: true },
  { label: "Version", isNumber: true },
] as const;

/** Every indicator with its formulas, pillar by pillar. */
export function IndicatorMethods({ indicators }: { readonly indicators: readonly Indicator[] }) {
  return PILLARS.map((pillar) => {
    const ofPillar = indicators.filter((indicator) => indicator.pillar === pillar);
    if (ofPillar.length === 0) return null;
    return (
      <section key={pillar} aria-labelledby={`pillar-${pillar}`}>
        <h3 id={`pillar-${pillar}`}>{PILLAR_WORDS[pillar].title}</h3>
        <p className="section-intro">{PILLAR_WORDS[pillar].purpose}</p>
        <ScrollRegion label={`Indicators: ${PILLAR_WORDS[pillar].title}`}>
          <table className="table stacks">
            <TableHead columns={COLUMNS} />
            <tbody>
              {ofPillar.map((indicator) => (
                <MethodRow key={indicator.name} {...indicator} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </section>
    );
  });
}

function MethodRow({
  name,
  title,
  definition,
  now,
  over,
  then,
  calm,
  calmFrom,
  calmTo,
  weight,
  methodVersion,
}: Indicator) {
  return (
    <tr>
      <th scope="row">
        <Link href={`/indicators/${name}`} prefetch={false}>
          {title}
        </Link>
        <p className="remark">{definition}</p>
      </th>
      <td>
        <p>
          now <code>{now}</code>
          {over && (
            <>
              {" "}
              over <code>{over}</code>
            </>
          )}
        </p>
        {then && (
          <p>
            then <code>{then}</code>
          </p>
        )}
      </td>
      <td data-label="calm years">
        {calmFrom === null ? "–" : calmFrom === calmTo ? calmFrom : `${calmFrom} to ${calmTo}`}
        {calm && (
          <p>
            of <code>{calm}</code>
          </p>
        )}
      </td>
      <td className="number" data-label="weight">
        {weight}
      </td>
      <td className="number" data-label="version">
        {methodVersion}
      </td>
    </tr>
  );
}
