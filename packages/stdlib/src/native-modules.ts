import type { ModuleSpec } from "@adder/objects";
import { errnoModule } from "./errno/module.js";
import { ioModule } from "./_io/module.js";
import { timeModule } from "./time/module.js";

/** All native modules of the library, one folder each, by name. The runtime owns `sys`, `builtins`, `_imp` and `_warnings`. */
export const nativeModules: ReadonlyMap<string, () => ModuleSpec> = new Map(
  [errnoModule, ioModule, timeModule].map((spec) => [spec.name, () => spec]),
);
