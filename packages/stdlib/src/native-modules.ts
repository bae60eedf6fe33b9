import type { ModuleSpec } from "@adder/objects";
import { abcModule } from "./_abc/module.js";
import * as ast from "./_ast/module.js";
import { bisectModule } from "./_bisect/module.js";
import { codecsModule } from "./_codecs/module.js";
import { collectionsModule } from "./_collections/module.js";
import { contextvarsModule } from "./_contextvars/module.js";
import * as csv from "./_csv/module.js";
import * as datetime from "./_datetime/module.js";
import * as decimal from "./_decimal/module.js";
import { functoolsModule } from "./_functools/module.js";
import * as hashes from "./_hashes/module.js";
import { heapqModule } from "./_heapq/module.js";
import { ioModule } from "./_io/module.js";
import { jsonModule } from "./_json/module.js";
import * as locale from "./_locale/module.js";
import * as lsprof from "./_lsprof/module.js";
import * as opcode from "./_opcode/module.js";
import { operatorModule } from "./_operator/module.js";
import * as pickle from "./_pickle/module.js";
import * as posixSubprocess from "./_posixsubprocess/module.js";
import * as queue from "./_queue/module.js";
import * as random from "./_random/module.js";
import { signalModule } from "./_signal/module.js";
import * as socket from "./_socket/module.js";
import { sreModule } from "./_sre/module.js";
import { statModule } from "./_stat/module.js";
import { stringModule } from "./_string/module.js";
import { structModule } from "./_struct/module.js";
import * as suggestions from "./_suggestions/module.js";
import * as symtable from "./_symtable/module.js";
import { threadModule } from "./_thread/module.js";
import * as tokenize from "./_tokenize/module.js";
import { typesModule } from "./_types/module.js";
import { typingModule } from "./_typing/module.js";
import { weakrefModule } from "./_weakref/module.js";
import * as zoneinfo from "./_zoneinfo/module.js";
import * as array from "./array/module.js";
import { atexitModule } from "./atexit/module.js";
import * as binascii from "./binascii/module.js";
import * as cmath from "./cmath/module.js";
import { errnoModule } from "./errno/module.js";
import * as faulthandler from "./faulthandler/module.js";
import { gcModule } from "./gc/module.js";
import { itertoolsModule } from "./itertools/module.js";
import { marshalModule } from "./marshal/module.js";
import { mathModule } from "./math/module.js";
import { posixModule } from "./posix/module.js";
import * as select from "./select/module.js";
import { timeModule } from "./time/module.js";
import * as unicodedata from "./unicodedata/module.js";
import * as zlib from "./zlib/module.js";

/**
 * All native modules of the library, by name. The runtime owns `sys`, `builtins`, `_imp` and `_warnings`.
 *
 * Those that are imported as namespaces are needed by few programs: the command line's bundle loads each of them when it is
 * asked for (docs/internals/startup.md).
 */
export const nativeModules: ReadonlyMap<string, () => ModuleSpec> = new Map<string, () => ModuleSpec>([
  ["_abc", () => abcModule],
  ["_ast", () => ast.astModule],
  ["_bisect", () => bisectModule],
  ["_blake2", () => hashes.blake2Module],
  ["_codecs", () => codecsModule],
  ["_collections", () => collectionsModule],
  ["_contextvars", () => contextvarsModule],
  ["_csv", () => csv.csvModule],
  ["_datetime", () => datetime.datetimeModule],
  ["_decimal", () => decimal.decimalModule],
  ["_functools", () => functoolsModule],
  ["_heapq", () => heapqModule],
  ["_io", () => ioModule],
  ["_json", () => jsonModule],
  ["_locale", () => locale.localeModule],
  ["_lsprof", () => lsprof.lsprofModule],
  ["_md5", () => hashes.md5Module],
  ["_opcode", () => opcode.opcodeModule],
  ["_operator", () => operatorModule],
  ["_pickle", () => pickle.pickleModule],
  ["_posixsubprocess", () => posixSubprocess.posixSubprocessModule],
  ["_queue", () => queue.queueModule],
  ["_random", () => random.randomModule],
  ["_sha1", () => hashes.sha1Module],
  ["_sha2", () => hashes.sha2Module],
  ["_sha3", () => hashes.sha3Module],
  ["_signal", () => signalModule],
  ["_socket", () => socket.socketModule],
  ["_sre", () => sreModule],
  ["_stat", () => statModule],
  ["_string", () => stringModule],
  ["_struct", () => structModule],
  ["_suggestions", () => suggestions.suggestionsModule],
  ["_symtable", () => symtable.symtableModule],
  ["_thread", () => threadModule],
  ["_tokenize", () => tokenize.tokenizeModule],
  ["_types", () => typesModule],
  ["_typing", () => typingModule],
  ["_weakref", () => weakrefModule],
  ["_zoneinfo", () => zoneinfo.zoneinfoModule],
  ["array", () => array.arrayModule],
  ["atexit", () => atexitModule],
  ["binascii", () => binascii.binasciiModule],
  ["cmath", () => cmath.cmathModule],
  ["errno", () => errnoModule],
  ["faulthandler", () => faulthandler.faulthandlerModule],
  ["gc", () => gcModule],
  ["itertools", () => itertoolsModule],
  ["marshal", () => marshalModule],
  ["math", () => mathModule],
  ["posix", () => posixModule],
  ["select", () => select.selectModule],
  ["time", () => timeModule],
  ["unicodedata", () => unicodedata.unicodedataModule],
  ["zlib", () => zlib.zlibModule],
]);
