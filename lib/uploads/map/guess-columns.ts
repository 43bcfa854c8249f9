import type { UploadContext } from "../check/upload-series.ts";
import type { ColumnSurvey } from "./column-survey.ts";
import { type Role, roleOfHeader } from "./header-words.ts";
import { readStatus } from "./read-status.ts";
import { shapeOf } from "./text-shape.ts";

/** A guess with how far it can be trusted, from 0 to 1, and what it rests on. */
export interface Guess<Value> {
  readonly value: Value;
  readonly confidence: number;
  readonly because: string;
}

/** What a column seems to mean. `numbers`: it holds numbers, and its header says nothing of them. */
export interface ColumnGuess extends Guess<Role | "numbers" | null> {
  readonly column: string;
  /** The series that its header names, by code or by title. */
  readonly series: string | null;
  /** Whether its header is a period. */
  readonly isPeriod: boolean;
}

/** Guesses the meaning of each column from its header and its cells, each for itself. */
export function guessColumns(columns: readonly ColumnSurvey[], context: UploadContext): ColumnGuess[] {
  const byName = new Map<string, string>();
  for (const { code, title } of context.series.values()) {
    byName.set(title.toLowerCase(), code);
    byName.set(code.toLowerCase(), code);
  }
  return columns.map((column) => ({
    column: column.name,
    series: byName.get(column.name.toLowerCase()) ?? null,
    isPeriod: ["period", "year"].includes(shapeOf(column.name, "text")),
    ...guessOf(column, context),
  }));
}

/** Shares of the cells that say something. */
function sharesOf({ shapes }: ColumnSurvey) {
  const cells = shapes.number + shapes.year + shapes.period + shapes.word;
  const share = (count: number) => (cells === 0 ? 0 : count / cells);
  return {
    cells,
    number: share(shapes.number + shapes.year),
    period: share(shapes.period + shapes.year),
    year: share(shapes.year),
    word: share(shapes.word),
  };
}

function guessOf(column: ColumnSurvey, { series, sources }: UploadContext): Guess<Role | "numbers" | null> {
  const { texts } = column;
  const shares = sharesOf(column);
  const said = roleOfHeader(column.name);
  const known = shareOf(texts, (text) => series.has(text));
  if (known >= 0.5) return guess("series", 0.95, `${percent(known)} of its texts are codes of series`);

  if (said) {
    const { role, isWhole } = said;
    const trust = isWhole ? 0.9 : 0.75;
    const header = `its header says ${column.name}`;
    if (shares.cells === 0) return guess(role, 0.5, `${header}, and it is empty`);
    const agrees = agreement(role, column, shares, sources);
    if (agrees !== null)
      return guess(role, Math.min(trust, 0.3 + agrees), `${header}, and ${cellsWords(role, agrees)}`);
    return guess(role, trust - 0.1, header);
  }
  if (shares.period > 0.8 && shares.number < 1) {
    return guess("period", 0.8, `${percent(shares.period)} of its cells are periods`);
  }
  if (shares.year > 0.8) return guess("period", 0.5, `${percent(shares.year)} of its cells may be years`);
  if (shares.number > 0.5) return guess("numbers", 0.6, `${percent(shares.number)} of its cells are numbers`);
  const statuses = shareOf(texts, (text) => readStatus(text) !== null);
  if (statuses === 1 && texts.length > 1) return guess("status", 0.6, "its texts are those of statuses");
  return guess(null, 0, "neither its header nor its cells say what it means");
}

/** How far the cells of a column are such as its header promises; `null` when cells cannot tell. */
function agreement(
  role: Role,
  { texts }: ColumnSurvey,
  shares: ReturnType<typeof sharesOf>,
  sources: ReadonlySet<string>,
): number | null {
  switch (role) {
    case "period":
    case "vintage":
      return shares.period;
    case "value":
      return shares.number;
    case "status":
      return shareOf(texts, (text) => readStatus(text) !== null);
    case "source":
      return shareOf(texts, (text) => sources.has(text));
    case "series":
      return shares.word;
    case "note":
      return null;
  }
}

function cellsWords(role: Role, share: number): string {
  const what: Readonly<Record<Role, string>> = {
    period: "periods",
    vintage: "days",
    value: "numbers",
    status: "statuses",
    source: "known sources",
    series: "words",
    note: "text",
  };
  return `${percent(share)} of its cells are ${what[role]}`;
}

function guess<Value>(value: Value, confidence: number, because: string): Guess<Value> {
  return { value, confidence, because };
}

function shareOf(texts: readonly string[], holds: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;
}

function percent(share: number): string {
  return share === 1 ? "all" : `${Math.round(share * 100)} per cent`;
}
