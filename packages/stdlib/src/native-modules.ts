import type { ModuleSpec } from "@adder/objects";
import { astModule } from "./_ast/module.js";
import { abcModule } from "./_abc/module.js";
import { codecsModule } from "./_codecs/module.js";
import { collectionsModule } from "./_collections/module.js";
import { itertoolsModule } from "./itertools/module.js";
import { functoolsModule } from "./_functools/module.js";
import { ioModule } from "./_io/module.js";
import { operatorModule } from "./_operator/module.js";
import { sreModule } from "./_sre/module.js";
import { threadModule } from "./_thread/module.js";
import { weakrefModule } from "./_weakref/module.js";
import { errnoModule } from "./errno/module.js";
import { marshalModule } from "./marshal/module.js";
import { posixModule } from "./posix/module.js";
import { timeModule } from "./time/module.js";

/** All native modules of the library, one folder each. The runtime owns `sys`, `builtins`, `_imp` and `_warnings`. */
const specs: readonly ModuleSpec[] = [
  abcModule,
  astModule,
  codecsModule,
  operatorModule,
  collectionsModule,
  functoolsModule,
  errnoModule,
  itertoolsModule,
  ioModule,
  marshalModule,
  posixModule,
  sreModule,
  threadModule,
  timeModule,
  weakrefModule,
];

/** Where the import system finds them, by name. */
export const nativeModules: ReadonlyMap<string, () => ModuleSpec> = new Map(
  specs.map((spec) => [spec.name, () => spec]),
);
