import { build, buildIsCurrent } from "./build.mjs";
import { dependenciesAreCurrent, installDependencies } from "./dependencies.mjs";
import { withSetupLock } from "./setup-lock.mjs";

/** @typedef {(line: string) => void} Say */

/**
 * Brings dependencies, and the production build unless `withBuild` is false, up to date; says one line per step.
 *
 * @param {string} root
 * @param {boolean} withBuild
 * @param {Say} say
 */
export async function prepare(root, withBuild, say) {
  const isReady = () => dependenciesAreCurrent(root) && (!withBuild || buildIsCurrent(root));
  if (isReady()) {
    say(withBuild ? "Dependencies and build are up to date." : "Dependencies are up to date.");
    return;
  }
  await withSetupLock(
    root,
    (holder) => say(`Process ${holder} is preparing this folder; waiting for it.`),
    async () => {
      if (!dependenciesAreCurrent(root)) {
        await timed(say, "Installing the dependencies …", "Installed", () => installDependencies(root));
      }
      if (withBuild && !buildIsCurrent(root)) {
        await timed(say, "Building …", "Built", () => build(root));
      }
    },
  );
}

/**
 * @param {Say} say
 * @param {string} before
 * @param {string} after
 * @param {() => Promise<void>} work
 */
async function timed(say, before, after, work) {
  say(before);
  const start = performance.now();
  await work();
  say(`${after} in ${Math.round((performance.now() - start) / 1000)} s.`);
}
