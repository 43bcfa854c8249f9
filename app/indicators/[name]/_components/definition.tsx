import type { Indicator } from "../../../../lib/indicators/indicator.ts";
import { KINDS } from "../../../../lib/indicators/registry.ts";
import { formatPeriod } from "../../../../lib/numbers/format-period.ts";

/** How an indicator comes to its value: its formulas, its calm years, its weight. */
export function Definition({ indicator }: { readonly indicator: Indicator }) {
  const { kind, now, over, then, calm, calmFrom, calmTo, direction, weight, methodVersion } = indicator;
  return (
    <dl className="facts-list">
      <Row term="Method">
        {KINDS[kind].method} Version {methodVersion}.
      </Row>
      <Row term="Now">
        <code>{now}</code>
      </Row>
      {over && (
        <Row term="Divided by">
          <code>{over}</code>
        </Row>
      )}
      <Row term="Then">{then ? <code>{then}</code> : "nothing comparable is stored"}</Row>
      <Row term="Calm years">
        {calmFrom && calmTo ? (
          <>
            the median of <code>{calm ?? then}</code>{" "}
            {calmFrom === calmTo
              ? `in ${formatPeriod(calmFrom)}`
              : `from ${formatPeriod(calmFrom)} to ${formatPeriod(calmTo)}`}
          </>
        ) : (
          "none are named"
        )}
      </Row>
      <Row term="Bubble-like when">{direction}</Row>
      <Row term="Weight in its pillar">
        {weight === 0 ? "0: it stands beside the composite" : String(weight)}
      </Row>
    </dl>
  );
}

function Row({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
