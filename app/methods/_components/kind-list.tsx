import { INDICATOR_KINDS } from "../../../lib/indicators/indicator.ts";
import { KINDS } from "../../../lib/indicators/registry.ts";

/** Every kind of indicator, with its method in a sentence. */
export function KindList() {
  return (
    <dl className="facts-list">
      {INDICATOR_KINDS.map((kind) => (
        <div key={kind} className="fact">
          <dt>{kind.replace("-", " ")}</dt>
          <dd>{KINDS[kind].method}</dd>
        </div>
      ))}
    </dl>
  );
}
