import { DictType, ForeignBuiltinsType } from "../../core/builtin-types.js";
import { clearPending, pendingMatches, raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import { getItem } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyDict } from "../dict/py-dict.js";
import { AttributeErrorType, KeyErrorType } from "../exceptions/exception-types.js";
import { PyModule } from "../module/py-module.js";
import { strFromKey } from "../str/py-str.js";

/** Stands for a `__builtins__` that is neither a module nor a dict: as a subclass of dict would be, it is asked for each name. */
class ForeignBuiltins extends PyDict {
  constructor(readonly mapping: Value) {
    super();
    this.cls = ForeignBuiltinsType;
  }
}

/** The type behind it, which no program sees. */
export const foreignBuiltinsSpec: TypeSpec = {
  name: "builtins",
  slots: { mp_subscript: (ts, self: ForeignBuiltins, key) => getItem(ts, self.mapping, key) },
};

/** The built-ins that code with these globals sees: what `__builtins__` says there, else those of the running code. */
export function builtinsOf(ts: ThreadState, globals: PyDict): PyDict {
  const own = globals.getStr("__builtins__");
  if (own === undefined) return currentBuiltins(ts);
  if (own instanceof PyModule) return own.dict;
  return own instanceof PyDict ? own : new ForeignBuiltins(own);
}

/** The built-ins of the running code. */
export function currentBuiltins(ts: ThreadState): PyDict {
  return ts.frame === null ? ts.interp.builtins : ts.frame.builtins;
}

/** Built-ins as programs see them: `f_builtins`, `__builtins__`. */
export function shownBuiltins(builtins: PyDict): Value {
  return builtins instanceof ForeignBuiltins ? builtins.mapping : builtins;
}

/** A built-in of the running code, as `__reduce__` of iterators needs it. Raises AttributeError (CPython `_PyEval_GetBuiltin`). */
export function builtin(ts: ThreadState, name: string): Result<Value> {
  const builtins = currentBuiltins(ts);
  let found: Result<Value | undefined>;
  if (builtins.cls === DictType) found = builtins.getStr(name);
  else {
    found = getItem(ts, builtins, strFromKey(name));
    if (found === null && pendingMatches(ts, KeyErrorType)) {
      clearPending(ts);
      found = undefined;
    }
  }
  return found === undefined ? raise(ts, AttributeErrorType, name) : found;
}
