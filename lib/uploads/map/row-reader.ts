import type { Status } from "../../series/series.ts";
import { hasControls } from "../../text/visible-text.ts";
import { LONGEST_NOTE } from "../rules.ts";
import type { Mapping, UploadDefaults } from "../settings.ts";
import type { CellReaders } from "./cell-readers.ts";
import { readStatus } from "./read-status.ts";
import type { RowView } from "./row-view.ts";

/** What a row says of all its values. `vintageAt`: where its vintage stands, `null` when that is the default. */
export interface AboutRow {
  readonly vintage: string;
  readonly vintageAt: number | null;
  readonly status: Status;
  readonly source: string | null;
  readonly note: string | null;
}

type Columns = Pick<Mapping, "vintage" | "status" | "source" | "note">;

/**
 * Makes the reader of what rows say of all their values, in columns or by default. Answers `null` when one of the cells
 * is wrong, which is noted on the row, or when nothing says the vintage.
 */
export function createRowReader(
  columns: Columns,
  defaults: UploadDefaults,
  at: (column: string) => number,
  readers: CellReaders,
): (view: RowView) => AboutRow | null {
  const place = (column: string | null) => (column === null ? null : at(column));
  const vintageAt = place(columns.vintage);
  const statusAt = place(columns.status);
  const sourceAt = place(columns.source);
  const noteAt = place(columns.note);

  function vintageIn(view: RowView): string | null {
    const text = vintageAt === null ? "" : view.text(vintageAt);
    if (vintageAt === null || (text === "" && defaults.vintage !== null)) return defaults.vintage;
    const read = text === "" ? filled : readers.day(text, view.kind(vintageAt));
    if (read.ok) return read.value;
    view.problem(vintageAt, read.error);
    return null;
  }

  function statusIn(view: RowView): Status | null {
    const text = statusAt === null ? "" : view.text(statusAt);
    if (text === "") return defaults.status;
    const status = readStatus(text);
    if (status === null) view.problem(statusAt, { rule: "status" });
    return status;
  }

  function sourceIn(view: RowView): string | null {
    const text = sourceAt === null ? "" : view.text(sourceAt);
    if (text === "") return defaults.source;
    const read = readers.source(text);
    if (read.ok) return read.value;
    view.problem(sourceAt, read.error);
    return null;
  }

  function noteIn(view: RowView): string | null {
    const text = noteAt === null ? "" : view.text(noteAt);
    if (text === "") return null;
    if (hasControls(text)) view.problem(noteAt, { rule: "controls" });
    else if (text.length > LONGEST_NOTE) view.problem(noteAt, { rule: "text-length" });
    else if (/^[=+@]|^-\D/.test(text)) view.problem(noteAt, { rule: "formula" });
    return text;
  }

  return (view) => {
    const vintage = vintageIn(view);
    const status = statusIn(view);
    const source = sourceIn(view);
    const note = noteIn(view);
    return vintage === null || status === null || view.hasError()
      ? null
      : { vintage, vintageAt, status, source, note };
  };
}

const filled = { ok: false, error: { rule: "filled" } } as const;
