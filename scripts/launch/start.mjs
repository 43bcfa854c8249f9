import { help, readArguments } from "./arguments.mjs";
import { requireWritable } from "./data-folder.mjs";
import { requireFreePort } from "./port.mjs";
import { prepare } from "./prepare.mjs";
import { report } from "./refusal.mjs";
import { root } from "./root.mjs";
import { serve } from "./server.mjs";

/**
 * `npm start`: prepares and serves, then ends this process with the server's status.
 *
 * @param {readonly string[]} args
 */
export async function start(args) {
  endWithNpm();
  try {
    // npm changes to the project's folder; a relative --data is meant from where the person stood.
    const options = readArguments(args, process.env, process.env.INIT_CWD ?? process.cwd());
    if (options.wantsHelp) {
      console.log(help);
      return;
    }
    await requireFreePort(options.port, options.host);
    if (!process.env.DATABASE_URL) requireWritable(options.data);
    await prepare(root, !options.isDev, console.log);
    await requireFreePort(options.port, options.host);
    process.exit(await serve(root, options, console.log));
  } catch (error) {
    report(error);
    process.exit(1);
  }
}

/**
 * npm ends at once when it is told to and leaves what it started running; so this process watches for that.
 * Started without npm it has no reason to: its parent may be a shell that was closed on purpose.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) process.kill(process.pid, "SIGTERM");
  }, 250).unref();
}
