import type { RollBackView } from "../../../../../_data/roll-back.ts";

/** The parts of a plan that its sentence is made of. */
export interface ToldPlan extends Pick<RollBackView, "counts" | "restoresNothing"> {
  /** How many rows of other tables would be put back, retired or removed, and how many stay. */
  readonly rows: number;
  readonly keptRows: number;
}

/** What a roll-back would do and what it would leave alone, in a few sentences. */
export function planSentence({ counts, rows, keptRows, restoresNothing }: ToldPlan): string {
  const { added, revised, withdrawn, leftAlone } = counts;
  if (restoresNothing) {
    return sentences(
      "There is nothing to roll back: it was undone already, or changed since",
      stays(leftAlone, keptRows),
    );
  }
  const deeds = [
    added > 0 && `bring back ${values(added)}`,
    revised > 0 && `restore the former state of ${values(revised)}`,
    withdrawn > 0 && `take back ${values(withdrawn)}`,
    rows > 0 && `put back or remove ${counted(rows, "row")} of other tables`,
  ].filter((deed) => deed !== false);
  return sentences(
    `This would ${deeds.join(", ")}`,
    withdrawn > 0 && "Where a value is taken back, what was said before it stands again",
    "Nothing is stored yet",
    stays(leftAlone, keptRows),
  );
}

function stays(leftAlone: number, keptRows: number): string | false {
  const left = [
    leftAlone > 0 && values(leftAlone),
    keptRows > 0 && `${counted(keptRows, "row")} of other tables`,
  ].filter((part) => part !== false);
  if (left.length === 0) return false;
  return `Left as now, for the reasons listed: ${left.join(" and ")}`;
}

function sentences(...parts: readonly (string | false)[]): string {
  return parts.flatMap((part) => (part === false ? [] : [`${part}.`])).join(" ");
}

function values(count: number): string {
  return counted(count, "value");
}

function counted(count: number, noun: string): string {
  return `${COUNT.format(count)} ${noun}${count === 1 ? "" : "s"}`;
}

const COUNT = new Intl.NumberFormat("en-GB");
