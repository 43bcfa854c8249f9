import { PILLAR_WORDS } from "../../../lib/indicators/pillar.ts";
import { positionWords, type Reading } from "../../../lib/indicators/reading.ts";
import { ReadingStrip } from "./reading-strip.tsx";

const GROUPS = [
  { side: "money", title: "Money going in" },
  { side: "heat", title: "Market heat" },
] as const;

/** Every input of the verdict against its own dot-com history; unread inputs say why. */
export function ReadingsTable({ readings }: { readings: readonly Reading[] }) {
  return (
    <table className="readings">
      <caption>
        Same age: the dot-com value as many years, quarters or months after August 1995 as the newest value is
        after November 2022.
      </caption>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Dot-com peak = 100</th>
          <th scope="col">Now</th>
          <th scope="col">Same age then</th>
          <th scope="col">Dot-com peak</th>
          <th scope="col">Position</th>
          <th scope="col">Against this reading</th>
        </tr>
      </thead>
      {GROUPS.map(({ side, title }) => (
        <tbody key={side}>
          <tr className="readings-group">
            <th scope="rowgroup" colSpan={7}>
              {title}
            </th>
          </tr>
          {readings
            .filter(
              (reading) =>
                reading.indicator.weight > 0 && PILLAR_WORDS[reading.indicator.pillar].side === side,
            )
            .map((reading) => (
              <ReadingRow key={reading.indicator.name} reading={reading} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function ReadingRow({ reading }: { reading: Reading }) {
  const { indicator } = reading;
  const name = (
    <th scope="row" className="reading-name">
      <a href={`/indicators/${indicator.name}`}>{indicator.title}</a>
      <span>{indicator.definition}</span>
    </th>
  );
  const against = (
    <td className="reading-against">
      <i>Against:</i> {indicator.against}
    </td>
  );
  if (reading.status !== "read") {
    return (
      <tr>
        {name}
        <td className="reading-strip" aria-hidden="true" />
        <td className="reading-number is-now" data-label="Now">
          <b>–</b>
        </td>
        <td className="reading-number is-then" data-label="Same age then">
          <b>–</b>
        </td>
        <td className="reading-number is-then" data-label="Dot-com peak">
          <b>–</b>
        </td>
        <td className="reading-band">No reading: {reading.reason}</td>
        {against}
      </tr>
    );
  }
  return (
    <tr className={reading.isStale ? "is-stale" : undefined}>
      {name}
      <td className="reading-strip" aria-hidden="true">
        <ReadingStrip now={reading.now.value} same={reading.same?.value ?? null} peak={reading.peak.value} />
      </td>
      <td className="reading-number is-now" data-label="Now">
        <b>{reading.now.text}</b>
        <span>{reading.now.periodText}</span>
        {reading.isStale ? <span className="tag hollow">stale</span> : null}
      </td>
      <td className="reading-number is-then" data-label="Same age then">
        <b>{reading.same?.text ?? "–"}</b>
        <span>{reading.same ? reading.same.periodText : `${reading.sameAgePeriodText}: not known`}</span>
      </td>
      <td className="reading-number is-then" data-label="Dot-com peak">
        <b>{reading.peak.text}</b>
        <span>{reading.peak.periodText}</span>
      </td>
      <td className="reading-band">{positionWords(reading)}</td>
      {against}
    </tr>
  );
}
