import { refuseOldNode } from "./launch/node-version.mjs";

refuseOldNode();
import("./launch/doctor.mjs").then(({ examine }) => examine());
