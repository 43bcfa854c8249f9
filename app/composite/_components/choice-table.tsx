import type { SobolIndices } from "../../../lib/gauge/choice-sensitivity.ts";
import type { Result } from "../../../lib/result.ts";

const CHOICE_WORDS = {
  weights: "Weights",
  normalisation: "Way of placing",
  aggregation: "Arithmetic or geometric mean",
  exclusion: "Which input is left out",
} as const;

/** Which of the choices behind the composite its range comes from: first-order and total Sobol indices as bars. */
export function ChoiceTable({ found }: { readonly found: Result<readonly SobolIndices[], string> }) {
  if (!found.ok) return <p className="notice">It cannot be said: {found.error}</p>;
  return (
    <table className="table choice-table">
      <caption>
        Shares of the variance of the range: of each choice by itself, and with everything it takes part in
        (first-order and total Sobol indices, Saltelli 2010 and Jansen 1999, estimated from draws).
      </caption>
      <thead>
        <tr>
          <th scope="col">Choice</th>
          <th scope="col" className="number">
            By itself
          </th>
          <th scope="col" className="number">
            In all
          </th>
          <th scope="col">
            <span className="visually-hidden">As a bar</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {found.value.map(({ choice, firstOrder, total }) => (
          <tr key={choice}>
            <th scope="row">{CHOICE_WORDS[choice]}</th>
            <td className="number">{percent(firstOrder)}</td>
            <td className="number">{percent(total)}</td>
            <td>
              <svg className="choice-bar" aria-hidden="true" focusable="false">
                <rect width={percent(total)} height="10" y="3" fill="var(--zone-4)" />
                <rect width={percent(firstOrder)} height="10" y="3" fill="var(--era-ai)" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Estimated shares may come out a little below nought, which is nought. */
function percent(share: number): string {
  return `${Math.max(0, Math.round(share * 100))}%`;
}
