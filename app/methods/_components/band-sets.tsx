import Link from "next/link";
import { COMMON_SCALE, type StoredThreshold, setsFor } from "../../../lib/indicators/threshold.ts";
import { SourceLink } from "../../_components/ui/source-link.tsx";

/** Every set of bands in its newest version, with its source. */
export function BandSets({ thresholds }: { readonly thresholds: readonly StoredThreshold[] }) {
  const names = [...new Set(thresholds.map(({ indicator }) => indicator))].sort(commonFirst);
  if (names.length === 0) return <p className="notice">No bands are stored.</p>;
  return (
    <ul>
      {names.flatMap((indicator) =>
        setsFor(indicator, thresholds).map(({ name, version, bands }) => (
          <li key={`${indicator} ${name}`}>
            <b>
              {name}, version {version}
            </b>
            {indicator === COMMON_SCALE ? (
              ", for every reading on the common scale"
            ) : (
              <>
                , for <Link href={`/indicators/${indicator}`}>{indicator}</Link>
              </>
            )}
            : {bands.map(({ at, level }) => `${at === null ? "below" : `from ${at}`} “${level}”`).join("; ")}.{" "}
            {bands[0]?.note} Source: {bands[0] && <SourceLink {...bands[0].source} />}.
          </li>
        )),
      )}
    </ul>
  );
}

function commonFirst(a: string, b: string): number {
  if (a === b) return 0;
  if (a === COMMON_SCALE) return -1;
  if (b === COMMON_SCALE) return 1;
  return a < b ? -1 : 1;
}
