/**
 * What a form shows after it was sent. `new` before that; `done` with what was done; `refused` with why, and the
 * fields it is about. Plain JSON, as it travels to the browser.
 */
export interface FormState {
  readonly outcome: "new" | "done" | "refused";
  readonly message: string;
  /** What is wrong with each field, by its name. */
  readonly errors: Readonly<Record<string, string>>;
  /** What was typed, by field, so that it need not be typed again. Never a password. */
  readonly values: Readonly<Record<string, string>>;
  /** Something that is shown this once: a link or a key. */
  readonly shownOnce?: string;
}

/** A form that was not sent yet. */
export const NEW_FORM: FormState = { outcome: "new", message: "", errors: {}, values: {} };

/** A form that did what it was sent for. Its fields are empty again. */
export function done(message: string, shownOnce?: string): FormState {
  return { ...NEW_FORM, outcome: "done", message, ...(shownOnce !== undefined && { shownOnce }) };
}

/** A form that was refused; what was typed into `form` stays. */
export function refused(
  message: string,
  { errors = {}, form }: { errors?: Readonly<Record<string, string>>; form?: FormData } = {},
): FormState {
  return { outcome: "refused", message, errors, values: form ? typedInto(form) : {} };
}

/** The text fields of a form but passwords, which are never sent back. */
function typedInto(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    const isOurs = !name.startsWith("$") && !/password|token/i.test(name);
    if (isOurs && typeof value === "string" && !Object.hasOwn(typed, name)) typed[name] = value;
  }
  return typed;
}
