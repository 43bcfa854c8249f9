import { proposeMapping } from "./map/propose.ts";
import { surveyTable } from "./map/survey.ts";
import type { ReadControl } from "./read/control.ts";
import { openUpload } from "./read/open-upload.ts";
import type { ReadRefusal } from "./read/refusal.ts";
import type { UploadFile } from "./read/upload-file.ts";
import { ReadingChoices, UploadSettings } from "./settings.ts";
import { stageTable } from "./stage.ts";
import type { StagedObservation, UploadProblem } from "./staged.ts";
import { FREELY } from "./testing.ts";
import { aContext } from "./testing-context.ts";

/** What the editor chooses besides what is proposed. */
export interface Choices {
  readonly reading?: Partial<ReadingChoices>;
  /** Parts of the mapping, in place of those proposed; with all of them in place of a proposal that is none. */
  readonly mapping?: Readonly<Record<string, unknown>>;
  readonly settings?: Partial<UploadSettings>;
  readonly control?: ReadControl;
}

/** What becomes of a file whose proposals are all accepted, in short lines. */
export type Outcome =
  /** `CODE PERIOD VALUE`, in the order of the file; and `severity row column rule`, with `-` for what there is none of. */
  | { readonly staged: readonly string[]; readonly problems: readonly string[] }
  | { readonly refused: ReadRefusal["kind"] }
  | { readonly package: readonly string[] };

/** Takes a file the whole way: open, survey, propose, stage. */
export async function outcomeOf(file: UploadFile, choices: Choices = {}): Promise<Outcome> {
  const control = choices.control ?? FREELY;
  const reading = ReadingChoices.parse(choices.reading ?? {});
  const opened = await openUpload(file, reading, control);
  if (!opened.ok) return { refused: opened.error.kind };
  if (opened.value.kind === "package") return { package: [...opened.value.files.keys()] };
  const table = opened.value;
  const survey = await surveyTable(table, reading.header);
  if (!survey.ok) return { refused: survey.error.kind };
  const isCommaLikely = table.kind === "text" && table.dialect.delimiter.value === ";";
  const { mapping } = proposeMapping(survey.value, aContext(), {
    remembered: null,
    isSameSource: false,
    isCommaLikely,
  });
  const settings = UploadSettings.parse({
    reading,
    mapping: mapping === null && !choices.mapping ? null : { ...mapping, ...choices.mapping },
    defaults: { vintage: "2026-11-01" },
    ...choices.settings,
  });
  const staged: StagedObservation[] = [];
  const problems: UploadProblem[] = [];
  for await (const batch of stageTable(table, settings, aContext())) {
    if (!batch.ok) return { refused: batch.error.kind };
    staged.push(...batch.value.observations);
    problems.push(...batch.value.problems);
  }
  return { staged: staged.map(observationLine), problems: problems.map(problemLine) };
}

function observationLine({ series, period, value, note }: StagedObservation): string {
  return `${series} ${period} ${value ?? "missing"}${note === null ? "" : ` “${note}”`}`;
}

function problemLine({ severity, row, column, rule }: UploadProblem): string {
  return `${severity} ${row ?? "-"} ${column ?? "-"} ${rule}`;
}
