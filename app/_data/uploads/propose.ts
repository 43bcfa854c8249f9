import "server-only";
import { mappingsFor } from "../../../db/uploads/column-mappings.ts";
import type { Upload } from "../../../db/uploads/uploads.ts";
import { ok, type Result } from "../../../lib/result.ts";
import { headerSignature } from "../../../lib/uploads/map/columns.ts";
import { type Proposal, proposeMapping } from "../../../lib/uploads/map/propose.ts";
import type { ReadRefusal } from "../../../lib/uploads/read/refusal.ts";
import { UploadSettings } from "../../../lib/uploads/settings.ts";
import { store } from "../store.ts";
import { type UploadGround, uploadGround } from "./context.ts";
import { type KeptReading, readKept } from "./kept-reading.ts";

type TableReading = Extract<KeptReading, { kind: "table" }>;

/** How a file is read and what its columns seem to mean, against what the store has. */
export interface Proposed {
  readonly reading: TableReading;
  readonly proposal: Proposal;
  readonly ground: UploadGround;
}

const Remembered = UploadSettings.pick({ mapping: true });

/** What the columns of an upload seem to mean; `null` for a data package, whose columns say it. */
export async function propose(
  upload: Pick<Upload, "id" | "fileName" | "fileHash">,
  settings: UploadSettings,
): Promise<Result<Proposed | null, ReadRefusal>> {
  const read = await readKept(upload, settings);
  if (!read.ok) return read;
  if (read.value.kind === "package") return ok(null);
  const reading = read.value;
  const ground = await uploadGround(settings);
  const held = await mappingsFor((await store()).db, headerSignature(reading.survey.header));
  const { source } = settings.defaults;
  const ofSource = held.find((each) => each.source === source);
  const remembered = Remembered.safeParse((source === null ? held[0] : ofSource)?.settings);
  const isCommaLikely = reading.table.kind === "text" && reading.table.dialect.delimiter.value === ";";
  const proposal = proposeMapping(reading.survey, ground, {
    remembered: remembered.success ? remembered.data.mapping : null,
    isSameSource: ofSource !== undefined,
    isCommaLikely,
  });
  return ok({ reading, proposal, ground });
}

/** The settings with the mapping that is proposed, where the editor made none. What holds for every row is never guessed. */
export function withProposal(
  settings: UploadSettings,
  { proposal }: Pick<Proposed, "proposal">,
): UploadSettings {
  return { ...settings, mapping: settings.mapping ?? proposal.mapping };
}
