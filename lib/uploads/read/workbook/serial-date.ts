import { periodAt } from "../../../periods/period.ts";

const DAY_SECONDS = 86_400;
/** 1899-12-30, 1904-01-01 and 9999-12-31, in days from 1970-01-01. */
const DAY_ZERO_1900 = -25_569;
const DAY_ZERO_1904 = -24_107;
const LAST_DAY = 2_932_896;

/**
 * The date that a workbook's day number stands for: `2024-06-30`, or with a time `2024-06-30T12:00:00`; a time alone,
 * below day 1, is `12:00:00`. `null` when it stands for none.
 *
 * In the 1900 system day 1 is 1900-01-01 and day 60 is 29 February 1900, a day that never was, kept by Excel for the
 * sake of Lotus 1-2-3; from day 61 on days count from 1899-12-30, before it from the day after. In the 1904 system day 0
 * is 1904-01-01.
 */
export function serialDate(serial: number, is1904: boolean): string | null {
  const seconds = Math.round(serial * DAY_SECONDS);
  if (!(seconds >= 0)) return null;
  const day = Math.floor(seconds / DAY_SECONDS);
  const time = clock(seconds - day * DAY_SECONDS);
  if (is1904) return onDay(DAY_ZERO_1904 + day, time);
  if (day === 0) return time;
  if (day === 60) return withTime("1900-02-29", time);
  return onDay(DAY_ZERO_1900 + (day < 60 ? day + 1 : day), time);
}

function onDay(dayNumber: number, time: string | null): string | null {
  return dayNumber > LAST_DAY ? null : withTime(periodAt("D", dayNumber), time);
}

function withTime(day: string, time: string | null): string {
  return time === null ? day : `${day}T${time}`;
}

function clock(seconds: number): string | null {
  if (seconds === 0) return null;
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
