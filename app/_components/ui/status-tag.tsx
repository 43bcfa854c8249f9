import type { Status } from "../../../lib/series/series.ts";

const WORDS: Readonly<Record<Status, string | null>> = {
  reported: null,
  estimate: "estimate",
  provisional: "provisional",
  claimed: "claimed, not verified",
};

/** A tag on a value that is less than a publisher's own figure; nothing on one that is. */
export function StatusTag({ status }: { readonly status: Status }) {
  const words = WORDS[status];
  return words === null ? null : <span className="tag hollow">{words}</span>;
}
