import { expect, test } from "vitest";
import { placeWords, sectorWords } from "./place-words.ts";

test.each([
  { code: "WORLD", words: "World" },
  { code: "CN", words: "China" },
  // ISO 3166 has NA for Namibia; here it is the continent.
  { code: "NA", words: "North America" },
  { code: "SOMEWHERE_ELSE", words: "SOMEWHERE_ELSE" },
])("the place $code is $words", ({ code, words }) => {
  expect(placeWords(code)).toBe(words);
});

test.each([
  { code: "AI", words: "AI" },
  { code: "RAILWAYS", words: "Railways" },
  { code: "DATA_CENTRES", words: "Data centres" },
])("the sector $code is $words", ({ code, words }) => {
  expect(sectorWords(code)).toBe(words);
});
