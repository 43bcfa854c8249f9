import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
import("./check/run-checks.mjs").then(async ({ runChecks }) => {
  const { failed } = await runChecks({ withStores: false });
  if (failed.length > 0) console.error(`Failed: ${failed.join(", ")}.`);
  process.exitCode = failed.length > 0 ? 1 : 0;
});
