import { z } from "zod";
import { DELIMITERS, ENCODINGS, LINE_ENDS, QUOTES } from "./read/dialect.ts";

/** How the file is read; `null` leaves a choice to what is found in the file. */
export const ReadingChoices = z.object({
  encoding: z.enum(ENCODINGS).nullable().default(null),
  delimiter: z.enum(DELIMITERS).nullable().default(null),
  quote: z.enum(QUOTES).nullable().default(null),
  lineEnd: z.enum(LINE_ENDS).nullable().default(null),
  /** Name of the sheet of a workbook. */
  sheet: z.string().nullable().default(null),
});
export type ReadingChoices = z.infer<typeof ReadingChoices>;
