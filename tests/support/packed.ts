import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageNames, root } from "../../tools/lib/paths.mjs";
import { prepare, toolEnvironment } from "../../tools/lib/prepare.mjs";

const windows = process.platform === "win32";

/** Packages as a user gets them: packed, and installed by plain npm in a folder outside of the repository. */
export interface Packed {
  /** The folder with `node_modules`. */
  folder: string;
  /** The tarball of each package. */
  tarballs: Record<string, string>;
  remove(): void;
}

/** Runs a command in a folder; a failure throws with everything that it printed. */
export function run(
  command: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): string {
  try {
    return execFileSync(command, args, {
      cwd,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      shell: windows,
    });
  } catch (error) {
    const { stdout, stderr, message } = error as { stdout?: string; stderr?: string; message: string };
    throw new Error(`${message}\n${stdout ?? ""}\n${stderr ?? ""}`);
  }
}

/** An environment without what npm and vitest tell their scripts, which would lead an inner npm back here. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|VITEST|NODE_OPTIONS|INIT_CWD)/i.test(name),
  );
  return Object.fromEntries(kept);
}

/** Builds what is stale, packs every package and installs the tarballs. */
export function packAndInstall(): Packed {
  if (prepare() !== 0) throw new Error("the build failed");
  const folder = mkdtempSync(join(tmpdir(), "adder-packed-"));
  const store = join(folder, "tarballs");
  mkdirSync(store);
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  run(
    "npx",
    ["--yes", packageManager, "-r", "--filter", "./packages/*", "pack", "--pack-destination", store],
    root,
    toolEnvironment,
  );
  const files = readdirSync(store);
  const tarballs = Object.fromEntries(
    packageNames.map((name) => {
      const file = files.find((f) => f.startsWith(`adder-${name}-`) && f.endsWith(".tgz"));
      if (file === undefined) throw new Error(`${name} was not packed`);
      return [name, join(store, file)];
    }),
  );
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  run("npm", ["install", ...quiet, ...Object.values(tarballs)], folder, plainEnvironment());
  return { folder, tarballs, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A block of code in a README, and what it prints where the README says so. */
export interface Example {
  /** TypeScript is checked before it runs. */
  language: "ts" | "js";
  code: string;
  output: string | null;
}

/**
 * The examples of a README: all TypeScript blocks, and JavaScript blocks that are directly followed by a text block, which
 * says what they print.
 */
export function examplesOf(readme: string): Example[] {
  const blocks = readme.matchAll(/^```(ts|js)\n([\s\S]*?)^```\n(?:\s*^```text\n([\s\S]*?)^```)?/gm);
  return [...blocks]
    .map(([, language, code = "", output = null]) => ({ language: language as "ts" | "js", code, output }))
    .filter(({ language, output }) => language === "ts" || output !== null);
}
