import "server-only";

/**
 * One value for the whole process. Next evaluates a module once per bundle (pages, route handlers and
 * instrumentation each have their own), so a module variable would exist several times.
 */
export function processWide<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`bubblescope.${name}`);
  const holder = globalThis as typeof globalThis & { [key: symbol]: unknown };
  holder[key] ??= make();
  return holder[key] as Value;
}
