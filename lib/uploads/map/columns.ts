import type { HeaderChoice } from "../settings.ts";

/** The header of a file: where it stands, and a name of its own for every column. */
export interface Header extends HeaderChoice {
  readonly names: readonly string[];
}

/**
 * Names the columns of a file so that no two are alike: by the texts of the header rows joined, where an upper row that
 * is empty goes on from the left, as merged cells do; `Column C` where there is none; `value (2)` for the second of a name.
 */
export function columnNames(rows: readonly (readonly string[])[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, at) => {
    const texts = rows.map((cells, index) => tidy(index < rows.length - 1 ? carried(cells, at) : cells[at]));
    const text = texts.filter((part, index) => part !== "" && part !== texts[index - 1]).join(" · ");
    const name = text === "" ? nameByPlace(at) : text;
    let own = name;
    for (let count = 2; taken.has(own); count += 1) own = `${name} (${count})`;
    taken.add(own);
    return own;
  });
}

/** The name of a column whose header says nothing: its letters in a spreadsheet. */
export function nameByPlace(at: number): string {
  return `Column ${columnLetters(at)}`;
}

/** The letters of a spreadsheet's column, the first being `A`. */
function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}

/** What the columns of two files have in common when they come from the same place: their names, in order. */
export function headerSignature({ names }: Pick<Header, "names">): string {
  return JSON.stringify(names.map((name) => name.toLowerCase()));
}

function carried(cells: readonly string[], at: number): string | undefined {
  for (let from = at; from >= 0; from -= 1) if (tidy(cells[from]) !== "") return cells[from];
  return undefined;
}

function tidy(text: string | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
