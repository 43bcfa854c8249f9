import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { clientAddress } from "../../lib/auth/client-address.ts";
import { environment } from "./environment.ts";
import { processWide } from "./process-wide.ts";
import { ADDRESS_HEADER } from "./visit.ts";

/**
 * Writes into every request the address it comes from. Next hands on headers only, and `X-Forwarded-For` as the client
 * wrote it, by which nobody could be told from anybody.
 */
export function noteClientAddresses(): void {
  processWide("client-addresses", () => {
    subscribe("http.server.request.start", (message) => noteAddress((message as Started).request));
    return true;
  });
}

/** What Node says when a request begins (documented under “Diagnostics Channel”, built-in channels, HTTP). */
interface Started {
  readonly request: IncomingMessage;
}

function noteAddress({ headers, socket }: IncomingMessage): void {
  const forwarded = headers["x-forwarded-for"];
  const address = clientAddress({
    peer: socket.remoteAddress ?? null,
    forwardedFor: forwarded === undefined ? null : String(forwarded),
    isBehindProxy: environment().BUBBLESCOPE_URL !== undefined,
  });
  if (address === null) delete headers[ADDRESS_HEADER];
  else headers[ADDRESS_HEADER] = address;
}
