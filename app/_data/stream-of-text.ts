import "server-only";
import { streamOf } from "./stream-of.ts";

/** Sends the parts of a text as they are asked for, so that a long one is never held as a whole. */
export function streamOfText(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  return streamOf(encoded(parts));
}

async function* encoded(parts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of parts) yield encoder.encode(part);
}
