import { type CodeObject, readCacheFile } from "@adder/bytecode";
import { HostError, readFile, type ThreadState } from "@adder/objects";
import { optimizationLevel } from "../sys/config.js";
import { SysState } from "../sys/state.js";

/**
 * Modules that are imported before the import system can find files, and those that every start needs
 * (CPython `Tools/build/freeze_modules.py`): their names in the library, which tracebacks show as
 * `<frozen importlib._bootstrap>`.
 */
const ORIGINS = [
  "zipimport",
  "abc",
  "codecs",
  "io",
  "_collections_abc",
  "_sitebuiltins",
  "genericpath",
  "ntpath",
  "posixpath",
  "os",
  "site",
  "stat",
  "importlib.util",
  "importlib.machinery",
  "runpy",
];
const FROZEN: ReadonlyMap<string, { readonly path: string; readonly origin: string }> = new Map(
  [
    ["_frozen_importlib", "importlib._bootstrap"] as const,
    ["_frozen_importlib_external", "importlib._bootstrap_external"] as const,
    ...ORIGINS.map((origin) => [origin, origin] as const),
  ].map(([name, origin]) => [name, { path: `${origin.replaceAll(".", "/")}.py`, origin }]),
);

/** Names of all frozen modules. */
export const frozenNames: readonly string[] = [...FROZEN.keys()];

/** The name that a frozen module's code carries; `undefined` when there is no such module. */
export function frozenOrigin(name: string): string | undefined {
  return FROZEN.get(name)?.origin;
}

/** The code of a frozen module, compiled from the library; a host error is the host's own. */
export function frozenCode(ts: ThreadState, name: string): CodeObject | undefined {
  const entry = FROZEN.get(name);
  if (entry === undefined) return undefined;
  const { config } = SysState.of(ts);
  const optimize = optimizationLevel(config);
  const cached = cachedCode(ts, entry.path, optimize);
  if (cached !== undefined) return cached;
  const source = readFile(ts.interp.host.files, `${config.stdlibDir}/${entry.path}`);
  const options = {
    filename: `<frozen ${entry.origin}>`,
    mode: "exec" as const,
    optimize,
    flags: 0,
  };
  const { frontend } = ts.interp;
  return frontend.compile(frontend.parse(source, options), options, null);
}

/** Bytecode that was compiled when the library was built (`frozen/` in its folder); `undefined` when it does not fit. */
function cachedCode(ts: ThreadState, path: string, optimize: number): CodeObject | undefined {
  if (optimize !== 0) return undefined;
  try {
    const bytes = readFile(
      ts.interp.host.files,
      `${SysState.of(ts).config.stdlibDir}/frozen/${path.replace(/\.py$/, ".bin")}`,
    );
    const read = readCacheFile(bytes);
    return read.error === null ? read.code : undefined;
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}
