import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
import("./check/test.mjs").then(({ test }) => test());
