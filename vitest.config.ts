import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const shared = {
  resolve: { alias: { "server-only": file("scripts/vitest/server-only.ts") } },
  test: { environment: "node", setupFiles: [file("scripts/vitest/setup.ts")], testTimeout: 30_000 },
};

const components = "app/_components/**/*.test.{ts,tsx}";

export default defineConfig({
  test: {
    globalSetup: [file("scripts/vitest/seed.ts")],
    projects: [
      {
        ...shared,
        test: {
          ...shared.test,
          name: "product",
          include: ["{lib,scripts,bench,workers}/**/*.test.ts", components],
        },
      },
      {
        ...shared,
        test: {
          ...shared.test,
          name: "store",
          include: ["{db,app}/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, components],
          globalSetup: [file("db/testing-setup.ts")],
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
