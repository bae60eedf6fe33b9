// Bundles the command line and everything below it into few files, so that it starts fast, and runs it once so
// that V8's code for it is there for the first user (see bin/adder.cjs).
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const here = fileURLToPath(new URL("..", import.meta.url));
const target = join(here, "dist/bundle");

rmSync(target, { recursive: true, force: true });
const build = await rolldown({
  input: { adder: join(here, "dist/cli/main.js") },
  platform: "node",
  logLevel: "warn",
});
const { output } = await build.write({
  dir: target,
  format: "cjs",
  // The script that the loader makes has no loader of ES modules behind it.
  dynamicImportInCjs: false,
  minify: true,
  entryFileNames: "[name]-[hash].cjs",
  chunkFileNames: "[name]-[hash].cjs",
});
await build.close();
writeFileSync(join(target, "entry.json"), JSON.stringify(output.find((chunk) => chunk.isEntry).fileName));
spawnSync(process.execPath, [join(here, "bin/adder.cjs"), "-c", "pass"], { stdio: "ignore" });
