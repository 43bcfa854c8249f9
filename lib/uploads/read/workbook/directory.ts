import { err, ok, type Result } from "../../../result.ts";
import type { Watch } from "../control.ts";
import type { ReadRefusal } from "../refusal.ts";
import type { Archive } from "../zip/archive.ts";
import { readWhole } from "./part.ts";

/** Whether the program that shows the workbook lists a sheet, hides it, or hides it from its menus too. */
export type SheetState = "visible" | "hidden" | "very-hidden";

/** A sheet of cells, in the order of the workbook. */
export interface Sheet {
  readonly name: string;
  readonly state: SheetState;
  /** The part of the archive that holds its cells. */
  readonly part: string;
}

/** What a workbook is made of. Parts that it lacks are `null`. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Whether day 0 is 1904-01-01; otherwise day 1 is 1900-01-01. */
  readonly is1904: boolean;
  readonly stylesPart: string | null;
  readonly sharedTextPart: string | null;
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`, `sharedStrings`, `officeDocument`. */
  readonly type: string;
  readonly part: string;
}

/**
 * Reads which sheets a workbook has and where (ECMA-376, part 1, 12 and 18.2). Parts are found by their relations, as
 * their names are free. Errors: those of the parts; `no-sheet`.
 */
export async function readWorkbookDirectory(
  archive: Archive,
  watch: Watch,
): Promise<Result<Workbook, ReadRefusal>> {
  const root = await readRelations(archive, "", watch);
  if (!root.ok) return root;
  const main = root.value.find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
  const relations = await readRelations(archive, main, watch);
  if (!relations.ok) return relations;

  const found: { name: string; state: SheetState; id: string }[] = [];
  let is1904 = false;
  const refusal = await readWhole(
    archive,
    main,
    {
      open(name, attributes) {
        if (name === "workbookPr") is1904 = isTrue(attributes.date1904);
        if (name === "sheet") found.push(sheetOf(attributes));
        return null;
      },
    },
    watch,
  );
  if (refusal) return err(refusal);

  const partOf = (type: string) => relations.value.find((relation) => relation.type === type)?.part ?? null;
  const sheets = found.flatMap(({ name, state, id }) => {
    const part = relations.value.find((each) => each.id === id && each.type === "worksheet")?.part;
    return part && archive.has(part) ? [{ name, state, part }] : [];
  });
  if (sheets.length === 0) return err({ kind: "no-sheet" });
  return ok({ sheets, is1904, stylesPart: partOf("styles"), sharedTextPart: partOf("sharedStrings") });
}

function sheetOf(attributes: Readonly<Record<string, string>>): {
  name: string;
  state: SheetState;
  id: string;
} {
  const { name = "", state } = attributes;
  // The relation is `r:id` by custom, and any prefix by the letter; `sheetId` is another thing.
  const key = Object.keys(attributes).find((each) => each.endsWith(":id")) ?? "";
  const id = attributes[key] ?? "";
  if (state === "hidden") return { name, state, id };
  return { name, state: state === "veryHidden" ? "very-hidden" : "visible", id };
}

/** The relations of a part, or of the whole archive for the empty name; none when the part has none. */
async function readRelations(
  archive: Archive,
  part: string,
  watch: Watch,
): Promise<Result<Relation[], ReadRefusal>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!archive.has(name)) return ok(relations);
  const refusal = await readWhole(
    archive,
    name,
    {
      open(element, { Id = "", Type = "", Target = "", TargetMode }) {
        if (element !== "Relationship" || TargetMode === "External") return null;
        const type = Type.slice(Type.lastIndexOf("/") + 1);
        relations.push({ id: Id, type, part: resolve(folder, Target) });
        return null;
      },
    },
    watch,
  );
  return refusal ? err(refusal) : ok(relations);
}

/** The name of a part as another refers to it: from the root with a leading slash, else from the folder of the other. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}
