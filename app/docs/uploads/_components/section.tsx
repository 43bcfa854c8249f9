import type { ReactNode } from "react";

/** A section of the page, with a heading that can be linked to. */
export function Section({
  id,
  title,
  intro,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly intro: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="section-intro">{intro}</p>
      {children}
    </section>
  );
}
