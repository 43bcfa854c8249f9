import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import type { Role } from "../lib/auth/role.ts";
import { JOURNEY_PEOPLE } from "../scripts/journeys/people.ts";

interface Watch {
  /** Fails the test if the page threw, logged an error, or asked another host for anything. */
  quietPage: undefined;
  /** Ids of the accessibility rules that the page, or a part of it, breaks (WCAG 2.2 A and AA), each with the first offender. */
  axeViolations: (part?: string) => Promise<string[]>;
  /** Signs in the one who has this role, and stays on the page that follows: the dashboard unless another is named. */
  signInAs: (role: Role, next?: string) => Promise<void>;
}

/** Playwright's `test`, with a page that must stay quiet in every journey. */
export const test = base.extend<Watch>({
  quietPage: [
    async ({ page, baseURL }, use) => {
      const noise: string[] = [];
      page.on("pageerror", (error) => noise.push(`thrown: ${error.message}`));
      page.on("console", (message) => {
        const { url } = message.location();
        const isOwnStatus = url === page.url(); // a page that answers 404 is logged
        if (message.type() === "error" && !isOwnStatus) noise.push(`logged: ${message.text()} (${url})`);
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

  signInAs: async ({ page }, use) => {
    await use(async (role, next = "/") => {
      const { email, password } = JOURNEY_PEOPLE[role];
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(({ pathname, search }) => `${pathname}${search}` === next);
    });
  },

  axeViolations: async ({ page }, use) => {
    await use(async (part) => {
      const builder = new AxeBuilder({ page });
      const { violations } = await (part === undefined ? builder : builder.include(part))
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`);
    });
  },
});

export { expect };
