import { timestamp } from "drizzle-orm/pg-core";

/** A column that holds an instant, to the microsecond, in UTC. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, mode: "date" });
}
