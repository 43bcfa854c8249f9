import { address } from "../../../lib/api/address.ts";
import type { Indicator } from "../../../lib/indicators/indicator.ts";
import { PILLAR_WORDS, PILLARS } from "../../../lib/indicators/pillar.ts";
import { indicatorParameter, pillarParameter, type Weights } from "../../../lib/indicators/weights.ts";

interface Props {
  readonly indicators: readonly Indicator[];
  readonly weights: Weights;
  readonly asOf: string | undefined;
}

/**
 * Weights of a reader's own, as a plain form whose address holds them. Only those that differ need be there, but a form
 * sends all: an address that leaves some out means the indicators' own.
 */
export function WeightForm({ indicators, weights, asOf }: Props) {
  return (
    <form className="weight-form" action="/composite" method="get">
      {asOf && <input type="hidden" name="asOf" value={asOf} />}
      <p className="section-intro">
        Only proportions count: pillars against pillars, and indicators within their pillar. 0 leaves one out.
        What has no dot-com counterpart cannot be weighed.
      </p>
      {PILLARS.map((pillar) => {
        const inputs = indicators.filter(
          (indicator) => indicator.pillar === pillar && indicator.then !== null,
        );
        if (inputs.length === 0) return null;
        return (
          <fieldset key={pillar}>
            <legend>
              <Weight
                name={pillarParameter(pillar)}
                label={PILLAR_WORDS[pillar].title}
                value={weights.pillars.get(pillar) ?? 1}
              />
            </legend>
            {inputs.map(({ name, title, weight }) => (
              <Weight
                key={name}
                name={indicatorParameter(name)}
                label={title}
                value={weights.indicators.get(name) ?? weight}
              />
            ))}
          </fieldset>
        );
      })}
      <p className="table-acts">
        <button className="button lead" type="submit">
          See it by these weights
        </button>
        <a className="button" href={address("/composite", { asOf })}>
          Back to their own
        </a>
      </p>
    </form>
  );
}

function Weight({
  name,
  label,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: number;
}) {
  return (
    <label>
      <span>{label}</span>
      <input className="field" type="number" name={name} min="0" max="1000" step="any" defaultValue={value} />
    </label>
  );
}
