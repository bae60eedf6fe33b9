import type { ModuleSpec } from "@adder/objects";
import { abcModule } from "./_abc/module.js";
import { astModule } from "./_ast/module.js";
import { bisectModule } from "./_bisect/module.js";
import { codecsModule } from "./_codecs/module.js";
import { collectionsModule } from "./_collections/module.js";
import { contextvarsModule } from "./_contextvars/module.js";
import { csvModule } from "./_csv/module.js";
import { datetimeModule } from "./_datetime/module.js";
import { decimalModule } from "./_decimal/module.js";
import { functoolsModule } from "./_functools/module.js";
import { hashModules } from "./_hashes/module.js";
import { heapqModule } from "./_heapq/module.js";
import { ioModule } from "./_io/module.js";
import { jsonModule } from "./_json/module.js";
import { localeModule } from "./_locale/module.js";
import { lsprofModule } from "./_lsprof/module.js";
import { opcodeModule } from "./_opcode/module.js";
import { operatorModule } from "./_operator/module.js";
import { pickleModule } from "./_pickle/module.js";
import { posixSubprocessModule } from "./_posixsubprocess/module.js";
import { queueModule } from "./_queue/module.js";
import { randomModule } from "./_random/module.js";
import { signalModule } from "./_signal/module.js";
import { socketModule } from "./_socket/module.js";
import { sreModule } from "./_sre/module.js";
import { statModule } from "./_stat/module.js";
import { stringModule } from "./_string/module.js";
import { structModule } from "./_struct/module.js";
import { suggestionsModule } from "./_suggestions/module.js";
import { symtableModule } from "./_symtable/module.js";
import { threadModule } from "./_thread/module.js";
import { tokenizeModule } from "./_tokenize/module.js";
import { typesModule } from "./_types/module.js";
import { typingModule } from "./_typing/module.js";
import { weakrefModule } from "./_weakref/module.js";
import { zoneinfoModule } from "./_zoneinfo/module.js";
import { arrayModule } from "./array/module.js";
import { atexitModule } from "./atexit/module.js";
import { binasciiModule } from "./binascii/module.js";
import { cmathModule } from "./cmath/module.js";
import { errnoModule } from "./errno/module.js";
import { faulthandlerModule } from "./faulthandler/module.js";
import { gcModule } from "./gc/module.js";
import { itertoolsModule } from "./itertools/module.js";
import { marshalModule } from "./marshal/module.js";
import { mathModule } from "./math/module.js";
import { posixModule } from "./posix/module.js";
import { selectModule } from "./select/module.js";
import { timeModule } from "./time/module.js";
import { unicodedataModule } from "./unicodedata/module.js";
import { zlibModule } from "./zlib/module.js";

/** All native modules of the library, one folder each. The runtime owns `sys`, `builtins`, `_imp` and `_warnings`. */
const specs: readonly ModuleSpec[] = [
  abcModule,
  arrayModule,
  astModule,
  symtableModule,
  tokenizeModule,
  codecsModule,
  binasciiModule,
  structModule,
  ...hashModules,
  queueModule,
  randomModule,
  mathModule,
  cmathModule,
  selectModule,
  socketModule,
  opcodeModule,
  operatorModule,
  collectionsModule,
  functoolsModule,
  heapqModule,
  bisectModule,
  stringModule,
  statModule,
  typesModule,
  typingModule,
  contextvarsModule,
  csvModule,
  datetimeModule,
  decimalModule,
  atexitModule,
  gcModule,
  signalModule,
  jsonModule,
  localeModule,
  lsprofModule,
  faulthandlerModule,
  suggestionsModule,
  errnoModule,
  itertoolsModule,
  ioModule,
  marshalModule,
  pickleModule,
  posixModule,
  posixSubprocessModule,
  sreModule,
  threadModule,
  timeModule,
  unicodedataModule,
  weakrefModule,
  zoneinfoModule,
  zlibModule,
];

/** Where the import system finds them, by name. */
export const nativeModules: ReadonlyMap<string, () => ModuleSpec> = new Map(
  specs.map((spec) => [spec.name, () => spec]),
);
