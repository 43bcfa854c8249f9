import "server-only";
import { boot } from "./boot.ts";

/** Makes the server ready, or ends it with one sentence on standard error and status 1: no stack, as the operator can mend it. */
export async function bootOrExit(): Promise<void> {
  const booted = await boot(process.env, (line) => console.log(line));
  if (booted.ok) return;
  process.stderr.write(`${booted.error}\n`);
  process.exit(1);
}
