import { reviewQuery } from "../../../../../lib/uploads/review-search.ts";
import { ScrollRegion } from "../../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../../_components/ui/table-head.tsx";
import type { TouchedView } from "../../../../_data/uploads/review.ts";
import { CourseMark } from "./course-mark.tsx";

const COLUMNS = [
  { label: "Series" },
  { label: "Now, and after the commit" },
  { label: "New", isNumber: true },
  { label: "Revised", isNumber: true },
  { label: "Withdrawn", isNumber: true },
  { label: "Unchanged", isNumber: true },
  { label: "Missing", isNumber: true },
];

/** The series that a file touches: how many values of each kind, and its course before and after. */
export function TouchedTable({ touched }: { readonly touched: readonly TouchedView[] }) {
  return (
    <ScrollRegion label="Table of touched series">
      <table className="table stacks touched-table">
        <caption className="visually-hidden">Series that the file touches, in its order</caption>
        <TableHead columns={COLUMNS} />
        <tbody>
          {touched.map(({ code, isNew, course, added, revised, withdrawn, unchanged, missing }) => (
            <tr key={code}>
              <th scope="row">
                <a href={reviewQuery({ code })}>
                  <code>{code}</code>
                </a>
                {isNew && (
                  <>
                    {" "}
                    <span className="tag">new series</span>
                  </>
                )}
              </th>
              <td>
                <CourseMark course={course} label={`${code} now and after the commit`} />
              </td>
              {[
                ["New:", added],
                ["Revised:", revised],
                ["Withdrawn:", withdrawn],
                ["Unchanged:", unchanged],
                ["Missing:", missing],
              ].map(([label, number]) => (
                <td key={label} className="number" data-label={label}>
                  {number?.toLocaleString("en-GB")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
