import { formatPeriod } from "../../../../lib/numbers/format-period.ts";
import { formatValue } from "../../../../lib/numbers/format-value.ts";
import type { VintageCell, VintageTable } from "../../../../lib/vintages/vintage-table.ts";
import { formatDecimal } from "../../../_components/ui/decimal.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";

/** Beyond these a triangle cannot be read; the restated periods are then listed instead. */
const MOST_MONTHS = 24;
const MOST_PERIODS = 60;

/** First reports and restatements: what a reader could know in which month. */
export function WhatWasKnownWhen({ table, unit }: { readonly table: VintageTable; readonly unit: string }) {
  return (
    <section className="section" aria-labelledby="known-when">
      <h2 id="known-when">What was known when</h2>
      <Vintages table={table} unit={unit} />
    </section>
  );
}

function Vintages({ table, unit }: { readonly table: VintageTable; readonly unit: string }) {
  const { months, rows } = table;
  if (rows.length === 0) return <p className="section-intro">Nothing was known by this date.</p>;
  const restated = rows.filter(({ cells }) => isRestated(cells));
  if (months.length === 1 && months[0]) {
    return (
      <p className="section-intro">
        Every value is from one publication, of {formatPeriod(months[0])}. No earlier report or restatement is
        stored.
      </p>
    );
  }
  if (months.length > MOST_MONTHS || rows.length > MOST_PERIODS) {
    return restated.length === 0 ? (
      <p className="section-intro">
        Published in {months.length} months. No value that is stored was restated.
      </p>
    ) : (
      <Restatements rows={restated} unit={unit} />
    );
  }
  return <Triangle table={table} unit={unit} />;
}

function Triangle({
  table: { months, rows },
  unit,
}: {
  readonly table: VintageTable;
  readonly unit: string;
}) {
  const columns = [
    { label: "Period" },
    ...months.map((month) => ({ label: formatPeriod(month), isNumber: true })),
    { label: "Total move", isNumber: true },
  ];
  return (
    <>
      <p className="section-intro">
        By month of publication. Bold: first report. Underlined: restated. Dot: unchanged. Unit: {unit}.
      </p>
      <ScrollRegion label="Values by month of publication">
        <table className="table triangle">
          <TableHead columns={columns} />
          <tbody>
            {rows.map(({ period, cells, move }) => (
              <tr key={period}>
                <th scope="row" className="nowrap">
                  {formatPeriod(period)}
                </th>
                {cells.map((cell, at) => (
                  <Cell key={months[at]} cell={cell} />
                ))}
                <td className="number">{isRestated(cells) ? moveWords(move) : "none"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function Cell({ cell: { kind, value } }: { readonly cell: VintageCell }) {
  switch (kind) {
    case "before":
      return <td />;
    case "standing":
    case "repeated":
      return (
        <td className="number muted">
          <span aria-hidden="true">·</span>
          <span className="visually-hidden">unchanged</span>
        </td>
      );
    case "first":
      return (
        <td className="number">
          <b>{formatDecimal(value)}</b>
        </td>
      );
    case "restated":
      return (
        <td className="number restated">
          {value === null ? "withdrawn" : formatDecimal(value)}
          <span className="visually-hidden">, restated</span>
        </td>
      );
  }
}

const RESTATEMENT_COLUMNS = [
  { label: "Period" },
  { label: "First report", isNumber: true },
  { label: "Latest", isNumber: true },
  { label: "Total move", isNumber: true },
];

function Restatements({ rows, unit }: { readonly rows: VintageTable["rows"]; readonly unit: string }) {
  return (
    <>
      <p className="section-intro">
        The periods whose first report was restated, newest first. Unit: {unit}.
      </p>
      <ScrollRegion label="Restated periods">
        <table className="table">
          <TableHead columns={RESTATEMENT_COLUMNS} />
          <tbody>
            {rows.toReversed().map(({ period, first, latest, move }) => (
              <tr key={period}>
                <th scope="row">{formatPeriod(period)}</th>
                <td className="number">{formatDecimal(first)}</td>
                <td className="number">{latest === null ? "withdrawn" : formatDecimal(latest)}</td>
                <td className="number">{moveWords(move)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function isRestated(cells: readonly VintageCell[]): boolean {
  return cells.some(({ kind }) => kind === "restated");
}

/** A move that cannot be told, from a value withdrawn or not positive, is a dash. */
function moveWords(move: number | null): string {
  if (move === null) return "–";
  const text = formatValue(move, { kind: "share" });
  return move > 0 ? `+${text}` : text;
}
