import "server-only";
import type { Progress, Working } from "../../../db/uploads/stage.ts";
import { processWide } from "../process-wide.ts";

/** What is being done with an upload. */
export type Phase = "reading" | "comparing" | "committing";

/** How far work on an upload is, as far as this process knows: it does the work itself. */
export interface WorkView extends Progress {
  readonly phase: Phase;
  readonly startedAt: Date;
}

/** What long work is given: a signal to heed, and a way to say how far each phase of it is. */
export interface Task {
  readonly signal: AbortSignal;
  during(phase: Phase): Working;
}

interface Work {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
  view: WorkView;
}

/**
 * Begins long work on an upload in this process and answers when it has ended, or after `patience` milliseconds if it
 * takes longer: the work then goes on by itself. Work on the same upload that was under way is stopped first, but for a
 * commit, which is waited for. `run` handles its own errors.
 */
export async function workOn(
  id: string,
  first: Phase,
  run: (task: Task) => Promise<void>,
  patience: number,
): Promise<void> {
  await makeWay(id);
  const controller = new AbortController();
  const work: Work = {
    controller,
    view: beginningOf(first),
    ended: Promise.resolve().then(() =>
      run({
        signal: controller.signal,
        during: (phase) => {
          work.view = beginningOf(phase);
          const onProgress = (progress: Progress) => {
            work.view = { ...work.view, ...progress };
          };
          return { signal: controller.signal, onProgress };
        },
      }).finally(() => {
        if (works().get(id) === work) works().delete(id);
      }),
    ),
  };
  works().set(id, work);
  await Promise.race([work.ended, later(patience)]);
}

/** Ends work on an upload before other work: a commit is waited for, anything else is stopped. */
export async function makeWay(id: string): Promise<void> {
  const work = works().get(id);
  if (work?.view.phase === "committing") await work.ended;
  else await stopWork(id);
}

/** Stops work on an upload in this process, and answers when it has stopped. */
export async function stopWork(id: string): Promise<void> {
  const work = works().get(id);
  if (!work) return;
  work.controller.abort(new DOMException("cancelled", "AbortError"));
  await work.ended;
}

/** How far work on an upload is in this process; `null` when there is none. */
export function viewOfWork(id: string): WorkView | null {
  return works().get(id)?.view ?? null;
}

function beginningOf(phase: Phase): WorkView {
  return { phase, done: 0, total: null, startedAt: new Date() };
}

function works(): Map<string, Work> {
  return processWide("upload-work", () => new Map<string, Work>());
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
