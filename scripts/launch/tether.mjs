/**
 * Loaded into the server before Next (`node --import`).
 *
 * The server ends with the command that started it, even when that one is killed and can tell it nothing:
 * otherwise it would keep the port and the data folder. And it ends in time when a browser holds a
 * connection open without asking anything, for which Next would wait.
 */
const graceMs = 5_000;

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, () => {
    const nextListens = process.listenerCount(signal) > 0;
    if (nextListens) setTimeout(() => process.exit(0), graceMs).unref();
    else process.exit(0);
  });
}

process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
