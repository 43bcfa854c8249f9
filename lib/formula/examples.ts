import type { Frequency } from "../periods/frequency.ts";
import type { SeriesType } from "../series/series.ts";
import type { Unit } from "../series/unit.ts";

const DOLLARS: Unit = { kind: "currency", currency: "USD", scale: 1 };
const PERCENT: Unit = { kind: "percent" };

/**
 * The types of the series that the examples of the rules are written in: codes of the starter catalogue, and a
 * few more for what it does not hold. The documentation shows the examples and the tests check them.
 */
export const EXAMPLE_TYPES: ReadonlyMap<string, SeriesType> = new Map([
  ["VC_ALL_WORLD_CB_Q", flow("Q", "WORLD", "ALL", "Crunchbase")],
  ["VC_AI_WORLD_CB_Q", flow("Q", "WORLD", "AI", "Crunchbase")],
  ["CLAIM_VC_ALL_WORLD", flow("Q", "WORLD", "ALL", "Crunchbase")],
  ["CLAIM_VC_AI_WORLD", flow("H", "WORLD", "AI", "Crunchbase")],
  ["AI_DEALS_WORLD_CB_Q", count("Q", "WORLD", "AI funding deals", "Crunchbase")],
  ["AI_DEALS_WORLD_CBI_Q", count("Q", "WORLD", "AI funding deals", "CB Insights")],
  ["VC_US_PB_Q", flow("Q", "US", "ALL", "PitchBook-NVCA")],
  ["VC_ALL_WORLD_PB_Q", flow("Q", "WORLD", "ALL", "PitchBook")],
  ["VC_GENAI_WORLD_CB_Q", flow("Q", "WORLD", "GENAI", "Crunchbase")],
  ["VC_AI_US_CB_Q", flow("Q", "US", "AI", "Crunchbase")],
  ["VC_US_CB_Q", flow("Q", "US", "ALL", "Crunchbase")],
  ["AISHARE_US_PB_Q", { ...ratio("Q", PERCENT), sector: "AI", universe: "PitchBook-NVCA" }],
  ["VC_US_VE_A", flow("A", "US", "ALL", "Venture Economics/NVCA")],
  ["VC_US_PWC_A", flow("A", "US", "ALL", "PwC Money Tree")],
  ["NETSHARE_US_VE_Q", { ...ratio("Q", PERCENT), sector: "INTERNET", universe: "Venture Economics/NVCA" }],
  ["VC_AUM_US_A", { ...flow("A", "US", "ALL", "NSF"), measure: "stock" }],
  ["CLAIM_AUM_US", { ...flow("A", "US", "ALL", "Not named"), measure: "stock" }],
  ["VC_US_M", flow("M", "US", "ALL", "Survey")],
  ["VC_CN_M", { ...flow("M", "CN", "ALL", "Survey"), unit: { kind: "currency", currency: "CNY", scale: 1 } }],
  ["USDCNY_M", { ...ratio("M", { kind: "rate", words: "CNY per USD" }), measure: "price", geography: "CN" }],
  ["CAPEX_TELECOM_US_A", flow("A", "US", "TELECOM", "Federal Reserve staff note")],
  ["CAPEX_ITSP_US_A", flow("A", "US", "TELECOM_CLOUD", "Federal Reserve staff note")],
  ["CAPEX_AMZN_Q", flow("Q", "COMPANY", "CLOUD", "Company filings")],
  ["CAPEX_TOP5_EPOCH_Q", flow("Q", "WORLD", "CLOUD", "Epoch AI")],
  ["CAPEX_MSFT_Q", flow("Q", "COMPANY", "CLOUD", "Company filings")],
  ["CAPEX_AMZN_A", flow("A", "COMPANY", "CLOUD", "Company filings")],
  ["CAPEX_MSFT_FY_A", { ...flow("A", "COMPANY", "CLOUD", "Company filings"), yearEnds: 6 }],
  ["CAPEX_ORCL_Q", { ...flow("Q", "COMPANY", "CLOUD", "Company filings"), yearEnds: 11 }],
  ["GDP_US_Q", { ...flow("Q", "US", "ALL", "BEA"), rate: "annual" }],
  ["GDP_US_A", { ...flow("A", "US", "ALL", "BEA"), rate: "annual" }],
  [
    "GDP_REAL_US_A",
    { ...flow("A", "US", "ALL", "BEA"), rate: "annual", prices: { kind: "constant", base: "2017" } },
  ],
  ["OPENAI_VAL", { ...flow("I", "COMPANY", "AI", "Company rounds"), measure: "stock" }],
  ["ANTHROPIC_VAL", { ...flow("I", "COMPANY", "AI", "Company rounds"), measure: "stock" }],
  ["OPENAI_RAISED", flow("I", "COMPANY", "AI", "Company rounds")],
  ["OPENAI_REV_A", flow("A", "COMPANY", "AI", "Press reports")],
  ["CLAIM_MEGA_US", count("I", "US", "deals over $100M", "Crunchbase")],
  ["MEGA_US_MT_A", count("A", "US", "rounds of $100M or more", "PwC/NVCA MoneyTree")],
  ["IPO_COUNT_US_Q", count("Q", "US", "IPOs", "Ritter Table 8")],
  ["IPO_COUNT_US_A", count("A", "US", "IPOs", "Ritter Table 8")],
  ["NASDAQ_M", index("M", "5 February 1971 = 100", "Nasdaq")],
  ["SP500_M", index("M", "1941-43 = 10", "Shiller")],
  ["CPI_US_M", index("M", "1982-84 = 100", "BLS")],
  ["BTC_M", { ...flow("M", "WORLD", "CRYPTO", "Coinbase"), measure: "price" }],
  ["CAPE_M", { ...ratio("M", { kind: "multiple" }), universe: "Shiller" }],
  ["UST10Y_M", { ...ratio("M", PERCENT), rate: "annual", universe: "Federal Reserve" }],
] satisfies [string, SeriesType][]);

function flow(frequency: Frequency, geography: string, sector: string, universe: string): SeriesType {
  return {
    measure: "flow",
    unit: DOLLARS,
    prices: { kind: "nominal" },
    frequency,
    rate: "period",
    yearEnds: 12,
    geography,
    sector,
    universe,
  };
}

function count(frequency: Frequency, geography: string, of: string, universe: string): SeriesType {
  return { ...ratio(frequency, { kind: "count", of }), measure: "count", geography, universe };
}

function index(frequency: Frequency, base: string, universe: string): SeriesType {
  return { ...ratio(frequency, { kind: "index", base }), measure: "index", universe };
}

function ratio(frequency: Frequency, unit: Unit): SeriesType {
  return {
    measure: "ratio",
    unit,
    prices: { kind: "none" },
    frequency,
    rate: "period",
    yearEnds: 12,
    geography: "US",
    sector: "ALL",
    universe: "",
  };
}
