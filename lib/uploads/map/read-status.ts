import type { Status } from "../../series/series.ts";

/** What sources write for each status; English, German and French. */
const WORDS: Readonly<Record<Status, readonly string[]>> = {
  reported: ["reported", "actual", "a", "final", "endgültig", "définitif"],
  estimate: [
    "estimate",
    "estimated",
    "est",
    "est.",
    "e",
    "forecast",
    "f",
    "projected",
    "geschätzt",
    "schätzung",
    "estimé",
    "estimation",
  ],
  provisional: ["provisional", "preliminary", "prelim", "prelim.", "p", "vorläufig", "provisoire"],
  claimed: ["claimed"],
};

const BY_WORD: ReadonlyMap<string, Status> = new Map(
  (Object.keys(WORDS) as Status[]).flatMap((status) => WORDS[status].map((word) => [word, status] as const)),
);

/** The status that a cell names; `null` when it names none. */
export function readStatus(text: string): Status | null {
  return BY_WORD.get(text.toLowerCase()) ?? null;
}
