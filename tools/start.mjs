// `npm start -- program.py [arguments]`: installs and builds what is stale, then is the `adder` command line.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./lib/paths.mjs";
import { prepare } from "./lib/prepare.mjs";

const status = prepare();
if (status !== 0) process.exit(status);

// npm runs scripts in the package's folder and tells here where it was called.
if (process.env.npm_lifecycle_event === "start" && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const cli = join(root, "packages/adder/bin/adder.cjs");
process.argv[1] = cli;
await import(pathToFileURL(cli).href);
