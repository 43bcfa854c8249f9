import { z } from "zod";
import { hasControls, visibleText } from "../text/visible-text.ts";

/** Characters of the message of a revision. */
const LONGEST_MESSAGE = 2_000;

/**
 * Why a revision is made, as whoever makes it says: what can be seen of it, as marks of direction would have it read
 * otherwise where it is shown than where it was written. May be empty; `SomeMessage` may not.
 */
export const Message = z
  .string()
  .transform(visibleText)
  .pipe(
    z
      .string()
      .max(LONGEST_MESSAGE, `Say it in at most ${LONGEST_MESSAGE.toLocaleString("en")} characters.`)
      .refine((text) => !hasControls(text), "Write it anew: it has a control character, which no text has."),
  );

/** A message that says something; `remedy` is told when it does not. */
export function someMessage(remedy: string) {
  return Message.refine((text) => text !== "", remedy);
}
