import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { err, ok, type Result } from "../../../lib/result.ts";

/** A pasted table, or the settings of a script, may be as long as this. */
const MOST_PASTED = 10_000_000;
const MOST_FIELDS = 20;

/** Why what was sent holds no file that could be kept. */
export type SendRefusal =
  | { readonly kind: "no-file" }
  | { readonly kind: "unreadable-form" }
  | { readonly kind: "field-too-long"; readonly field: string; readonly most: number };

/** What was sent: its fields, and what became of its file. */
export interface Sent<Kept> {
  readonly fields: ReadonlyMap<string, string>;
  /** `null` when no file was chosen. */
  readonly file: Kept | null;
}

/**
 * Reads a form as it comes in, and hands its first file on as a stream: it is never held in memory as a whole. A body
 * that is no form is the file itself, named by the `name` of the address. What the address says counts as fields, unless
 * the form has them as well.
 *
 * Errors: `no-file` for an empty body; `unreadable-form`; `field-too-long`.
 */
export async function receiveFile<Kept>(
  request: Request,
  keep: (name: string, content: AsyncIterable<Uint8Array>) => Promise<Kept>,
): Promise<Result<Sent<Kept>, SendRefusal>> {
  const { body } = request;
  if (body === null) return err({ kind: "no-file" });
  const content = Readable.fromWeb(body as WebStream<Uint8Array>);
  const type = request.headers.get("content-type") ?? "";
  const said = new Map(new URL(request.url).searchParams);
  if (type.startsWith("multipart/form-data")) return receiveForm(content, type, said, keep);
  const file = await keepToTheEnd(content, (all) => keep(said.get("name") ?? "", all));
  return ok({ fields: said, file });
}

async function receiveForm<Kept>(
  content: Readable,
  type: string,
  said: ReadonlyMap<string, string>,
  keep: (name: string, content: AsyncIterable<Uint8Array>) => Promise<Kept>,
): Promise<Result<Sent<Kept>, SendRefusal>> {
  const fields = new Map(said);
  let tooLong: string | null = null;
  let isBrokenOff = false;
  let keeping: Promise<Kept> | null = null;
  let form: BusboyInstance;
  try {
    form = new Busboy({
      headers: { "content-type": type },
      limits: { files: 1, fields: MOST_FIELDS, fieldSize: MOST_PASTED },
    });
  } catch {
    return err({ kind: "unreadable-form" });
  }
  form.on("field", (name, value, _, isCut) => {
    fields.set(name, value);
    if (isCut) tooLong ??= name;
  });
  form.on("file", (_, file, name) => {
    // A form whose file was not chosen still sends an empty one without a name.
    if (!name) {
      file.resume();
      return;
    }
    file.once("error", () => {
      isBrokenOff = true;
    });
    keeping = keepToTheEnd(file, (content) => keep(name, content));
    keeping.catch(() => undefined);
  });
  try {
    await pipeline(content, form);
  } catch (error) {
    await Promise.allSettled([keeping]);
    if (isFormError(error)) return err({ kind: "unreadable-form" });
    throw error;
  }
  if (isBrokenOff) {
    await Promise.allSettled([keeping]);
    return err({ kind: "unreadable-form" });
  }
  if (tooLong !== null) return err({ kind: "field-too-long", field: tooLong, most: MOST_PASTED });
  return ok({ fields, file: await (keeping as Promise<Kept> | null) });
}

/** What is refused half-way is read to its end all the same, or whoever sends it never gets to hear why. */
function keepToTheEnd<Kept>(
  content: Readable,
  keep: (content: AsyncIterable<Uint8Array>) => Promise<Kept>,
): Promise<Kept> {
  return keep(content.iterator({ destroyOnReturn: false })).finally(() => content.resume());
}

/** The parser throws plain errors; those of the connection have a code. */
function isFormError(error: unknown): boolean {
  return error instanceof Error && !("code" in error);
}
