import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

interface Watch {
  /** Fails the test if the page threw, logged an error, or asked another host for anything. */
  quietPage: undefined;
  /** Ids of the accessibility rules that the page breaks (WCAG 2.2 A and AA), each with the first offender. */
  axeViolations: () => Promise<string[]>;
}

/** Playwright's `test`, with a page that must stay quiet in every journey. */
export const test = base.extend<Watch>({
  quietPage: [
    async ({ page, baseURL }, use) => {
      const noise: string[] = [];
      page.on("pageerror", (error) => noise.push(`thrown: ${error.message}`));
      page.on("console", (message) => {
        const isOwnStatus = message.location().url === page.url(); // a page that answers 404 is logged
        if (message.type() === "error" && !isOwnStatus) noise.push(`logged: ${message.text()}`);
      });
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith("http") && origin !== baseURL)
          noise.push(`asked elsewhere: ${request.url()}`);
      });
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],

  axeViolations: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`);
    });
  },
});

export { expect };
