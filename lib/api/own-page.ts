import { aProblem, type Problem } from "./problem.ts";
import { RESOURCES } from "./resources.ts";

/**
 * Whether a page of this server asks, rather than another site, a program or a reader who typed the address.
 *
 * Browsers say so themselves (`Sec-Fetch-Site`), but over plain HTTP only of this machine; elsewhere the page that
 * asks must be named as one of the host that is asked (`Referer`). A program can pretend to be a page: this keeps
 * an answer from being offered, not from being taken.
 */
export function isFromOwnPage(headers: Headers): boolean {
  const site = headers.get("Sec-Fetch-Site");
  if (site !== null) return site === "same-origin";
  const referer = headers.get("Referer");
  return referer !== null && URL.canParse(referer) && new URL(referer).host === headers.get("Host");
}

/** The problem of an answer that only pages of this server get. */
export function forOwnPages(): Problem {
  return aProblem(
    403,
    "for-own-pages",
    "This is part of a page and is not given out",
    `Pages of this server draw from it. Programs are answered at ${RESOURCES.join(", ")}.`,
  );
}
