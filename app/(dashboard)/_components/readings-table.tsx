import { bandsOfReading, directionWords, placesOf } from "../../../lib/indicators/common-scale.ts";
import { PILLAR_WORDS, PILLARS } from "../../../lib/indicators/pillar.ts";
import { positionWords, type Reading } from "../../../lib/indicators/reading.ts";
import type { StoredThreshold, ThresholdSet } from "../../../lib/indicators/threshold.ts";
import { ReadingStrip } from "../../_components/indicators/reading-strip.tsx";
import "./readings.css";

interface Props {
  readonly readings: readonly Reading[];
  readonly thresholds: readonly StoredThreshold[];
  /** The bands that readings are worded by; `null`: none are stored. */
  readonly set: ThresholdSet | null;
  /** What stands after the address of an indicator: the day that is looked back to. */
  readonly suffix: string;
}

/** Every indicator against its own dot-com history, pillar by pillar; those that could not be read say why. */
export function ReadingsTable({ readings, ...rest }: Props) {
  return (
    <table className="readings">
      <caption>
        Same age: the dot-com value as many years, quarters or months after August 1995 as the newest value is
        after November 2022.
      </caption>
      <thead>
        <tr>
          <th scope="col">Indicator</th>
          <th scope="col">Calm years = 0, dot-com peak = 100</th>
          <th scope="col">Now</th>
          <th scope="col">Same age then</th>
          <th scope="col">Dot-com peak</th>
          <th scope="col">Band</th>
          <th scope="col">Against this reading</th>
        </tr>
      </thead>
      {PILLARS.map((pillar) => {
        const ofPillar = readings.filter(({ indicator }) => indicator.pillar === pillar);
        if (ofPillar.length === 0) return null;
        return (
          <tbody key={pillar}>
            <tr className="readings-group">
              <th scope="rowgroup" colSpan={7}>
                {PILLAR_WORDS[pillar].title} <span>{PILLAR_WORDS[pillar].purpose}</span>
              </th>
            </tr>
            {ofPillar.map((reading) => (
              <ReadingRow key={reading.indicator.name} reading={reading} {...rest} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function ReadingRow({
  reading,
  thresholds,
  set,
  suffix,
}: Omit<Props, "readings"> & { readonly reading: Reading }) {
  const { indicator } = reading;
  const places = reading.status === "read" ? placesOf(reading) : null;
  return (
    <tr className={rowClass(reading)}>
      <th scope="row" className="reading-name">
        <a href={`/indicators/${indicator.name}${suffix}`}>{indicator.title}</a>
        <span>{indicator.definition}</span>
      </th>
      <td className="reading-strip" aria-hidden="true">
        {places && <ReadingStrip places={places} set={set} />}
      </td>
      <NowCell reading={reading} />
      {reading.status === "read" ? (
        <>
          <td className="reading-number is-then" data-label="Same age then">
            <b>{reading.same?.text ?? "–"}</b>
            <span>{reading.same ? reading.same.periodText : `${reading.sameAgePeriodText}: not known`}</span>
          </td>
          <td className="reading-number is-then" data-label="Dot-com peak">
            <b>{reading.peak.text}</b>
            <span>{reading.peak.periodText}</span>
          </td>
        </>
      ) : (
        <>
          <td className="reading-number is-then" data-label="Same age then">
            <b>–</b>
          </td>
          <td className="reading-number is-then" data-label="Dot-com peak">
            <b>–</b>
          </td>
        </>
      )}
      <BandCell reading={reading} thresholds={thresholds} set={set} />
      <td className="reading-against">
        <i>Against:</i> {indicator.against}
      </td>
    </tr>
  );
}

function rowClass(reading: Reading): string | undefined {
  return reading.status === "unavailable" || reading.isStale ? "is-stale" : undefined;
}

function NowCell({ reading }: { readonly reading: Reading }) {
  if (reading.status === "unavailable") {
    return (
      <td className="reading-number is-now" data-label="Now">
        <b>–</b>
      </td>
    );
  }
  const direction = directionWords(reading);
  return (
    <td className="reading-number is-now" data-label="Now">
      <b>{reading.now.text}</b>
      <span>{reading.now.periodText}</span>
      {direction && <span>{direction}</span>}
      {reading.isStale && <span className="tag hollow">stale</span>}
    </td>
  );
}

function BandCell({
  reading,
  thresholds,
  set,
}: Pick<Props, "thresholds" | "set"> & { readonly reading: Reading }) {
  if (reading.status === "unavailable") return <td className="reading-band">No reading: {reading.reason}</td>;
  const bands = bandsOfReading(reading, thresholds);
  const usual = bands.find((each) => each.set.name === set?.name)?.band;
  const own = bands.find(({ set: { bands: of } }) => of[0]?.indicator === reading.indicator.name)?.band;
  const position = reading.status === "read" ? positionWords(reading) : reading.reason;
  return (
    <td className="reading-band">
      {usual ? usual.level : reading.status === "alone" ? "no band" : "no calm level is known"}
      {position !== usual?.level && <span>{position}</span>}
      {own && (
        <span>
          {own.source.publisher}: {own.level}
        </span>
      )}
      {reading.indicator.weight === 0 && <span>beside the composite</span>}
    </td>
  );
}
