import Link from "next/link";
import type { ReactNode } from "react";

/** The way from the main pages to this one; the last step is the page itself. */
export function Breadcrumbs({
  trail,
  here,
}: {
  readonly trail: ReadonlyArray<{ readonly href: string; readonly label: string }>;
  readonly here: ReactNode;
}) {
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumbs">
      <ol>
        {trail.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {label}
            </Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
