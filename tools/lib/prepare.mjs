import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { packageNames, root } from "./paths.mjs";

const stampFolder = join(root, ".cache");

/** Files that decide what an install brings. */
const installInputs = [
  "package.json",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  ...packageNames.map((p) => `packages/${p}/package.json`),
];

/** Further files and folders that decide what a build makes. */
const buildInputs = [
  ...installInputs,
  "turbo.json",
  "tsconfig.base.json",
  ...packageNames.flatMap((p) => [
    `packages/${p}/src`,
    `packages/${p}/scripts`,
    `packages/${p}/python`,
    `packages/${p}/tsconfig.json`,
  ]),
];

/** One hash over the name, modification time and size of each file: a `stat` for each, no reading. */
function stampOf(paths) {
  const hash = createHash("sha1");
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(`${path}/${name}`);
    else if (!path.endsWith(".test.ts")) hash.update(`${path}\n${stat.mtimeMs}\n${stat.size}\n`);
  };
  for (const path of paths) visit(join(root, path));
  return hash.digest("hex");
}

function stampIs(name, value) {
  try {
    return readFileSync(join(stampFolder, name), "utf8") === value;
  } catch {
    return false;
  }
}

function writeStamp(name, value) {
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(join(stampFolder, name), value);
}

/** The environment for our tools: no telemetry, no update notices, no daemon. */
export const toolEnvironment = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  DO_NOT_TRACK: "1",
  COREPACK_ENABLE_DOWNLOAD_PROMPT: "0",
};

/** Runs pnpm, of the version that package.json names, fetched by npx. Its output goes to standard error. */
export function pnpm(...args) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const windows = process.platform === "win32";
  const result = spawnSync("npx", ["--yes", packageManager, ...args], {
    cwd: root,
    // Standard input belongs to the program that is about to run.
    stdio: ["ignore", 2, 2],
    env: toolEnvironment,
    shell: windows,
  });
  return result.status ?? 1;
}

/** What must exist for the last build to count. */
const products = [
  "packages/adder/dist/index.js",
  "packages/adder/dist/bundle/entry.json",
  "packages/stdlib/dist/lib/os.py",
];

const installIsFresh = () =>
  stampIs("installed", stampOf(installInputs)) && existsSync(join(root, "node_modules/.modules.yaml"));
const buildIsFresh = () =>
  stampIs("built", stampOf(buildInputs)) && products.every((file) => existsSync(join(root, file)));

/** Runs pnpm unless the result is fresh, and notes from which inputs it was made. */
function renew(isFresh, stampName, inputs, ...args) {
  if (isFresh()) return 0;
  // Taken before, so that what is edited meanwhile is stale afterwards.
  const stamp = stampOf(inputs);
  const status = pnpm(...args);
  if (status === 0) writeStamp(stampName, stamp);
  return status;
}

/** Installs if need be, then builds unless `isFresh` says that nothing has changed. */
function installAndBuild(isFresh, ...turboOptions) {
  return withLock(join(stampFolder, "lock"), () => {
    const install = ["install", "--frozen-lockfile", "--reporter=append-only"];
    const installed = renew(installIsFresh, "installed", installInputs, ...install);
    if (installed !== 0) return installed;
    return renew(isFresh, "built", buildInputs, "exec", "turbo", "run", "build", ...turboOptions);
  });
}

/**
 * Installs and builds what has changed since the last time; costs a few milliseconds when nothing has.
 * Answers 0, or the exit code of the step that failed.
 */
export function prepare() {
  if (installIsFresh() && buildIsFresh()) return 0;
  return installAndBuild(buildIsFresh, "--output-logs=errors-only");
}

/** Builds, with options for turbo (`--force`). Answers 0, or the exit code of the step that failed. */
export const build = (turboOptions) => installAndBuild(() => false, ...turboOptions);
