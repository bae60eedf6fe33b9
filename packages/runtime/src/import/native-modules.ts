import type { ModuleSpec, ThreadState } from "@adder/objects";

/** Makes the definition of a native module; called once for each interpreter that imports it. */
export type NativeModuleSource = () => ModuleSpec;

/** The native modules that an interpreter knows, by name. */
export class NativeModules {
  sources: ReadonlyMap<string, NativeModuleSource> = new Map();

  /** Those of the running interpreter. */
  static of(ts: ThreadState): NativeModules {
    return ts.interp.state(NativeModules, () => new NativeModules());
  }
}
