/** What sort of thing happened. */
export const EVENT_KINDS = ["round", "people", "market", "product", "policy", "report"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** `claimed`: said by a secondary source and not verified. */
export const EVENT_STATUSES = ["reported", "claimed"] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];
