import "server-only";
import type { Clock } from "../../lib/clock.ts";
import { environment } from "./environment.ts";

/** Today's date in UTC, or the day that `BUBBLESCOPE_TODAY` pins. */
export const today: Clock = () => environment().BUBBLESCOPE_TODAY ?? new Date().toISOString().slice(0, 10);
