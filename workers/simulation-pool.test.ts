import { afterAll, describe, expect, test } from "vitest";
import { planExuberance, type Simulation, simulate } from "../lib/exuberance/index.ts";
import { SimulationPool } from "./simulation-pool.ts";
import { spawnFromSource } from "./testing.ts";

const pools = [1, 2, 3].map((size) => new SimulationPool(() => spawnFromSource(), size));
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

/** Growth with a bend, which is no matter: the same numbers are to come of it wherever they are worked out. */
function aSimulation(draws: number, seed = 7): Simulation {
  const series = Array.from({ length: 60 }, (_, i) => ({
    period: `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
    value: Math.sin(i * 12.9898) * 0.3 + i * 0.05,
  }));
  const plan = planExuberance(series, { scale: "levels", bootstrapDraws: draws, seed });
  if (!plan.ok) throw new Error(plan.error.kind);
  return plan.value.bootstrap;
}

describe("a pool of threads", () => {
  test("gives the numbers of one thread to the last bit, however many it has", async () => {
    const simulation = aSimulation(150);
    const expected = simulate(simulation);
    for (const pool of pools) expect(await pool.run(simulation)).toEqual(expected);
  });

  test("works on what several ask for, and tells each how far it is", async () => {
    const [first, second] = [aSimulation(100, 1), aSimulation(70, 2)];
    const told: number[] = [];
    const [one, two] = await Promise.all([
      pools[1]?.run(first, { onProgress: (done) => told.push(done) }),
      pools[1]?.run(second),
    ]);
    expect([one, two]).toEqual([simulate(first), simulate(second)]);
    expect(told.at(-1)).toBe(100);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  test("stops what is cancelled, says why, and goes on with the rest", async () => {
    const cancelled = new AbortController();
    const reason = new Error("nobody waits any more");
    const long = pools[1]?.run(aSimulation(20_000), {
      signal: cancelled.signal,
      onProgress: () => cancelled.abort(reason),
    });
    const short = pools[1]?.run(aSimulation(40));
    await expect(long).rejects.toBe(reason);
    expect(await short).toEqual(simulate(aSimulation(40)));
  });

  test("asked with a signal that is aborted already, it starts nothing", async () => {
    await expect(pools[0]?.run(aSimulation(40), { signal: AbortSignal.abort("no") })).rejects.toBe("no");
  });

  test("a thread that fails is lost to its simulation alone", async () => {
    const pool = new SimulationPool(() => spawnFromSource(), 1);
    const broken = { ...aSimulation(40), shape: { minRows: -1, lag: 0 } };
    await expect(pool.run(broken)).rejects.toThrow();
    expect(await pool.run(aSimulation(40))).toEqual(simulate(aSimulation(40)));
    await pool.close();
  });
});
