import "./check-node.mjs";

import("./bootstrap.mjs").then(({ bootstrap }) => bootstrap("./start.ts"));
