import type { Survey } from "../../../../../lib/uploads/map/survey.ts";
import { ScrollRegion } from "../../../../_components/ui/scroll-region.tsx";

const ROWS_SHOWN = 20;
const LONGEST_SHOWN = 80;

/** The first rows of a file from its top, the header marked, each with its number in the file. */
export function Preview({
  survey: { preview, header },
}: {
  readonly survey: Pick<Survey, "preview" | "header">;
}) {
  const rows = preview.slice(0, ROWS_SHOWN);
  const isHeader = (row: number) => row >= header.row && row < header.row + header.rows;
  return (
    <ScrollRegion label="The first rows of the file">
      <table className="table upload-preview">
        <caption className="visually-hidden">
          The first rows of the file, under the names of its columns
        </caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              Row
            </th>
            {header.names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells, kinds }) => (
            <tr key={row} className={isHeader(row) ? "header-row" : undefined}>
              <th scope="row" className="number">
                {row}
              </th>
              {header.names.map((name, at) => (
                <td key={name} data-kind={kinds?.[at]}>
                  {shortened(cells[at] ?? "")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
