import type { Metadata } from "next";
import { formatPeriod } from "../../lib/numbers/format-period.ts";
import { placeWords, sectorWords } from "../../lib/series/place-words.ts";
import { NoteText } from "../_components/ui/note-text.tsx";
import { PageHead } from "../_components/ui/page-head.tsx";
import { ScrollRegion } from "../_components/ui/scroll-region.tsx";
import { SourceLink } from "../_components/ui/source-link.tsx";
import { StatusTag } from "../_components/ui/status-tag.tsx";
import { TableHead } from "../_components/ui/table-head.tsx";
import { listRounds, type RoundView } from "../_data/rounds.ts";
import "./rounds.css";

export const metadata: Metadata = { title: "Financing rounds" };

const COLUMNS = [
  { label: "Date" },
  { label: "Company" },
  { label: "Amount", isNumber: true },
  { label: "Valuation after", isNumber: true },
  { label: "Kind" },
  { label: "Investors and notes" },
  { label: "Source" },
];

/** The deals behind the counts, newest first. */
export default async function RoundsPage() {
  const rounds = await listRounds();
  return (
    <>
      <PageHead title="Financing rounds">
        {rounds.length} deals with their sources, newest first. Valuations are what one round priced, not what
        a market would pay for the whole company.
      </PageHead>
      {rounds.length === 0 ? (
        <p className="notice">No round is stored yet. The starter catalogue brings them when it is loaded.</p>
      ) : (
        <ScrollRegion label="Financing rounds">
          <table className="table stacks rounds">
            <caption className="visually-hidden">Financing rounds, newest first</caption>
            <TableHead columns={COLUMNS} />
            <tbody>
              {rounds.map((round) => (
                <RoundRow key={round.code} round={round} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </>
  );
}

function RoundRow({ round }: { readonly round: RoundView }) {
  return (
    <tr id={round.code}>
      <td className="nowrap date">{formatPeriod(round.date)}</td>
      <th scope="row">
        {round.company}
        <p className="remark">
          {sectorWords(round.sector)}, {placeWords(round.country)}
        </p>
      </th>
      <td className="number amount" data-label="amount">
        {round.amount ?? "–"}
      </td>
      <td className="number valuation" data-label="valued after at">
        {round.postMoney ?? "–"}
        {round.preMoney && <p className="remark">{round.preMoney} before</p>}
      </td>
      <td className="kind">
        {round.instrument} <StatusTag status={round.status} />
      </td>
      <td className="wide">
        {round.lead && <p>Led by {round.lead}</p>}
        {round.participants.length > 0 && <p className="remark">With {round.participants.join(", ")}</p>}
        {round.note && (
          <p className="remark">
            <NoteText note={round.note} />
          </p>
        )}
      </td>
      <td className="source" data-label="Source:">
        <SourceLink title={round.source.publisher} url={round.source.url} />
      </td>
    </tr>
  );
}
