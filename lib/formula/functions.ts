/** What a function takes after its operand. */
export type ParameterKind = "steps" | "base" | "frequency" | "method";

export interface Parameter {
  readonly kind: ParameterKind;
  readonly name: string;
  readonly required: boolean;
}

export interface FunctionEntry {
  readonly name: string;
  /** As written: `index(x, P)`. */
  readonly form: string;
  readonly says: string;
  /** x is the operand, t a period, n the periods in a year. */
  readonly formula: string;
  readonly parameters: readonly Parameter[];
  /** Turns levels into something that must not be aggregated afterwards (aggregate first, then transform). */
  readonly isTransform: boolean;
}

const STEPS: Parameter = { kind: "steps", name: "n", required: true };
const BASE: Parameter = { kind: "base", name: "P", required: true };
const OPTIONAL_BASE: Parameter = { ...BASE, required: false };

/**
 * Every function of the language, for the parser, the checker, the evaluator and the documentation.
 * `chg` to `log` are FRED's unit transforms under FRED's names, except `yoy`, which FRED calls `pc1`
 * (FRED API, series/observations, `units`).
 */
export const FUNCTIONS = [
  entry("chg(x)", "change", "x(t) - x(t-1)"),
  entry("ch1(x)", "change from a year ago", "x(t) - x(t-n)"),
  entry("pch(x)", "percent change", "(x(t) / x(t-1) - 1) * 100"),
  entry("yoy(x)", "percent change from a year ago", "(x(t) / x(t-n) - 1) * 100"),
  entry("pca(x)", "compounded annual rate of change", "((x(t) / x(t-1))^n - 1) * 100"),
  entry("cch(x)", "continuously compounded rate of change", "(ln x(t) - ln x(t-1)) * 100"),
  entry("cca(x)", "continuously compounded annual rate of change", "(ln x(t) - ln x(t-1)) * 100 * n"),
  entry("log(x)", "natural logarithm", "ln x(t)"),
  entry("index(x, P)", "index, 100 at P or at the first value", "100 * x(t) / x(P)", [OPTIONAL_BASE]),
  entry("lag(x, n)", "value n periods earlier", "x(t-n)", [STEPS]),
  entry("ma(x, n)", "mean of the last n periods", "(x(t-n+1) + ... + x(t)) / n", [STEPS]),
  entry("rollsum(x, n)", "total of the last n periods", "x(t-n+1) + ... + x(t)", [STEPS]),
  entry("cumsum(x)", "running total, until the first gap", "x(first) + ... + x(t)"),
  entry("pctrank(x)", "share of values so far that lie below", "(#below + #equal / 2) / #values up to t"),
  entry(
    "zscore(x)",
    "standard deviations from the mean so far",
    "(x(t) - mean) / sd, both over values up to t",
  ),
  entry("per_gdp(x)", "share of the GDP of the same span", "x(t) / GDP(t)"),
  {
    ...entry("first(CODE)", "values as first reported", "the earliest vintage of each period"),
    isTransform: false,
  },
  {
    ...entry("real(x, P)", "constant prices of P", "x(t) * CPI(P) / CPI(t)", [BASE]),
    isTransform: false,
  },
  {
    ...entry(
      "freq(x, F, method)",
      "lower frequency, by sum, avg or eop",
      "sum, mean or last of the periods inside",
      [
        { kind: "frequency", name: "F", required: true },
        { kind: "method", name: "method", required: false },
      ],
    ),
    isTransform: false,
  },
] as const satisfies readonly FunctionEntry[];

export type FunctionName = (typeof FUNCTIONS)[number]["name"];

const BY_NAME: ReadonlyMap<string, FunctionEntry & { readonly name: FunctionName }> = new Map(
  FUNCTIONS.map((f) => [f.name, f]),
);

/** The function of that name, or `undefined`. */
export function functionNamed(name: string): (FunctionEntry & { readonly name: FunctionName }) | undefined {
  return BY_NAME.get(name);
}

function entry<const Form extends string>(
  form: Form,
  says: string,
  formula: string,
  parameters: readonly Parameter[] = [],
): FunctionEntry & { readonly name: Form extends `${infer Name}(${string}` ? Name : never } {
  const name = form.slice(0, form.indexOf("(")) as Form extends `${infer Name}(${string}` ? Name : never;
  return { name, form, says, formula, parameters, isTransform: true };
}
