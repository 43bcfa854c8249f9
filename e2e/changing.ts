import { test as base } from "./fixtures.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";

/**
 * Playwright's `test` for journeys that change what the store says: they have a server to themselves, with the catalogue
 * and an account for each role, as others count on what the shared one says.
 */
export const test = base.extend<object, { ownServer: OwnServer }>({
  ownServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern
    async ({}, use) => {
      const server = await startOwnServer({ withPeople: true });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ ownServer }, use) => use(ownServer.url),
});
