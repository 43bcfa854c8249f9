/** What indicators are grouped by before they are weighed: each pillar counts alike, however many indicators it has. */
export const PILLARS = ["venture", "concentration", "build-out", "labs", "markets", "listings"] as const;
export type Pillar = (typeof PILLARS)[number];

/** Whether a pillar measures money going in or the heat of the markets it goes into. */
export type Side = "money" | "heat";

/** What a pillar is called, and what its indicators have in common. */
export interface PillarWords {
  readonly title: string;
  readonly side: Side;
  readonly purpose: string;
}

export const PILLAR_WORDS: Readonly<Record<Pillar, PillarWords>> = {
  venture: {
    title: "Venture money",
    side: "money",
    purpose: "How much venture money goes in, and how much of it to the theme.",
  },
  concentration: {
    title: "Concentration",
    side: "money",
    purpose: "How few companies and rounds take it.",
  },
  "build-out": {
    title: "The build-out",
    side: "money",
    purpose: "What is spent on networks and data centres, against the economy and against what it earns.",
  },
  labs: {
    title: "The AI labs",
    side: "heat",
    purpose: "What the labs are valued at and lose against what they sell.",
  },
  markets: {
    title: "Share prices",
    side: "heat",
    purpose: "How dear listed shares are, how fast they rose, and how few companies carry them.",
  },
  listings: {
    title: "Listings",
    side: "heat",
    purpose: "How many companies list, how their shares start, and how many have no profits.",
  },
};
