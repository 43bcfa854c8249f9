import { expect, test } from "vitest";
import { deviceWords } from "./device.ts";

// As the browsers send them, of 2024 and 2025.
test.each([
  {
    agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
    words: "Firefox on Windows",
  },
  {
    agent:
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    words: "Chrome on Linux",
  },
  {
    agent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
    words: "Edge on Windows",
  },
  {
    agent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    words: "Safari on iPhone",
  },
  {
    agent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
    words: "Safari on macOS",
  },
  {
    agent:
      "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
    words: "Samsung Internet on Android",
  },
  { agent: "curl/8.5.0", words: "Unknown device" },
  { agent: null, words: "Unknown device" },
])("$words", ({ agent, words }) => {
  expect(deviceWords(agent)).toBe(words);
});
