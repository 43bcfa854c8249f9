import { existsSync, readFileSync } from "node:fs";

const shipped = new URL("./fixtures/", import.meta.url);
const beside = new URL("../../../shared/reference/", import.meta.url);

/** Whether the reference values on data sets of R packages, which are not ours to ship, lie beside the project. */
export const HAS_PACKAGE_DATA = existsSync(new URL("series.json", beside));

/** What the name of a test says that needs them. */
export const NEEDS_PACKAGE_DATA = "needs the R packages' data in ../shared/reference";

/** Reference values kept in `fixtures/`, described in its README. */
export function fixture<Content>(name: string): Content {
  return JSON.parse(readFileSync(new URL(`${name}.json`, shipped), "utf8")) as Content;
}

/** Reference values beside the project; read only when `HAS_PACKAGE_DATA`. */
export function packageReference<Content>(name: string): Content {
  return JSON.parse(readFileSync(new URL(`${name}.json`, beside), "utf8")) as Content;
}

/** The same reference values from both places: ours, and with them the R packages' where they are. */
export function everyReference<Entry>(ours: string, packages: string): Record<string, Entry> {
  const own = fixture<Record<string, Entry>>(ours);
  return HAS_PACKAGE_DATA ? { ...packageReference<Record<string, Entry>>(packages), ...own } : own;
}

/** A reference series by name. */
export function referenceSeries(name: string): Float64Array {
  const all = everyReference<{ y: number[] }>("series", "series");
  const found = all[name];
  if (!found) throw new Error(`no reference series ${name}`);
  return Float64Array.from(found.y);
}
