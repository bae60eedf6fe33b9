import { TypeType } from "../../core/builtin-types.js";
import { enterNative } from "../../core/call.js";
import { raise } from "../../core/errors.js";
import { makeInstance } from "../../core/make-instance.js";
import type { Result, Value } from "../../core/object.js";
import { initGlue } from "../../core/slot-glue.js";
import type { InitFunc, KwNames, NewFunc } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, type PyType } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { objectNew } from "../object/object-new.js";

/** `type.__call__`: makes an instance and initialises it (CPython `type_call`); `type(x)` is the class of `x`. */
export function typeCall(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (cls === TypeType) {
    const given = args.length - (kwnames === null ? 0 : kwnames.length);
    if (args.length === 1 && given === 1) return typeOf(args[0]);
    if (given !== 3) return raise(ts, TypeErrorType, "type() takes 1 or 3 arguments");
  }
  const make = cls.tp_new;
  if (make === null) return raise(ts, TypeErrorType, `cannot create '${cls.tpName}' instances`);
  const init = cls.tp_init;
  if (make === objectNew && init === initGlue) return makeAndInit(ts, cls, make, init, args, kwnames);
  if (!enterNative(ts)) return null;
  const obj = makeAndInit(ts, cls, make, init, args, kwnames);
  ts.nativeDepth--;
  return obj;
}

function makeAndInit(
  ts: ThreadState,
  cls: PyType,
  make: NewFunc,
  init: InitFunc | null,
  args: Value[],
  kwnames: KwNames,
): Result<Value> {
  // `args` belongs to whom it is given; `object.__new__` alone is known to leave it as it is.
  const given = make === objectNew || init === null ? args : args.slice();
  const obj = makeInstance(ts, make, cls, given, kwnames);
  if (obj === null) return null;
  const type = typeOf(obj);
  if (type !== cls && !isSubtype(type, cls)) return obj;
  if (type.tp_init === null) return obj;
  return type.tp_init(ts, obj, args, kwnames) === null ? null : obj;
}
