import type { FigureModel } from "../../../../lib/figures/index.ts";
import { Figure } from "../../../_components/figure/figure.tsx";

/** A figure as it is stored, drawn as on the dashboard; one that an older version of the product stored may not read. */
export function FigureNow({ model }: { readonly model: FigureModel | null }) {
  return (
    <section className="section figure-now" aria-labelledby="now">
      <h2 id="now">As it is stored</h2>
      {model === null ? (
        <p className="notice">
          <b>It cannot be drawn.</b> “See what would change” says what its specification lacks.
        </p>
      ) : (
        <Figure model={model} />
      )}
    </section>
  );
}
