import { configureGlobal } from "fast-check";
import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";
import { propertySeed } from "./seed.ts";

configureGlobal({ seed: propertySeed });

let consoleError: MockInstance<typeof console.error>;

beforeEach(() => {
  consoleError = vi.spyOn(console, "error");
});

/** A test that expects an error to be logged reads it from its own spy and clears it. */
afterEach(() => {
  const logged = consoleError.mock.calls.map((args) => args.join(" "));
  consoleError.mockRestore();
  expect(logged, "console.error was called").toEqual([]);
});
