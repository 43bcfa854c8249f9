import { z } from "zod";
import { KEY_SCOPES } from "./key-scope.ts";
import { MAX_PASSWORD, NewPassword, repeats } from "./password.ts";
import { ROLES } from "./role.ts";

const MAX_NAME = 80;

const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "Give an e-mail address of at most 254 characters.")
  .pipe(z.email("Give an e-mail address such as ada@example.org."));

const Name = z
  .string()
  .trim()
  .min(1, "Give a name.")
  .max(MAX_NAME, `Give a name of at most ${MAX_NAME} characters.`);

/** A password to be checked; too long a one is not even hashed. */
const GivenPassword = z
  .string()
  .min(1, "Give your password.")
  .max(MAX_PASSWORD, `A password has at most ${MAX_PASSWORD} characters.`);

const Token = z.string().max(200);

/** What is wrong with a password that is what everyone knows of the person. */
export const NOT_REPEATED = "Choose one that does not repeat your name, your e-mail address or Bubblescope.";

/** The form by which one signs in. */
export const SignInForm = z.object({ email: Email, password: GivenPassword, next: z.string().optional() });

/** The form by which the first account is made. */
export const SetUpForm = z
  .object({ token: Token, name: Name, email: Email, password: NewPassword })
  .refine(({ name, email, password }) => !repeats(password, [name, email, "Bubblescope"]), {
    path: ["password"],
    message: NOT_REPEATED,
  });

/** The form by which an invitation is accepted. */
export const InvitationForm = z
  .object({ token: Token, name: Name, password: NewPassword })
  .refine(({ name, password }) => !repeats(password, [name, "Bubblescope"]), {
    path: ["password"],
    message: NOT_REPEATED,
  });

/** The form by which one chooses a new password, having forgotten the old one. */
export const RecoveryForm = z.object({ token: Token, password: NewPassword });

/** The form by which one changes the name one is shown by. */
export const NameForm = z.object({ name: Name });

/** The form by which one changes one's password. */
export const PasswordForm = z.object({
  currentPassword: GivenPassword,
  newPassword: NewPassword,
});

/** The form by which someone is invited. */
export const InviteForm = z.object({ email: Email, role: z.enum(ROLES, "Choose a role.") });

/** The form by which an API key is made. */
export const KeyForm = z.object({
  name: Name,
  scopes: z.array(z.enum(KEY_SCOPES)).min(1, "Choose at least one."),
});

/** What the button of a row stands for: the id of what it is about. */
export const RowId = z.uuid();
