import Link from "next/link";
import type { ReactNode } from "react";
import { MainNav } from "./main-nav.tsx";
import type { Theme } from "./theme.ts";
import { ThemeChoice } from "./theme-choice.tsx";

/** The mark (two overlapping bubbles, one per era), the main pages, the theme, and who is signed in. */
export function Masthead({ theme, account }: { readonly theme: Theme; readonly account: ReactNode }) {
  return (
    <div className="masthead">
      <Link className="mark" href="/" prefetch={false}>
        <svg viewBox="0 0 27 18" aria-hidden="true" fill="none" strokeWidth="1.9">
          <circle className="dotcom" cx="9.5" cy="9" r="7.6" />
          <circle className="ai" cx="17.5" cy="9" r="7.6" />
        </svg>
        Bubblescope
      </Link>
      <MainNav />
      <ThemeChoice initial={theme} />
      {account}
    </div>
  );
}
