import type { Metadata } from "next";
import { formatPeriod } from "../../lib/numbers/format-period.ts";
import { placeWords, sectorWords } from "../../lib/series/place-words.ts";
import { PageHead } from "../_components/ui/page-head.tsx";
import { ScrollRegion } from "../_components/ui/scroll-region.tsx";
import { SourceLink } from "../_components/ui/source-link.tsx";
import { StatusTag } from "../_components/ui/status-tag.tsx";
import { listRounds, type RoundView } from "../_data/rounds.ts";
import "./rounds.css";

export const metadata: Metadata = { title: "Financing rounds" };

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
          <table className="table rounds">
            <caption className="visually-hidden">Financing rounds, newest first</caption>
            <thead>
              <tr>
                <th scope="col">Date</th>
                <th scope="col">Company</th>
                <th scope="col" className="number">
                  Amount
                </th>
                <th scope="col" className="number">
                  Valuation after
                </th>
                <th scope="col">Kind</th>
                <th scope="col">Investors and notes</th>
                <th scope="col">Source</th>
              </tr>
            </thead>
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
      <td className="nowrap">{formatPeriod(round.date)}</td>
      <th scope="row">
        {round.company}
        <p className="remark">
          {sectorWords(round.sector)}, {placeWords(round.country)}
        </p>
      </th>
      <td className="number">{round.amount ?? "–"}</td>
      <td className="number">
        {round.postMoney ?? "–"}
        {round.preMoney && <p className="remark">{round.preMoney} before</p>}
      </td>
      <td>
        {round.instrument} <StatusTag status={round.status} />
      </td>
      <td className="wide">
        {round.lead && <p>Led by {round.lead}</p>}
        {round.participants.length > 0 && <p className="remark">With {round.participants.join(", ")}</p>}
        {round.note && <p className="remark">{round.note}</p>}
      </td>
      <td>
        <SourceLink title={round.source.publisher} url={round.source.url} />
      </td>
    </tr>
  );
}
