import { z } from "zod";

/** NIST SP 800-63B: length counts, and rules on the kinds of characters do not help. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

/** A password that someone chooses. */
export const NewPassword = z
  .string()
  .min(MIN_PASSWORD, `Choose at least ${MIN_PASSWORD} characters; several words are easy to remember.`)
  .max(MAX_PASSWORD, `Choose at most ${MAX_PASSWORD} characters.`)
  .refine((text) => new Set(text).size >= 4, "Choose more than a few repeated characters.");

/** Whether a password is, or hardly differs from, what everyone knows of the person. */
export function repeats(password: string, known: readonly string[]): boolean {
  const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  const given = letters(password);
  return known.map(letters).some((word) => word.length > 2 && given.replaceAll(word, "").length < 4);
}
