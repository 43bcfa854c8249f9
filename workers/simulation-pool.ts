import type { Worker } from "node:worker_threads";
import { type Chunk, gather, type Simulation } from "../lib/exuberance/index.ts";
import type { Done, Order } from "./order.ts";

/** Replications that a thread is sent at a time: few enough that a cancelled test stops soon. */
const CHUNK = 32;
/** Threads that had nothing to do for so long are let go. */
const IDLE_MS = 20_000;

/** What whoever waits for a simulation may want of it. */
export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Told after every chunk how many of the replications are done. */
  readonly onProgress?: (done: number, draws: number) => void;
}

interface Job {
  readonly id: number;
  readonly simulation: Simulation;
  readonly options: RunOptions;
  readonly chunks: Chunk[];
  readonly settle: (outcome: { readonly numbers: Float64Array } | { readonly reason: unknown }) => void;
  next: number;
  done: number;
}

interface Thread {
  readonly worker: Worker;
  /** The job that it works for, if any. */
  job: Job | null;
}

/**
 * Shares the replications of simulations among threads. The numbers are those of `simulate`, to the last bit, however
 * many threads there are and in whatever order they end. Simulations are worked on in the order in which they were
 * asked for; threads are started when they are needed and let go when they are not.
 */
export class SimulationPool {
  readonly #spawn: () => Worker;
  readonly #size: number;
  readonly #threads = new Set<Thread>();
  readonly #jobs = new Set<Job>();
  #ids = 0;
  #idle: NodeJS.Timeout | null = null;

  /** `spawn` starts a thread that runs `thread.ts`. */
  constructor(spawn: () => Worker, size: number) {
    this.#spawn = spawn;
    this.#size = Math.max(1, size);
  }

  /** All replications of a simulation, as `gather` gives them. Rejects with the signal's reason once it is aborted. */
  run(simulation: Simulation, options: RunOptions = {}): Promise<Float64Array> {
    const { signal } = options;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = () => this.#end(job, { reason: signal?.reason });
      const job: Job = {
        ...{ id: ++this.#ids, simulation, options, chunks: [], next: 0, done: 0 },
        settle: (outcome) => {
          signal?.removeEventListener("abort", onAbort);
          if ("numbers" in outcome) resolve(outcome.numbers);
          else reject(outcome.reason);
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#jobs.add(job);
      this.#handOut();
    });
  }

  /** Lets all threads go; what was asked for and is not done is rejected. */
  async close(): Promise<void> {
    for (const job of [...this.#jobs]) this.#end(job, { reason: new Error("the pool was closed") });
    await this.#release();
  }

  #handOut(): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    for (;;) {
      const job = [...this.#jobs].find(({ next, simulation }) => next < simulation.draws);
      if (!job) break;
      const thread = this.#free();
      if (!thread) break;
      const from = job.next;
      const to = Math.min(from + CHUNK, job.simulation.draws);
      job.next = to;
      thread.job = job;
      thread.worker.ref();
      thread.worker.postMessage({ id: job.id, simulation: job.simulation, from, to } satisfies Order);
    }
    if (this.#jobs.size > 0) return;
    this.#idle = setTimeout(() => void this.#release(), IDLE_MS);
    this.#idle.unref();
  }

  #free(): Thread | null {
    for (const thread of this.#threads) if (thread.job === null) return thread;
    if (this.#threads.size >= this.#size) return null;
    const thread: Thread = { worker: this.#spawn(), job: null };
    thread.worker.on("message", (done: Done) => this.#receive(thread, done));
    thread.worker.on("error", (reason) => this.#lose(thread, reason));
    this.#threads.add(thread);
    return thread;
  }

  #receive(thread: Thread, { from, numbers }: Done): void {
    const { job } = thread;
    thread.job = null;
    // A thread at rest keeps no process alive.
    thread.worker.unref();
    if (job && this.#jobs.has(job)) {
      const { simulation, options, chunks } = job;
      chunks.push({ from, numbers });
      job.done += Math.min(CHUNK, simulation.draws - from);
      options.onProgress?.(job.done, simulation.draws);
      if (job.done === simulation.draws) this.#end(job, { numbers: gather(simulation, chunks) });
    }
    this.#handOut();
  }

  /** What a thread was working on when it failed is lost to whoever asked for it, and to nobody else. */
  #lose(thread: Thread, reason: unknown): void {
    this.#threads.delete(thread);
    if (thread.job && this.#jobs.has(thread.job)) this.#end(thread.job, { reason });
    this.#handOut();
  }

  #end(job: Job, outcome: Parameters<Job["settle"]>[0]): void {
    if (!this.#jobs.delete(job)) return;
    job.settle(outcome);
  }

  async #release(): Promise<void> {
    const threads = [...this.#threads];
    this.#threads.clear();
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}
