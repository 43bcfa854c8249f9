import type { z } from "zod";
import { err, ok, type Result } from "../result.ts";
import { type FormState, refusedFields } from "./form-state.ts";

/**
 * What a form was sent with, read by its contract: a field is its text, or a list of texts where `lists` names it.
 * The refusal says beside each field what is wrong with it, in the words of the contract.
 */
export function readForm<Contract extends z.ZodType>(
  contract: Contract,
  form: FormData,
  { lists = [] }: { lists?: readonly string[] } = {},
): Result<z.output<Contract>, FormState> {
  const given: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) given[name] = form.get(name);
  for (const name of lists) given[name] = form.getAll(name);

  const read = contract.safeParse(given);
  if (read.success) return ok(read.data);
  const errors: Record<string, string> = {};
  for (const { path, message } of read.error.issues) errors[String(path[0] ?? "")] ??= message;
  return err(refusedFields(errors, form));
}
