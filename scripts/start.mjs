import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
// Loaded only now: an old Node stops above with a sentence instead of here with a syntax error.
import("./launch/start.mjs").then(({ start }) => start(process.argv.slice(2)));
