import { codesIn, parseFormula } from "../formula/index.ts";
import { invariant } from "../invariant.ts";

/** Whether an input measures money going in or the heat of the markets it goes into. */
export type Side = "money" | "heat";

/**
 * One thing the verdict looks at: the same quantity now and in the dot-com years, each as a formula.
 * `against` is what speaks against taking the reading at face value; it is shown beside the number.
 */
export interface InputSpec {
  readonly id: string;
  readonly side: Side;
  readonly name: string;
  readonly definition: string;
  readonly now: string;
  readonly then: string;
  readonly against: string;
  /** Name of the dashboard figure that draws it. */
  readonly figure: string;
}

/** The inputs of the verdict, in the order they are read. */
export const INPUTS: readonly InputSpec[] = [
  {
    id: "venture",
    side: "money",
    name: "Venture money",
    definition: "US venture investment, share of US GDP, year",
    now: "per_gdp(VC_US_PB_A)",
    then: "per_gdp(VC_US_VE_A)",
    against:
      "Two surveys: today’s also counts corporate, sovereign and crossover investors, who were left out then.",
    figure: "venture-share-of-gdp",
  },
  {
    id: "theme-money",
    side: "money",
    name: "The theme’s own money",
    definition:
      "US venture money into AI now, into the internet then, each as a share of US GDP of its own span",
    now: "per_gdp(VC_AI_US_PB_H)",
    then: "per_gdp(VC_NET_US_PWC_Q)",
    against:
      "One half-year, lifted by one very large round, beside three quarters of another survey; the internet was a category, AI is a tag.",
    figure: "us-venture-both-booms",
  },
  {
    id: "share",
    side: "money",
    name: "The theme’s share",
    definition: "AI’s part of world venture money now, the internet’s part of the US total then; quarter",
    now: "VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q",
    then: "VC_NET_US_PWC_Q / VC_US_PWC_Q",
    against: "World beside US, tag beside survey category; a few very large rounds move it.",
    figure: "ai-share-of-venture",
  },
  {
    id: "buildout",
    side: "money",
    name: "The build-out",
    definition:
      "Capital spending of four AI builders now, of US telecom providers then; share of US GDP, year",
    now: "per_gdp(CAPEX_AMZN_A + CAPEX_GOOGL_A + CAPEX_META_A + CAPEX_MSFT_A)",
    then: "per_gdp(CAPEX_TELECOM_US_A)",
    against: "Now worldwide and including warehouses; then selected US providers only.",
    figure: "capex-share-of-gdp",
  },
  {
    id: "run-up",
    side: "heat",
    name: "Share-price run-up",
    definition: "NASDAQ Composite as a multiple of its level in the month of onset, month end",
    now: "NASDAQ_M / NASDAQ_M@2022-11",
    then: "NASDAQ_M / NASDAQ_M@1995-08",
    against: "The month of onset decides the multiple; November 2022 was close to a low.",
    figure: "nasdaq-on-one-clock",
  },
  {
    id: "valuation",
    side: "heat",
    name: "Share valuation",
    definition: "Shiller’s cyclically adjusted price–earnings ratio of the S&P 500, month",
    now: "CAPE_M",
    then: "CAPE_M",
    against: "The ten-year window still holds the weak earnings of 2020; recent months are provisional.",
    figure: "cape-both-eras",
  },
  {
    id: "first-day",
    side: "heat",
    name: "First-day jumps",
    definition: "Mean first-day return of US listings, year",
    now: "IPO_RETURN_US_A",
    then: "IPO_RETURN_US_A",
    against:
      "Few companies list: the largest AI firms are still private, so the mean rests on small numbers.",
    figure: "listings",
  },
  {
    id: "unprofitable",
    side: "heat",
    name: "Listings without profits",
    definition: "Share of US listings with negative earnings, year",
    now: "IPO_UNPROF_US_A",
    then: "IPO_UNPROF_US_A",
    against:
      "Companies that list before they are meant to earn, as in biotech, count in both; the mix differs.",
    figure: "listings",
  },
];

/** Every series code that the inputs read, including output behind shares of GDP. */
export function codesInInputs(): string[] {
  const codes = INPUTS.flatMap(({ now, then }) => [now, then]).flatMap((formula) => {
    const parsed = parseFormula(formula);
    invariant(parsed.ok, `${formula} is a formula`);
    return codesIn(parsed.value);
  });
  return [...new Set(codes)];
}
