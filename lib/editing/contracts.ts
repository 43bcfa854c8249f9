import { z } from "zod";
import { Message, someMessage } from "../revisions/message.ts";
import { EDITED_TABLES } from "./edited-table.ts";

/** Stands before the name of each field of a row, apart from what a form says of itself. */
export const ROW_PREFIX = "row.";

const SAY_WHY = "Why: say it in a sentence; it stays with the revision.";

/** What the form of a row sends besides its fields. */
export const RowForm = z
  .object({
    table: z.enum(EDITED_TABLES),
    isNew: z.enum(["true", "false"]).transform((text) => text === "true"),
    /** The newest revision when the form was shown. */
    base: z.coerce.number().int().min(0),
    step: z.enum(["save", "check"]),
    why: Message,
  })
  // Who only looks at what would change need not say why yet.
  .refine(({ step, why }) => step === "check" || why !== "", { path: ["why"], message: SAY_WHY });

/** The form that removes a row, or that retires a series or brings it back. */
export const StandingForm = z.intersection(
  z.object({ why: someMessage(SAY_WHY), key: z.string().min(1) }),
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("remove"), table: z.enum(EDITED_TABLES).exclude(["series"]) }),
    z.object({ kind: z.enum(["retire", "bring-back"]), table: z.literal("series") }),
  ]),
);
