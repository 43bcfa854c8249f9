import type { NamedBand } from "../../../../lib/indicators/common-scale.ts";
import { COMMON_SCALE } from "../../../../lib/indicators/threshold.ts";
import { ReadingStrip } from "../../../_components/indicators/reading-strip.tsx";
import { StripKey } from "../../../_components/indicators/strip-key.tsx";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { SourceLink } from "../../../_components/ui/source-link.tsx";
import type { IndicatorPageView } from "../../../_data/indicator-page.ts";

/** Every set of bands that the reading can be worded by, side by side, each with its source. */
export function BandList({ page: { bands, places } }: { readonly page: IndicatorPageView }) {
  const [usual] = bands;
  if (usual === undefined) {
    return (
      <p>
        No set of bands applies: it has no place on the common scale, and nobody’s bands of its own are
        stored.
      </p>
    );
  }
  return (
    <>
      {places && (
        <>
          <div className="indicator-strip">
            <ReadingStrip places={places} set={usual.set} />
          </div>
          <StripKey />
        </>
      )}
      <ScrollRegion label="Bands by set">
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">Set</th>
              <th scope="col">This reading</th>
              <th scope="col">Its bands</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {bands.map((each) => (
              <BandRow key={each.set.name} {...each} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function BandRow({ set, band }: NamedBand) {
  const [lowest] = set.bands;
  const isCommon = lowest?.indicator === COMMON_SCALE;
  return (
    <tr>
      <th scope="row">
        {set.name}, version {set.version}
        <span className="remark cell-line">{isCommon ? "of the common scale" : "of its own values"}</span>
      </th>
      <td>
        <b>{band?.level ?? "below the lowest band"}</b>
      </td>
      <td>
        {set.bands.map(({ name, at, level }) => (
          <span key={name} className="cell-line">
            {at === null ? "below" : `from ${at}`}: {level}
          </span>
        ))}
      </td>
      <td>
        {lowest && <SourceLink {...lowest.source} />}
        {lowest?.note && <span className="remark cell-line">{lowest.note}</span>}
      </td>
    </tr>
  );
}
