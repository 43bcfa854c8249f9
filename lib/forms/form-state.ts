/**
 * What a form shows after it was sent. `new` before that; `done` with what was done; `checked` with what would be done;
 * `refused` with why, and the fields it is about. Plain JSON, as it travels to the browser.
 */
export interface FormState {
  readonly outcome: "new" | "done" | "checked" | "refused";
  readonly message: string;
  /** What is wrong with each field, by its name. */
  readonly errors: Readonly<Record<string, string>>;
  /** What was typed, by field, so that it need not be typed again. Never a password. */
  readonly values: Readonly<Record<string, string>>;
  /** Something that is shown this once: a link or a key. */
  readonly shownOnce?: string;
  /** What was done, or would be, a line each. */
  readonly lines?: readonly string[];
  /** A drawing of it, as HTML that we wrote. */
  readonly drawing?: string;
  /** Where to go on from here. */
  readonly links?: ReadonlyArray<{ readonly href: string; readonly label: string }>;
}

/** A form that was not sent yet. */
export const NEW_FORM: FormState = { outcome: "new", message: "", errors: {}, values: {} };

/** A form that did what it was sent for. Its fields are empty again. */
export function done(message: string, shownOnce?: string): FormState {
  return { ...NEW_FORM, outcome: "done", message, ...(shownOnce !== undefined && { shownOnce }) };
}

/** A form that did nothing yet: what it would do, `lines` and a `drawing`. What was typed into `form` stays. */
export function checked(
  message: string,
  { form, ...shown }: { form: FormData } & Pick<FormState, "lines" | "drawing">,
): FormState {
  return { ...NEW_FORM, outcome: "checked", message, values: typedInto(form), ...shown };
}

/** A form that was refused; what was typed into `form` stays. */
export function refused(
  message: string,
  { errors = {}, form }: { errors?: Readonly<Record<string, string>>; form?: FormData } = {},
): FormState {
  return { outcome: "refused", message, errors, values: form ? typedInto(form) : {} };
}

/** A form of which some fields are wrong, each as said beside it. */
export function refusedFields(errors: Readonly<Record<string, string>>, form: FormData): FormState {
  const count = Object.keys(errors).length;
  const message = count === 1 ? "One field needs another look." : `${count} fields need another look.`;
  return refused(message, { errors, form });
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
