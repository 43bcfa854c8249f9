import { expect, test } from "vitest";
import { splitAtAddresses } from "./addresses.ts";

const words = (text: string) => ({ kind: "words", text });

test("an address in a note is told from its words and named by its site", () => {
  const url = "https://www.nytimes.com/2025/03/31/technology/openai-valuation-300-billion.html";
  expect(splitAtAddresses(`Epoch AI's confidence: likely; it cites ${url}`)).toEqual([
    words("Epoch AI's confidence: likely; it cites "),
    { kind: "address", url, site: "nytimes.com" },
  ]);
});

test("the full stop or bracket after an address is no part of it", () => {
  expect(splitAtAddresses("(see https://x.ai/news/series-e).")).toEqual([
    words("(see "),
    { kind: "address", url: "https://x.ai/news/series-e", site: "x.ai" },
    words(")."),
  ]);
});

test.each(["", "No address here.", "Not http://[ either"])("%j is words alone, and all of them", (note) => {
  const parts = splitAtAddresses(note);
  expect(parts.filter(({ kind }) => kind === "address")).toEqual([]);
  expect(parts.map((part) => (part.kind === "words" ? part.text : "")).join("")).toBe(note);
});
