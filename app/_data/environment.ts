import "server-only";
import { type Environment, readEnvironment } from "../../lib/env.ts";
import { processWide } from "./process-wide.ts";

/** The server's environment, read once. Throws when it is not usable; the server checks this at start. */
export function environment(): Environment {
  return processWide("environment", () => {
    const read = readEnvironment(process.env);
    if (!read.ok) throw new Error(read.error);
    return read.value;
  });
}
