import { newInstance } from "../../core/attributes.js";
import { ObjectType } from "../../core/builtin-types.js";
import { raise } from "../../core/errors.js";
import { PyPlainObject, type Result, type Status, type Value } from "../../core/object.js";
import { toArray } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { namespaceOf } from "../../core/type-lookup.js";
import { typeOf } from "../../core/type-of.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { asStr } from "../str/as-str.js";
import { strKey } from "../str/py-str.js";

/** `object.__new__` (CPython `object_new`). */
export function objectNew(ts: ThreadState, cls: PyType, args: Value[], _kwnames: KwNames): Result<Value> {
  if (args.length > 0) {
    if (cls.tp_new !== objectNew) {
      const message = "object.__new__() takes exactly one argument (the type to instantiate)";
      return raise(ts, TypeErrorType, message);
    }
    if (cls.tp_init === objectInit) return raise(ts, TypeErrorType, `${cls.tpName}() takes no arguments`);
  }
  if ((cls.flags & TypeFlags.IS_ABSTRACT) !== 0) return refuseAbstract(ts, cls);
  return cls === ObjectType ? new PyPlainObject(cls) : newInstance(ts, cls);
}

/** `object.__init__` (CPython `object_init`). */
export function objectInit(ts: ThreadState, self: Value, args: Value[], _kwnames: KwNames): Status {
  if (args.length === 0) return true;
  const cls = typeOf(self);
  const message = "__init__() takes exactly one argument (the instance to initialize)";
  if (cls.tp_init !== objectInit) return raise(ts, TypeErrorType, `object.${message}`);
  if (cls.tp_new === objectNew) return raise(ts, TypeErrorType, `${cls.tpName}.${message}`);
  return true;
}

function refuseAbstract(ts: ThreadState, cls: PyType): null {
  const abstract = namespaceOf(cls).get("__abstractmethods__");
  const items = abstract === undefined ? [] : toArray(ts, abstract);
  if (items === null) return null;
  const names = items.map((v) => strKey(asStr(v) ?? "")).sort();
  const list = names.map((name) => `'${name}'`).join(", ");
  const what = `abstract method${names.length === 1 ? "" : "s"} ${list}`;
  const message = `Can't instantiate abstract class ${cls.tpName} without an implementation for ${what}`;
  return raise(ts, TypeErrorType, message);
}
