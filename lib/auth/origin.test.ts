import { expect, test } from "vitest";
import { isOwnOrigin } from "./origin.ts";

test.each([
  { name: "the same host and port", origin: "http://localhost:3000", host: "localhost:3000", own: true },
  {
    name: "https before a proxy that keeps the host",
    origin: "https://b.example",
    host: "b.example",
    own: true,
  },
  { name: "a host in capitals", origin: "http://b.example", host: "B.Example", own: true },
  { name: "another port", origin: "http://localhost:3001", host: "localhost:3000", own: false },
  { name: "another host", origin: "https://evil.example", host: "b.example", own: false },
  {
    name: "a host that begins alike",
    origin: "https://b.example.evil.example",
    host: "b.example",
    own: false,
  },
  { name: "no origin", origin: null, host: "b.example", own: false },
  { name: "the opaque origin", origin: "null", host: "b.example", own: false },
  { name: "another scheme", origin: "chrome-extension://b.example", host: "b.example", own: false },
  { name: "no host", origin: "http://b.example", host: null, own: false },
])("without a public address: $name", ({ origin, host, own }) => {
  expect(isOwnOrigin({ origin, host }, null)).toBe(own);
});

test.each([
  { name: "the public address", origin: "https://bubble.example", host: "10.0.0.5:3000", own: true },
  { name: "the address behind the proxy", origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000", own: false },
  { name: "the public host over http", origin: "http://bubble.example", host: "bubble.example", own: false },
  { name: "no origin", origin: null, host: "bubble.example", own: false },
])("behind a proxy, with a public address: $name", ({ origin, host, own }) => {
  expect(isOwnOrigin({ origin, host }, "https://bubble.example/")).toBe(own);
});
