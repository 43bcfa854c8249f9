import { z } from "zod";

/** What is known of where a request comes from. */
export interface Route {
  /** The other end of the connection. */
  readonly peer: string | null;
  /** The `X-Forwarded-For` header. */
  readonly forwardedFor: string | null;
  /** Whether the server stands behind a proxy. */
  readonly isBehindProxy: boolean;
}

const IPv4 = z.ipv4();
const IPv6 = z.ipv6();

/** Loopback, private and link-local addresses (RFC 1918, 4193, 3927, 4291): where a proxy of ours would be. */
const NEAR =
  /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/;

/**
 * The address a request comes from, or `null` if it cannot be known. Anyone may write `X-Forwarded-For`, so only its
 * last entry counts, and only when a proxy near us has added it.
 */
export function clientAddress({ peer, forwardedFor, isBehindProxy }: Route): string | null {
  const direct = asAddress(peer);
  if (!isBehindProxy || direct === null || !NEAR.test(direct)) return direct;
  return asAddress(forwardedFor?.split(",").at(-1) ?? null) ?? direct;
}

/** What attempts are counted by: an IPv4 address, or the /64 of an IPv6 address, of which one line has the whole. */
export function addressBlock(address: string): string {
  if (!IPv6.safeParse(address).success) return address;
  return `${groupsOf(address).slice(0, 4).join(":")}::/64`;
}

/** An IPv4 address within an IPv6 one (RFC 4291, 2.5.5.2) is given as itself. */
function asAddress(text: string | null): string | null {
  const address =
    text
      ?.trim()
      .toLowerCase()
      .replace(/^::ffff:(?=\d+\.)/, "") ?? "";
  return IPv4.safeParse(address).success || IPv6.safeParse(address).success ? address : null;
}

/** The eight groups of an IPv6 address without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const between = Array<string>(8 - before.length - after.length).fill("0");
  return [...before, ...between, ...after].map((group) => group.replace(/^0+(?=.)/, ""));
}
