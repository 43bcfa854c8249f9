import {
  COLUMN_MEANINGS,
  type ColumnMeaning,
  choiceOf,
  indexOfStyle,
  NUMBER_STYLES,
} from "../../../../../lib/uploads/map/choose-columns.ts";
import type { ColumnSurvey } from "../../../../../lib/uploads/map/column-survey.ts";
import type { ColumnGuess } from "../../../../../lib/uploads/map/guess-columns.ts";
import { showValue } from "../../../../../lib/uploads/map/show-value.ts";
import type { Mapping, UploadSettings } from "../../../../../lib/uploads/settings.ts";
import { FieldCell } from "../../../../_components/ui/field-cell.tsx";
import { ScrollRegion } from "../../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../../_components/ui/table-head.tsx";
import type { Proposed } from "../../../../_data/uploads/propose.ts";

const COLUMNS = [
  { label: "Column" },
  { label: "What it means" },
  { label: "Of which series" },
  { label: "How its numbers are written" },
  { label: "One unit is" },
  { label: "Examples, as they are read" },
];

const MEANING_WORDS: Readonly<Record<(typeof COLUMN_MEANINGS)[number], string>> = {
  unread: "not read",
  series: "names the series",
  period: "the period",
  value: "the value",
  "values-of-period": "values; its header is their period",
  vintage: "known since (vintage)",
  status: "status",
  source: "source",
  note: "note",
};

const SCALES = [
  { value: "", label: "as the series" },
  { value: "1", label: "one" },
  { value: "1000", label: "a thousand" },
  { value: "1000000", label: "a million" },
  { value: "1000000000", label: "a billion" },
  { value: "1000000000000", label: "a trillion" },
];

/** A row for each column of the file: what it means, and how its cells are then read. */
export function ColumnTable({
  settings,
  proposed,
}: {
  readonly settings: UploadSettings;
  readonly proposed: Proposed;
}) {
  const { survey } = proposed.reading;
  return (
    <>
      <datalist id="series-codes">
        {[...proposed.ground.series.values()].map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </datalist>
      <ScrollRegion label="The columns of the file">
        <table className="table stacks column-table">
          <caption className="visually-hidden">The columns of the file and what each of them means</caption>
          <TableHead columns={COLUMNS} />
          <tbody>
            {survey.columns.map((column, at) => (
              <ColumnRow key={column.name} column={column} at={at} settings={settings} proposed={proposed} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function ColumnRow({
  column,
  at,
  settings,
  proposed,
}: {
  readonly column: ColumnSurvey;
  readonly at: number;
  readonly settings: UploadSettings;
  readonly proposed: Proposed;
}) {
  const { name } = column;
  const chosen = choiceOf(settings.mapping, name);
  const guess = proposed.proposal.columns[at];
  const style = proposed.proposal.styles[at];
  const choice =
    chosen.means === "unread" ? { ...chosen, means: guessedMeaning(guess, settings.mapping) } : chosen;
  const isStyleOpen = settings.mapping === null || choice.means === "unread";
  return (
    <tr>
      <th scope="row">
        <input type="hidden" name={`name-${at}`} value={name} />
        {name}
        <p className="remark">
          {column.filled.toLocaleString("en-GB")} filled
          {column.empty > 0 && `, ${column.empty.toLocaleString("en-GB")} empty`}
        </p>
      </th>
      <td data-label="Means:">
        <FieldCell
          name={`means-${at}`}
          label={`${name}: what it means`}
          initial={choice.means}
          options={COLUMN_MEANINGS.map((value) => ({ value, label: MEANING_WORDS[value] }))}
        />
        {guess && guess.value !== null && (
          <p className="remark">
            {Math.round(guess.confidence * 100)} % sure: {guess.because}
          </p>
        )}
      </td>
      <td data-label="Of series:">
        <FieldCell
          name={`series-${at}`}
          label={`${name}: of which series`}
          initial={choice.series || (guess?.series ?? "")}
          list="series-codes"
        />
      </td>
      <td data-label="Numbers:">
        <FieldCell
          name={`style-${at}`}
          label={`${name}: how its numbers are written`}
          initial={String(indexOfStyle(isStyleOpen ? (style?.value ?? null) : choice.values.style))}
          options={NUMBER_STYLES.map(({ example }, index) => ({ value: String(index), label: example }))}
        />
        {choice.means !== "unread" && style?.isStated && <p className="remark">{style.because}</p>}
      </td>
      <td data-label="One unit is:">
        <FieldCell
          name={`scale-${at}`}
          label={`${name}: what one unit is`}
          initial={choice.values.scale === null ? "" : String(choice.values.scale)}
          options={SCALES}
        />
      </td>
      <td data-label="Examples:">
        <Examples column={column} settings={settings} proposed={proposed} />
      </td>
    </tr>
  );
}

/** What a column of which nothing was chosen is offered as: while there is no mapping at all, what it seems to be. */
function guessedMeaning(guess: ColumnGuess | undefined, mapping: Mapping | null): ColumnMeaning {
  if (!guess || guess.value === null) return "unread";
  if (guess.value === "numbers") return mapping?.layout === "long" ? "unread" : "value";
  return mapping === null && !guess.isPeriod ? guess.value : "unread";
}

const EXAMPLES_SHOWN = 4;

function Examples({
  column,
  settings,
  proposed,
}: {
  readonly column: ColumnSurvey;
  readonly settings: UploadSettings;
  readonly proposed: Proposed;
}) {
  const choice = choiceOf(settings.mapping, column.name);
  const series = proposed.ground.series.get(choice.series) ?? seriesNamedIn(settings, proposed);
  const isValues = choice.means === "value" || choice.means === "values-of-period";
  return (
    <ul className="examples">
      {column.examples.slice(0, EXAMPLES_SHOWN).map(({ text, kind }) => {
        if (!isValues || !series) return <li key={text}>{text}</li>;
        const { value, isRefused, how } = showValue(text, kind, choice.values, series);
        return (
          <li key={text}>
            {text} → {isRefused ? <b className="bad">refused</b> : <b>{value ?? "missing"}</b>}
            {how.length > 0 && <span className="remark"> {how.join(", ")}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** Where a column names the series, the first of them that is known stands for all in the examples. */
function seriesNamedIn({ mapping }: UploadSettings, { reading, ground }: Proposed) {
  if (mapping?.layout !== "long" && mapping?.layout !== "periods-across") return undefined;
  const column = reading.survey.columns.find(({ name }) => name === mapping.series);
  const codes = column?.texts.map((text) => mapping.seriesNames[text] ?? text) ?? [];
  return codes.map((code) => ground.series.get(code)).find((series) => series !== undefined);
}
