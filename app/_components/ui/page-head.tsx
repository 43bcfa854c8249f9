import type { ReactNode } from "react";
import { Breadcrumbs } from "./breadcrumbs.tsx";

/** The head of a page: the way to it, its one `h1`, and a sentence that says what it is for. */
export function PageHead({
  title,
  here = title,
  trail = [{ href: "/", label: "Dashboard" }],
  children,
}: {
  readonly title: string;
  readonly here?: ReactNode;
  readonly trail?: ReadonlyArray<{ readonly href: string; readonly label: string }>;
  readonly children?: ReactNode;
}) {
  return (
    <div className="page-head">
      <Breadcrumbs trail={trail} here={here} />
      <h1>{title}</h1>
      {children && <p className="lede">{children}</p>}
    </div>
  );
}
