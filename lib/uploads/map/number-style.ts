import type { NumberStyle } from "../settings.ts";

type GroupMark = NumberStyle["group"];

/** The marks as they are written; spaces and apostrophes have several forms. */
export const MARK_FORMS: Readonly<Record<GroupMark, string>> = {
  none: "",
  comma: ",",
  point: "\\.",
  space: "[ \\u00a0\\u2007\\u2009\\u202f]",
  apostrophe: "['’]",
};

/** What the numbers of a column say about their marks. */
export interface StyleEvidence {
  /** Numbers that can only have a decimal point, or only a decimal comma, with one of them. */
  readonly point: Sightings;
  readonly comma: Sightings;
  /** Numbers such as 1,234 or 1.234, whose one mark may be either. */
  readonly eitherComma: Sightings;
  readonly eitherPoint: Sightings;
  /** Thousands separated by a mark that cannot be the decimal one. */
  readonly groups: Readonly<Record<Exclude<GroupMark, "none">, number>>;
}

export interface Sightings {
  readonly count: number;
  readonly example: string | null;
}

/** A proposal of a style, or `null` when the numbers do not decide it; `confidence` runs from 0 to 1. */
export interface StyleFound {
  readonly value: NumberStyle | null;
  readonly confidence: number;
  readonly because: string;
  /** Whether any number of the column has a mark at all; without one every style reads them alike. */
  readonly isStated: boolean;
}

type Sighting = { decimal: "point" | "comma" | "either-comma" | "either-point" | null; group: GroupMark };

/** The commonest numbers: whole ones, which say nothing, and those with a point before other than three digits. */
const WHOLE = /^-?\d+$/;
const PLAIN_POINT = /^-?\d+\.(?:\d\d?|\d{4,})$/;
const BODY = /\d(?:[\d.,'’ \u00a0\u2007\u2009\u202f]*\d)?/;

/** Gathers evidence number by number. */
export function createStyleEvidence(): { add(text: string): void; evidence(): StyleEvidence } {
  const counts = { point: none(), comma: none(), eitherComma: none(), eitherPoint: none() };
  const groups = { comma: 0, point: 0, space: 0, apostrophe: 0 };
  const see = (key: keyof typeof counts, text: string) => {
    const seen = counts[key];
    seen.count += 1;
    seen.example ??= text.slice(0, 40);
  };
  return {
    add(text) {
      if (WHOLE.test(text)) return;
      if (PLAIN_POINT.test(text)) return see("point", text);
      const body = BODY.exec(text)?.[0];
      if (body === undefined || WHOLE.test(body)) return;
      const { decimal, group } = sightingIn(body);
      if (group !== "none") groups[group] += 1;
      if (decimal === "either-comma") see("eitherComma", text);
      else if (decimal === "either-point") see("eitherPoint", text);
      else if (decimal !== null) see(decimal, text);
    },
    evidence: () => structuredClone({ ...counts, groups }),
  };
}

function none(): { count: number; example: string | null } {
  return { count: 0, example: null };
}

function sightingIn(body: string): Sighting {
  const outer = /[ \u00a0\u2007\u2009\u202f]/.test(body)
    ? "space"
    : /['’]/.test(body)
      ? "apostrophe"
      : "none";
  const marks = body.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return { decimal: null, group: outer };
  const name = last === "." ? "point" : "comma";
  const other = last === "." ? "comma" : "point";
  if (outer !== "none") return { decimal: name, group: outer };
  if (marks.some((mark) => mark !== last)) return { decimal: name, group: other };
  // Several of one mark: they separate thousands, and the other one is left for the decimals.
  if (marks.length > 1) return { decimal: other, group: name };
  const [before = "", after = ""] = body.split(last);
  const isEither = after.length === 3 && before.length <= 3 && !before.startsWith("0");
  if (!isEither) return { decimal: name, group: "none" };
  return { decimal: last === "." ? "either-point" : "either-comma", group: "none" };
}

/**
 * Proposes the style of a column from all its numbers.
 *
 * `isCommaLikely`: other signs of the file speak for decimal commas (semicolons between cells, other columns), so that
 * 1.234 is not taken for one and a bit.
 */
export function findNumberStyle(evidence: StyleEvidence, isCommaLikely: boolean): StyleFound {
  const { point, comma, eitherComma, eitherPoint, groups } = evidence;
  if (point.count > 0 && comma.count > 0) {
    const decimal = point.count >= comma.count ? "point" : "comma";
    return {
      value: { decimal, group: groupFor(decimal, evidence) },
      confidence: 0.3,
      because: `${point.count} numbers such as ${point.example} have a decimal point and ${comma.count} such as ${comma.example} a decimal comma`,
      isStated: true,
    };
  }
  for (const [decimal, seen] of [
    ["point", point],
    ["comma", comma],
  ] as const) {
    if (seen.count === 0) continue;
    const because = `${numbers(seen.count)} such as ${seen.example} can only have a decimal ${decimal}`;
    return {
      value: { decimal, group: groupFor(decimal, evidence) },
      confidence: 0.95,
      because,
      isStated: true,
    };
  }
  if (eitherComma.count > 0) {
    return undecided(`${eitherComma.example} may be thousands or decimals, and no other number decides it`);
  }
  if (eitherPoint.count > 0) {
    if (isCommaLikely)
      return undecided(`${eitherPoint.example} may be thousands in a file with decimal commas`);
    const because = `${eitherPoint.example} is taken for a decimal point, as nothing else in the file speaks for commas`;
    return { value: { decimal: "point", group: "none" }, confidence: 0.6, because, isStated: true };
  }
  const group = groups.space > 0 ? "space" : groups.apostrophe > 0 ? "apostrophe" : "none";
  const because =
    group === "none" ? "there are only whole numbers" : `thousands are separated by ${MARK_WORDS[group]}`;
  const value = { decimal: isCommaLikely ? "comma" : "point", group } as const;
  return { value, confidence: 0.9, because, isStated: group !== "none" };
}

function undecided(because: string): StyleFound {
  return { value: null, confidence: 0, because, isStated: true };
}

function groupFor(
  decimal: "point" | "comma",
  { eitherComma, eitherPoint, groups }: StyleEvidence,
): GroupMark {
  const other = decimal === "point" ? "comma" : "point";
  const either = decimal === "point" ? eitherComma : eitherPoint;
  const seen = { ...groups, [other]: groups[other] + either.count, [decimal]: 0 };
  const marks = ["comma", "point", "space", "apostrophe"] as const;
  const most = marks.reduce((best, mark) => (seen[mark] > seen[best] ? mark : best));
  return seen[most] > 0 ? most : "none";
}

function numbers(count: number): string {
  return count === 1 ? "1 number" : `${count} numbers`;
}

/** The marks in words, for reasons and choices. */
export const MARK_WORDS: Readonly<Record<GroupMark, string>> = {
  none: "nothing",
  comma: "commas",
  point: "points",
  space: "spaces",
  apostrophe: "apostrophes",
};
