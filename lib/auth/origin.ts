/** What a request says of where it was sent from and to. */
export interface RequestOrigin {
  /** The `Origin` header, which every browser sends with a form. */
  readonly origin: string | null;
  /** The host that the server was reached by. */
  readonly host: string | null;
}

/**
 * Whether a write was sent from our own pages. `publicUrl` is the address people use when a proxy stands in between;
 * without one, the origin must have the host that the server was reached by. A request that does not say where it
 * comes from is foreign: a browser always says, and a program has API keys.
 */
export function isOwnOrigin({ origin, host }: RequestOrigin, publicUrl: string | null): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const sent = new URL(origin);
  if (publicUrl !== null) return sent.origin === new URL(publicUrl).origin;
  return ["http:", "https:"].includes(sent.protocol) && sent.host === host?.toLowerCase();
}
