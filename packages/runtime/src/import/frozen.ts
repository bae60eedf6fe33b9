import { type CodeObject, unmarshal } from "@adder/bytecode";
import { HostError, type ThreadState } from "@adder/objects";
import { readFile } from "./read-file.js";
import { SysState } from "../sys/state.js";

/**
 * Modules that are imported before the import system can find files: their names, and where their
 * sources are in the library. In tracebacks they are `<frozen importlib._bootstrap>`, as in CPython.
 */
const FROZEN: ReadonlyMap<string, { readonly path: string; readonly origin: string }> = new Map([
  ["_frozen_importlib", { path: "importlib/_bootstrap.py", origin: "importlib._bootstrap" }],
  ["_frozen_importlib_external", { path: "importlib/_bootstrap_external.py", origin: "importlib._bootstrap_external" }],
  ["zipimport", { path: "zipimport.py", origin: "zipimport" }],
]);

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
  const cached = cachedCode(ts, entry.path, config.optimize);
  if (cached !== undefined) return cached;
  const source = readFile(ts.interp.host.files, `${config.stdlibDir}/${entry.path}`);
  const options = {
    filename: `<frozen ${entry.origin}>`,
    mode: "exec" as const,
    optimize: config.optimize,
    flags: 0,
  };
  const { frontend } = ts.interp;
  return frontend.compile(frontend.parse(source, options), options, null);
}

/** Bytecode that was compiled when the library was built (`frozen/` in its folder); `undefined` when it does not fit. */
function cachedCode(ts: ThreadState, path: string, optimize: number): CodeObject | undefined {
  if (optimize !== 0) return undefined;
  try {
    const bytes = readFile(ts.interp.host.files, `${SysState.of(ts).config.stdlibDir}/frozen/${path.replace(/\.py$/, ".bin")}`);
    const read = unmarshal(bytes);
    return read.error === null ? (read.value as CodeObject) : undefined;
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}
