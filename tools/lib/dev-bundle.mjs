import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { packageNames, root } from "./paths.mjs";

/** Bundles that nobody has asked for during this long are removed, in milliseconds. */
const keepFor = 30 * 60_000;

/** Where development bundles live: inside `packages/adder`, so that Node resolves `@adder/stdlib` from there. */
const cacheRoot = join(root, "packages/adder/.cache/dev");

/** `mtime:size` of a file, or `gone`. */
function fingerprint(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? "gone" : `${stat.mtimeMs}:${stat.size}`;
}

/** The bundle that an earlier call left, if none of its sources has changed since; else `null`. */
function cached(manifestFile) {
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  } catch {
    return null;
  }
  for (const [file, mark] of manifest.inputs) if (fingerprint(file) !== mark) return null;
  return statSync(manifest.bundle, { throwIfNoEntry: false }) === undefined ? null : manifest.bundle;
}

/** Removes bundles of earlier builds. Recent ones stay: another process may still be loading chunks of them. */
function prune(folder, current) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (path !== current && name !== "manifest.json" && age > keepFor)
      rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Bundles a TypeScript entry straight from the sources (no type check, `@adder/x` means that package's `src`),
 * and answers the bundle's path. A second call costs one `stat` for each source file.
 */
export async function devBundle(entry) {
  const folder = join(cacheRoot, createHash("sha1").update(entry).digest("hex").slice(0, 12));
  const manifestFile = join(folder, "manifest.json");
  const fresh = cached(manifestFile);
  if (fresh !== null) return fresh;
  const { rolldown } = await import("rolldown");
  const out = join(folder, `${Date.now().toString(36)}-${process.pid}`);
  await mkdir(out, { recursive: true });
  const alias = Object.fromEntries(
    packageNames.flatMap((p) => [
      [`@adder/${p}$`, join(root, "packages", p, "src/index.ts")],
      [`@adder/${p}/templates$`, join(root, "packages", p, "src/generated/templates.ts")],
      [`@adder/${p}/testing$`, join(root, "packages", p, "src/testing/index.ts")],
    ]),
  );
  // Marks are taken as each file is read, so that an edit during the build makes the bundle stale.
  const marks = new Map();
  const mark = {
    name: "mark",
    load(id) {
      if (!id.startsWith("\0")) marks.set(id, fingerprint(id));
      return null;
    },
  };
  const build = await rolldown({
    input: entry,
    platform: "node",
    resolve: { alias },
    // Fields are assigned in constructors, as in the published code: defining them makes objects 2-3 times slower.
    tsconfig: join(root, "tsconfig.base.json"),
    // An export that is not written yet is undefined at run time instead of an error of the whole bundle.
    shimMissingExports: true,
    logLevel: "warn",
    onLog: (_, log) => {
      if (log.code?.includes("EXPORT"))
        process.stderr.write(`tools/run.mjs: ${log.message.split("\n")[0]}\n`);
    },
    treeshake: false,
    plugins: [mark],
  });
  try {
    await build.write({
      dir: out,
      format: "esm",
      sourcemap: true,
      entryFileNames: "[name].mjs",
      chunkFileNames: "[name]-[hash].mjs",
    });
  } catch (error) {
    rmSync(out, { recursive: true, force: true });
    throw error;
  } finally {
    await build.close();
  }
  const bundle = join(out, `${entry.replace(/^.*[\\/]/, "").replace(/\.[cm]?tsx?$/, "")}.mjs`);
  const temporary = join(folder, `.manifest-${process.pid}`);
  writeFileSync(temporary, JSON.stringify({ bundle, inputs: [...marks] }));
  renameSync(temporary, manifestFile);
  prune(folder, out);
  return bundle;
}
