import "server-only";

interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
}

/**
 * Keeps what was loaded last, up to `maxWeight` in all; what was used longest ago goes first. Callers asking
 * for a key that is being loaded share that load. A load that fails is not kept, and neither is a value that is
 * heavier than the whole cache.
 */
export class LruCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #loading = new Map<string, Promise<Value>>();
  readonly #maxWeight: number;
  readonly #weigh: (value: Value) => number;
  #weight = 0;

  constructor(maxWeight: number, weigh: (value: Value) => number = () => 1) {
    this.#maxWeight = maxWeight;
    this.#weigh = weigh;
  }

  /** What is kept under `key`, without loading; counts as a use. */
  peek(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** What is kept under `key`, or what `load` gives. */
  async get(key: string, load: () => Promise<Value>): Promise<Value> {
    const kept = this.peek(key);
    if (kept !== undefined) return kept;
    const underWay = this.#loading.get(key);
    if (underWay !== undefined) return underWay;
    const loading = load();
    this.#loading.set(key, loading);
    try {
      const value = await loading;
      this.#keep(key, value);
      return value;
    } finally {
      this.#loading.delete(key);
    }
  }

  /** Total weight of what is kept; never more than `maxWeight`. */
  get weight(): number {
    return this.#weight;
  }

  #keep(key: string, value: Value): void {
    const weight = this.#weigh(value);
    if (weight > this.#maxWeight) return;
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const [oldest, entry] of this.#entries) {
      if (this.#weight <= this.#maxWeight) break;
      this.#entries.delete(oldest);
      this.#weight -= entry.weight;
    }
  }
}
