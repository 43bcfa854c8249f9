import "server-only";
import { openStore } from "../../db/open.ts";
import type { Store } from "../../db/store.ts";
import { environment } from "./environment.ts";

/** The store of this process, opened on first use and never during a build. */
export function store(): Promise<Store> {
  return openStore(environment());
}
