"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const PAGES = [
  { href: "/", label: "Dashboard" },
  { href: "/composite", label: "Composite" },
  { href: "/series", label: "Series" },
  { href: "/eras", label: "Eras" },
  { href: "/rounds", label: "Rounds" },
  { href: "/facts", label: "The 2024 story" },
  { href: "/methods", label: "Methods" },
] as const;

/** The main pages; marks the one that is open, also while a page below it is shown. */
export function MainNav() {
  const path = usePathname();
  return (
    <nav className="main-nav" aria-label="Main">
      {PAGES.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={
            path === href ? "page" : href !== "/" && path.startsWith(`${href}/`) ? "true" : undefined
          }
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
