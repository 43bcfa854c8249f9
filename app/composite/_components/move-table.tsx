import type { CompositeMove } from "../../../lib/indicators/composite-reading.ts";
import { moveSentence, signedPoints } from "../../../lib/indicators/composite-words.ts";

/** Why the composite is not what it was: what each input did, in points that add up to the change. */
export function MoveTable({ move, level }: { readonly move: CompositeMove; readonly level: number }) {
  return (
    <>
      <p>{moveSentence(move, level)}</p>
      <table className="table move-table">
        <caption>
          Points by input; they add up to {move.change.toFixed(1).replace("-", "−")}. An input that joined or
          left counts by its distance from what stood in its place.
        </caption>
        <tbody>
          {move.contributions.map(({ name, title, points }) => (
            <tr key={name}>
              <th scope="row">{title}</th>
              <td className="number">{signedPoints(points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
