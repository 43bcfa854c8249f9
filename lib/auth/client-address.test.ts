import { expect, test } from "vitest";
import { addressBlock, clientAddress } from "./client-address.ts";

test.each([
  { name: "a connection", peer: "203.0.113.7", forwardedFor: null, address: "203.0.113.7" },
  {
    name: "IPv4 over an IPv6 socket",
    peer: "::ffff:203.0.113.7",
    forwardedFor: null,
    address: "203.0.113.7",
  },
  { name: "IPv6", peer: "2001:DB8::7", forwardedFor: null, address: "2001:db8::7" },
  { name: "a header anyone may write", peer: "203.0.113.7", forwardedFor: "1.2.3.4", address: "203.0.113.7" },
  { name: "no connection", peer: null, forwardedFor: "1.2.3.4", address: null },
])("without a proxy the connection counts: $name", ({ peer, forwardedFor, address }) => {
  expect(clientAddress({ peer, forwardedFor, isBehindProxy: false })).toBe(address);
});

test.each([
  { name: "one entry", peer: "127.0.0.1", forwardedFor: "203.0.113.7", address: "203.0.113.7" },
  {
    name: "entries before it are hearsay",
    peer: "10.1.2.3",
    forwardedFor: "1.2.3.4, 203.0.113.7",
    address: "203.0.113.7",
  },
  { name: "a proxy over IPv6", peer: "fd00::1", forwardedFor: "2001:db8::7", address: "2001:db8::7" },
  { name: "a peer from outside", peer: "198.51.100.1", forwardedFor: "203.0.113.7", address: "198.51.100.1" },
  { name: "172.32 is not private", peer: "172.32.0.1", forwardedFor: "203.0.113.7", address: "172.32.0.1" },
  { name: "no address in it", peer: "127.0.0.1", forwardedFor: "unknown", address: "127.0.0.1" },
  { name: "no header", peer: "127.0.0.1", forwardedFor: null, address: "127.0.0.1" },
])("behind a proxy near us the last entry counts: $name", ({ peer, forwardedFor, address }) => {
  expect(clientAddress({ peer, forwardedFor, isBehindProxy: true })).toBe(address);
});

// RFC 4291, 2.2: one address, written in several ways.
test.each([
  { address: "203.0.113.7", block: "203.0.113.7" },
  { address: "2001:db8:0:1::7", block: "2001:db8:0:1::/64" },
  { address: "2001:0db8:0000:0001:ffff:ffff:ffff:ffff", block: "2001:db8:0:1::/64" },
  { address: "::1", block: "0:0:0:0::/64" },
])("attempts from $address count for $block", ({ address, block }) => {
  expect(addressBlock(address)).toBe(block);
});
