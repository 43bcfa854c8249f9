import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Frequency } from "../../periods/frequency.ts";
import { REGULAR_FREQUENCIES } from "../../periods/frequency.ts";
import { periodOfDay } from "../../periods/period.ts";
import { DateReading } from "../settings.ts";
import { createDateOrderEvidence } from "./date-order.ts";
import { readAnyPeriod, readPeriod } from "./read-period.ts";

type How = Parameters<typeof DateReading.parse>[0];

function read(text: string, frequency: Frequency, how: How = {}) {
  return readPeriod(text, "text", DateReading.parse(how), frequency);
}

describe("a period is read as it is written", () => {
  test.each<[string, Frequency, string]>([
    ["2024", "A", "2024"],
    ["CY2024", "A", "2024"],
    ["2024-Q2", "Q", "2024-Q2"],
    ["Q2 2024", "Q", "2024-Q2"],
    ["Q2/24", "Q", "2024-Q2"],
    ["Q2-2024", "Q", "2024-Q2"],
    ["Q2 '24", "Q", "2024-Q2"],
    ["2Q24", "Q", "2024-Q2"],
    ["2Q 2024", "Q", "2024-Q2"],
    ["2024Q2", "Q", "2024-Q2"],
    ["2024:Q2", "Q", "2024-Q2"],
    ["2024 q2", "Q", "2024-Q2"],
    ["2. Quartal 2024", "Q", "2024-Q2"],
    ["2nd quarter 2024", "Q", "2024-Q2"],
    ["T2 2024", "Q", "2024-Q2"],
    ["2e trimestre 2024", "Q", "2024-Q2"],
    ["H1 2024", "H", "2024-H1"],
    ["1H24", "H", "2024-H1"],
    ["2024H2", "H", "2024-H2"],
    ["1. Halbjahr 2024", "H", "2024-H1"],
    ["S1 2024", "H", "2024-H1"],
    ["Jun-24", "M", "2024-06"],
    ["Jun 24", "M", "2024-06"],
    ["Jun. 2024", "M", "2024-06"],
    ["June 2024", "M", "2024-06"],
    ["Juni 2024", "M", "2024-06"],
    ["juin 2024", "M", "2024-06"],
    ["März 2024", "M", "2024-03"],
    ["févr. 2024", "M", "2024-02"],
    ["Dez 2024", "M", "2024-12"],
    ["2024 Jun", "M", "2024-06"],
    ["06/2024", "M", "2024-06"],
    ["6/2024", "M", "2024-06"],
    ["06.2024", "M", "2024-06"],
    ["2024/06", "M", "2024-06"],
    ["2024M06", "M", "2024-06"],
    ["2024-M6", "M", "2024-06"],
    ["202406", "M", "2024-06"],
    ["2024-W05", "W", "2024-W05"],
    ["2024W5", "W", "2024-W05"],
    ["KW 5 2024", "W", "2024-W05"],
    ["2024-06-30", "D", "2024-06-30"],
    ["2024/6/30", "D", "2024-06-30"],
    ["30.06.2024", "D", "2024-06-30"],
    ["30.6.24", "D", "2024-06-30"],
    ["30/06/2024", "D", "2024-06-30"],
    ["06/30/24", "D", "2024-06-30"],
    ["30 June 2024", "D", "2024-06-30"],
    ["30-Jun-24", "D", "2024-06-30"],
    ["30. Juni 2024", "D", "2024-06-30"],
    ["June 30, 2024", "D", "2024-06-30"],
    ["20240630", "D", "2024-06-30"],
    ["2024-06-30T00:00:00Z", "D", "2024-06-30"],
    ["2024-06-30 00:00", "D", "2024-06-30"],
    ["29.02.2024", "D", "2024-02-29"],
    ["Q2 99", "Q", "1999-Q2"],
    ["Jun-49", "M", "2049-06"],
    ["Jun-50", "M", "1950-06"],
    ["2024-06-30", "I", "2024-06-30"],
    ["2024-06", "I", "2024-06"],
    ["H1 2024", "I", "2024-H1"],
  ])("%s of a series %s is %s", (text, frequency, period) => {
    expect(read(text, frequency)).toEqual({ ok: true, value: period });
  });

  test.each<[string, Frequency, string]>([
    ["2024-06-01", "M", "2024-06"],
    ["2024-06-30", "M", "2024-06"],
    ["30.06.2024", "Q", "2024-Q2"],
    ["2024-01-01", "Q", "2024-Q1"],
    ["2024-12-31", "H", "2024-H2"],
    ["2024-12-31", "A", "2024"],
    ["2024-02-29", "M", "2024-02"],
    // ISO 8601: the week of Monday 29 December 2025 is 2026-W01.
    ["2025-12-29", "W", "2026-W01"],
    ["2026-01-04", "W", "2026-W01"],
  ])("a date that begins or ends a period stands for it: %s, %s", (text, frequency, period) => {
    expect(read(text, frequency)).toEqual({ ok: true, value: period });
  });

  test("any other day stands for its period when the editor says so", () => {
    expect(read("2024-06-15", "M")).toMatchObject({ ok: false, error: { rule: "off-frequency" } });
    expect(read("2024-06-15", "M", { dayInPeriod: "any" })).toEqual({ ok: true, value: "2024-06" });
  });

  test("the editor decides the order of a date that may be two days", () => {
    expect(read("03/04/25", "D")).toMatchObject({ ok: false, error: { rule: "date-order" } });
    expect(read("03/04/25", "D", { order: "dmy" })).toEqual({ ok: true, value: "2025-04-03" });
    expect(read("03/04/25", "D", { order: "mdy" })).toEqual({ ok: true, value: "2025-03-04" });
    expect(read("03/04/25", "D", { order: "ymd" })).toEqual({ ok: true, value: "2003-04-25" });
    expect(read("03.04.25", "D")).toEqual({ ok: true, value: "2025-04-03" });
  });

  test("the editor decides what a day number is counted from", () => {
    expect(read("45473", "D")).toEqual({
      ok: false,
      error: { rule: "serial-date", remedy: "write 2024-06-30 if it is a day number of a spreadsheet" },
    });
    expect(read("45473", "D", { serials: "1900" })).toEqual({ ok: true, value: "2024-06-30" });
    expect(read("44011", "D", { serials: "1904" })).toEqual({ ok: true, value: "2024-06-30" });
  });

  test("the editor decides where the century turns", () => {
    expect(read("Q2 24", "Q", { pivot: 20 })).toEqual({ ok: true, value: "1924-Q2" });
  });

  test.each<[string, Frequency, string]>([
    ["2024-Q5", "Q", "period"],
    ["Q5 2024", "Q", "period"],
    ["2024-13", "M", "period"],
    ["13/2024", "M", "period"],
    ["30 February 2024", "D", "period"],
    ["2024-02-30", "D", "period"],
    ["2023-02-29", "D", "period"],
    ["29.02.2023", "D", "period"],
    ["1900-02-29", "D", "period"],
    ["2024-W53", "W", "period"],
    ["31/04/2024", "D", "period"],
    ["2024-06-30T12:00", "D", "period"],
    ["FY2024", "A", "period"],
    ["2023/24", "A", "period"],
    ["2024E", "A", "period"],
    ["Total", "A", "period"],
    ["24-Jun", "M", "period"],
    ["06/24", "M", "period"],
    ["last year", "A", "period"],
    ["Foo 2024", "M", "period"],
    ["", "A", "period"],
    ["2024.5", "A", "period"],
    ["2024-Q2", "M", "off-frequency"],
    ["2024-06", "Q", "off-frequency"],
    ["2024", "Q", "off-frequency"],
    ["2024-W05", "I", "off-frequency"],
    ["2024-W05", "M", "off-frequency"],
  ])("%j of a series %s is refused", (text, frequency, rule) => {
    expect(read(text, frequency)).toMatchObject({ ok: false, error: { rule } });
  });

  test.each([
    ["Total", "leave the row out: it adds the others up"],
    ["FY2024", "write the calendar year or quarter that is meant"],
    ["2024E", "write the year alone, and give the value its status in a column"],
    ["2024-06-30T12:00", "write the day without a time"],
  ])("the remedy for %s says what to do", (text, remedy) => {
    expect(read(text, "A")).toEqual({ ok: false, error: { rule: "period", remedy } });
  });
});

describe("all dates of a file decide their order together", () => {
  test.each([
    [["03/04/25", "13/04/25"], "dmy", "13/04/25 can only be day, month, year"],
    [["03/04/2025", "04/13/2025"], "mdy", "04/13/2025 can only be month, day, year"],
    [["03/04/25", "03/31/99"], "mdy", "03/31/99 can only be month, day, year"],
    [["03/04/25"], null, "03/04/25 may be day, month, year or month, day, year"],
    [["99/12/31", "03/04/25"], "ymd", "99/12/31 can only be year, month, day"],
    [["03/04/2025"], null, "03/04/2025 may be day, month, year or month, day, year"],
    [["13/04/2025", "04/13/2025"], null, "no order reads all dates: 04/13/2025 contradicts others"],
    [["2024-06-30", "30.06.2024", "June 2024"], null, "no date in the file needs it"],
  ])("%j", (dates, value, because) => {
    const { add, found } = createDateOrderEvidence(50);
    for (const date of dates) add(date);
    expect(found()).toMatchObject({ value, because });
  });
});

/** Days from 1950 to 2049, so that two digits are enough for their year. */
const day = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Ways in which a period is written, of those that state it wholly. */
function printed(period: string, day: string): string[] {
  const [year = "", month = "", date = ""] = day.split("-");
  const short = year.slice(2);
  const part = period.slice(-1);
  if (period.includes("Q"))
    return [`Q${part} ${year}`, `${part}Q${short}`, `Q${part}/${short}`, `${year}Q${part}`];
  if (period.includes("H")) return [`H${part} ${year}`, `${part}H${short}`, `${year} H${part}`];
  if (period.includes("W")) return [period.replace("-", ""), `W${period.slice(-2)} ${period.slice(0, 4)}`];
  const name = MONTHS[Number(month) - 1];
  if (period.length === 10)
    return [
      `${date}.${month}.${year}`,
      `${Number(date)} ${name} ${year}`,
      `${name} ${date}, ${year}`,
      `${year}${month}${date}`,
    ];
  if (period.length === 7)
    return [
      `${name}-${short}`,
      `${name} ${year}`,
      `${month}/${year}`,
      `${year}M${month}`,
      `${year}/${month}`,
    ];
  return [`CY${year}`];
}

test("what is printed of a period is read as that period", () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...REGULAR_FREQUENCIES), (on, frequency) => {
      const period = periodOfDay(on, frequency);
      for (const text of [period, ...printed(period, on)]) {
        expect([text, read(text, frequency)]).toEqual([text, { ok: true, value: period }]);
      }
    }),
  );
});

test("any text is read as a period or refused", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom(..."0123456789QHWM-/. TZ:", "Jun", "2024", "24"), { maxLength: 8 })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, fc.constantFrom("text", "number", "date", "boolean", "error"), (found, kind) => {
      const outcome = readAnyPeriod(found, kind, DateReading.parse({ order: "dmy", serials: "1900" }));
      if (outcome.ok) expect(readAnyPeriod(outcome.value, "text", DateReading.parse({}))).toEqual(outcome);
    }),
    { numRuns: 2000 },
  );
});
