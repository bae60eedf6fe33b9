import { LocalKind } from "@adder/bytecode";
import { noKeywords } from "../../core/bind-arguments.js";
import { SuperType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyType, TypeFlags } from "../../core/type.js";
import { PyCell } from "../cell/py-cell.js";
import { RuntimeErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { None } from "../none/singletons.js";
import { type Str, strFromKey } from "../str/py-str.js";
import { PySuper } from "./py-super.js";
import { superCheck, superObjectGetAttr } from "./super-lookup.js";

function superInit(ts: ThreadState, self: PySuper, args: Value[], kwnames: KwNames): Status {
  if (noKeywords(ts, "super", kwnames) === null) return null;
  if (args.length > 2) {
    return raise(ts, TypeErrorType, `super() expected at most 2 arguments, got ${args.length}`);
  }
  const found = args.length === 0 ? fromFrame(ts) : args;
  if (found === null) return null;
  const [type, obj = None] = found;
  if (!(type instanceof PyType)) {
    return raise(ts, TypeErrorType, `super() argument 1 must be a type, not ${typeName(type)}`);
  }
  return bindTo(ts, self, type, obj);
}

function bindTo(ts: ThreadState, self: PySuper, type: PyType, obj: Value): Status {
  self.type = type;
  self.obj = null;
  self.objType = null;
  if (obj === None) return true;
  const objType = superCheck(ts, type, obj);
  if (objType === null) return null;
  self.obj = obj;
  self.objType = objType;
  return true;
}

/** `super()`: the class from the `__class__` cell, the instance from the first parameter of the running function. */
function fromFrame(ts: ThreadState): Result<Value[]> {
  const fail = (why: string): null => raise(ts, RuntimeErrorType, `super(): ${why}`);
  const { frame } = ts;
  if (frame === null) return fail("no current frame");
  const { code } = frame.code;
  if (code.argcount === 0) return fail("no arguments");
  let first = frame.local(0);
  // An argument may be a cell itself; only a variable that inner functions use is in one.
  if (first instanceof PyCell && (code.localsplusKinds[0] & LocalKind.CELL) !== 0) first = first.value;
  if (first === undefined) return fail("arg[0] deleted");
  for (let i = 0; i < code.localsplusNames.length; i++) {
    if ((code.localsplusKinds[i] & LocalKind.FREE) === 0 || code.localsplusNames[i] !== "__class__") continue;
    const cell = frame.local(i);
    if (!(cell instanceof PyCell)) return fail("bad __class__ cell");
    if (cell.value === undefined) return fail("empty __class__ cell");
    if (cell.value instanceof PyType) return [cell.value, first];
    return fail(`__class__ is not a type (${typeName(cell.value)})`);
  }
  return fail("__class__ cell not found");
}

function superGet(ts: ThreadState, self: PySuper, instance: Value | undefined): Result<Value> {
  if (instance === undefined || self.obj !== null || self.type === null) return self;
  // An instance of a subclass makes another of its kind.
  if (self.cls !== SuperType) return call(ts, self.cls, [self.type, instance]);
  const bound = new PySuper();
  return bindTo(ts, bound, self.type, instance) === null ? null : bound;
}

function superRepr(_ts: ThreadState, self: PySuper): Str {
  const type = self.type === null ? "NULL" : self.type.name;
  const object = self.objType === null ? "NULL" : `<${self.objType.name} object>`;
  return strFromKey(`<super: <class '${type}'>, ${object}>`);
}

/** The specification of `super` (CPython `PySuper_Type`). */
export const superSpec: TypeSpec = {
  name: "super",
  doc: "super() -> same as super(__class__, <first argument>)",
  flags: TypeFlags.BASETYPE,
  slots: {
    tp_new: (_ts: ThreadState, cls: PyType) => new PySuper(cls),
    tp_init: superInit,
    tp_repr: superRepr,
    tp_getattro: superObjectGetAttr,
    tp_descr_get: superGet,
  },
  getset: [
    [
      "__thisclass__",
      (_ts, self: PySuper) => self.type ?? None,
      null,
      "the class invoking super()",
      "member",
    ],
    [
      "__self__",
      (_ts, self: PySuper) => self.obj ?? None,
      null,
      "the instance invoking super(); may be None",
      "member",
    ],
    [
      "__self_class__",
      (_ts, self: PySuper) => self.objType ?? None,
      null,
      "the type of the instance invoking super(); may be None",
      "member",
    ],
  ],
};
