import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { rolldown } from "rolldown";
import { root } from "../../tools/lib/paths.mjs";

/** Bundles a TypeScript entry and what it imports of the workspace as one script for a page; modules of Node are an error. */
export async function bundleForBrowser(entry: string, source?: string): Promise<string> {
  const build = await rolldown({
    input: entry,
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "workspace",
        resolveId(id) {
          if (id === entry) return entry;
          return /^@adder\/\w+$/.test(id)
            ? join(root, "packages", id.slice("@adder/".length), "src/index.ts")
            : null;
        },
        load: (id) => (id === entry ? source : undefined),
      },
    ],
  });
  const { output } = await build.generate({ format: "iife" });
  await build.close();
  const [{ code, imports }] = output;
  if (output.length > 1 || imports.length > 0)
    throw new Error(`not one script: it needs ${imports.join(", ")}`);
  return code;
}

/** Runs a script with what a page has and this one needs, and nothing of Node; returns what it logs. */
export function runAsPage(script: string, globals: Readonly<Record<string, unknown>> = {}): string {
  let log = "";
  const console = { log: (...values: unknown[]) => (log += `${values.join(" ")}\n`) };
  runInNewContext(script, { console, TextDecoder, ...globals });
  return log;
}
