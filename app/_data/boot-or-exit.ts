import "server-only";
import type { Store } from "../../db/store.ts";
import { boot } from "./boot.ts";

/**
 * Makes the server ready, or ends it with status 1: for what the operator can mend, with one sentence on standard
 * error; for a fault of ours, with its stack. Next would otherwise go on and answer every request with an error.
 */
export async function bootOrExit(): Promise<Store> {
  const booted = await boot(process.env, (line) => console.log(line)).catch((fault: unknown) => {
    console.error(fault);
    return process.exit(1);
  });
  if (booted.ok) return booted.value;
  process.stderr.write(`${booted.error}\n`);
  return process.exit(1);
}
