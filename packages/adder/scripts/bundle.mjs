// Bundles the command line and everything below it into `dist/cli.js` and a few chunks, so that it starts fast.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const entry = join(dist, "cli/main.js");
if (existsSync(entry)) {
  rmSync(join(dist, "chunks"), { recursive: true, force: true });
  const build = await rolldown({ input: { cli: entry }, platform: "node", logLevel: "warn" });
  await build.write({
    dir: dist,
    format: "esm",
    minify: true,
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
  });
  await build.close();
}
