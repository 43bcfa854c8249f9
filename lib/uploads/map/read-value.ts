import type { SeriesRow } from "../../ingestion/tables.ts";
import { printExact, reach, shift, shortest } from "../../numbers/exact.ts";
import { ok, type Result } from "../../result.ts";
import type { CellKind } from "../read/row.ts";
import type { ValueReading } from "../settings.ts";
import { type CellFault, fault } from "./cell-fault.ts";
import { isMissingMarker } from "./missing-marker.ts";
import { type NumberReading, readNumber } from "./read-number.ts";

/** What a value is read against: the unit and scale of its series. */
export type ValueSeries = Pick<SeriesRow, "code" | "unitKind" | "currency" | "scale">;

/** More digits than this on either side of the point are no measurement. */
const LONGEST_SIDE = 30;

/** Exact decimals as they are stored: they need no reading where nothing is declared that would change them. */
const STORED = /^(?:-?[1-9]\d{0,29}|0)(?:\.\d{1,30})?$/;

const POINT = { decimal: "point", group: "none" } as const;

/**
 * Reads a cell as a value of its series: exact decimal text in the unit and scale of the series, or `null` for a mark
 * that says there is none.
 *
 * A scale or a currency that the cell states must not contradict what the column is said to have, and the currency must
 * be that of the series; the number is converted by powers of ten, exactly. A per cent is a hundredth for a share or a
 * multiple and itself for a series in per cent. Numbers of a workbook always have a decimal point.
 */
export function readValue(
  text: string,
  kind: CellKind,
  column: ValueReading,
  series: ValueSeries,
): Result<string | null, CellFault> {
  const isPoint = kind === "number" || (kind === "text" && column.style?.decimal === "point");
  if (isPoint && column.scale === null && column.currency === null && STORED.test(text)) return ok(text);
  if (isMissingMarker(text)) return ok(null);
  if (kind === "error" || /^#[A-Z0-9/_]+[!?]?$/.test(text)) return fault("cell-error");
  if (kind === "boolean" || kind === "date") return fault("number");
  const read = readNumber(text, kind === "number" ? POINT : column.style);
  if (!read.ok) return read;
  const power = powerTo(series, read.value, column);
  if (!power.ok) return power;
  const number = shift(read.value.number, power.value);
  const { whole, fraction } = reach(number);
  if (whole > LONGEST_SIDE || fraction > LONGEST_SIDE) return fault("magnitude");
  return ok(printExact(power.value === 0 ? number : shortest(number)));
}

/** The power of ten that turns the number of a cell into the unit and scale of the series. */
function powerTo(
  series: ValueSeries,
  { power, currencies, isPercent }: NumberReading,
  column: ValueReading,
): Result<number, CellFault> {
  const { unitKind } = series;
  const money = currencyFault(series, currencies, column);
  if (money) return money;
  if (isPercent) {
    if (unitKind === "percent") return ok(0);
    return unitKind === "share" || unitKind === "multiple" ? ok(-2) : fault("percent");
  }
  const declared = column.scale === null ? null : Math.log10(column.scale);
  if (power === 0 && declared === null) return ok(0);
  if (unitKind !== "currency" && unitKind !== "count") return fault("scale");
  if (power !== 0 && declared !== null && power !== declared) {
    return fault("scale", "state the scale in the cell or for the column, not two of them");
  }
  return ok((power === 0 ? (declared ?? 0) : power) - Math.log10(series.scale ?? 1));
}

function currencyFault(
  { unitKind, currency, code }: ValueSeries,
  stated: readonly string[] | null,
  column: ValueReading,
): ReturnType<typeof fault> | null {
  if (stated === null && column.currency === null) return null;
  if (unitKind !== "currency" || currency === null) {
    return stated === null
      ? null
      : fault("currency", `write the number alone: ${code} is no amount of money`);
  }
  // A column that says its currency says what a sign that several share stands for: a dollar may be Canadian.
  const isDollarOfColumn = stated?.includes("USD") && column.currency !== null && /D$/.test(column.currency);
  const cell = stated === null || isDollarOfColumn ? [column.currency] : stated;
  if (cell.includes(currency) && (column.currency === null || column.currency === currency)) return null;
  const remedy = `convert it: ${code} is in ${currency}`;
  return fault("currency", remedy);
}
