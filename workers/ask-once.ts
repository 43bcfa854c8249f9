import { once } from "node:events";
import type { Worker } from "node:worker_threads";

/** Asks a new thread one thing and lets it go. Rejects with what went wrong in the thread. */
export async function askOnce<Answer>(spawn: () => Worker, question: unknown): Promise<Answer> {
  const worker = spawn();
  try {
    const answered = once(worker, "message");
    worker.postMessage(question);
    const [answer] = await answered;
    return answer as Answer;
  } finally {
    await worker.terminate();
  }
}
