import { meansSeries } from "../../../../../lib/uploads/map/choose-columns.ts";
import type { UploadSettings } from "../../../../../lib/uploads/settings.ts";
import { FieldCell } from "../../../../_components/ui/field-cell.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import type { Proposed } from "../../../../_data/uploads/propose.ts";

/** The names in the file that are no known series: which is meant by each, or the way to add it, which keeps the form they stand in. */
export function UnknownSeries({
  settings,
  proposed,
}: {
  readonly settings: UploadSettings;
  readonly proposed: Proposed;
}) {
  const { unknownSeries, layout } = proposed.proposal;
  const known = settings.mapping?.seriesNames ?? {};
  const isInColumn = layout.value === "long" || layout.value === "periods-across";
  const asked = isInColumn
    ? unknownSeries
    : unknownSeries.filter(({ name }) => !meansSeries(settings.mapping, name));
  if (asked.length === 0) return null;
  return (
    <section className="section" aria-labelledby="unknown-series">
      <h2 id="unknown-series">Series that are not known by this name</h2>
      <table className="table stacks">
        <caption className="visually-hidden">Names in the file that are no known series</caption>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">{isInColumn ? "The series that is meant" : "The nearest series"}</th>
            <th scope="col">Or add it</th>
          </tr>
        </thead>
        <tbody>
          {asked.map(({ name, nearest }, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label="Meant:">
                {isInColumn ? (
                  <>
                    <input type="hidden" name={`called-${at}`} value={name} />
                    <FieldCell
                      name={`code-${at}`}
                      label={`The series that ${name} means`}
                      initial={known[name] ?? ""}
                      list="series-codes"
                    />
                    {nearest && <p className="remark">nearest: {nearest}</p>}
                  </>
                ) : (
                  (nearest ?? "none")
                )}
              </td>
              <td>
                <SubmitButton name="addSeries" value={name} isLead={false}>
                  Add a series<span className="visually-hidden"> for {name}</span>
                </SubmitButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
