#!/usr/bin/env node
// Runs Adder's command line straight from the sources: `node tools/run.mjs program.py [arguments]`.
// Sources are bundled without a type check when one of them has changed, otherwise the last bundle is used.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { devBundle } from "./lib/dev-bundle.mjs";
import { root } from "./lib/paths.mjs";

if (!existsSync(join(root, "packages/stdlib/dist/lib/os.py"))) {
  await import("../packages/stdlib/scripts/build-lib.mjs");
}
const bundle = await devBundle(
  join(root, process.env.ADDER_DEV_ENTRY ?? "packages/adder/src/cli/main.ts"),
).catch((error) => {
  process.stderr.write(`tools/run.mjs: the sources do not bundle\n${error.message}\n`);
  process.exit(70);
});
process.argv[1] = bundle;
await import(pathToFileURL(bundle).href);
