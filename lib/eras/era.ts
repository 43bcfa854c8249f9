import type { Period } from "../periods/period.ts";

/** The hue and dash an era is drawn in; see the tokens. Only two eras have a colour of their own. */
export const ERA_HUES = ["ai", "dotcom", "other-1", "other-2"] as const;
export type EraHue = (typeof ERA_HUES)[number];

/** A dated turning point of an era, with the event it stands for and where that is said. */
export interface Turn {
  readonly period: Period;
  readonly event: string;
  readonly source: string;
}

/** A named boom. `peak` and `trough` are null while they have not been declared. */
export interface Era {
  readonly code: string;
  readonly name: string;
  readonly hue: EraHue;
  readonly onset: Turn;
  readonly peak: Turn | null;
  readonly trough: Turn | null;
}
