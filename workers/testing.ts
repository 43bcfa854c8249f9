import { Worker } from "node:worker_threads";

/**
 * Starts a thread from the source as it is: a thread of Node's does not read TypeScript before tsx is told to. For
 * processes that run in the project's folder.
 */
export function spawnFromSource(file = "thread.ts"): Worker {
  const thread = new URL(file, import.meta.url).href;
  const code = `import("tsx/esm/api").then(({ register }) => {
    register();
    return import(${JSON.stringify(thread)});
  });`;
  return new Worker(code, { eval: true });
}
