import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { z } from "zod";
import { startOf } from "./running.mjs";

/** Who holds a lock. `startedAt` tells a process from a later one with the same id; null where unknown. */
export const LockOwner = z.strictObject({
  pid: z.int().positive(),
  startedAt: z.string().nullable(),
  host: z.string(),
  token: z.string().regex(/^[0-9a-f-]{36}$/),
});
export type LockOwner = z.infer<typeof LockOwner>;

/** This process as the owner of a lock it is about to take. */
export function thisProcess(): LockOwner {
  return { pid: process.pid, startedAt: startOf(process.pid), host: hostname(), token: randomUUID() };
}

/** The owner written in a lock's text, or null if the text is not one of ours. */
export function parseOwner(text: string): LockOwner | null {
  try {
    return LockOwner.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
