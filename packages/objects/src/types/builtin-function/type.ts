import { callNative } from "../../core/call.js";
import { address } from "../../core/default-repr.js";
import { raise, typeName } from "../../core/errors.js";
import type { GetSetRow, TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import { CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, PyType, TypeFlags } from "../../core/type.js";
import { identityHash, isInstance, sameObject, typeOf } from "../../core/type-of.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { builtin } from "../function/builtins-of.js";
import { PyModule } from "../module/py-module.js";
import { None, NotImplemented } from "../none/singletons.js";
import { strFromJs } from "../str/py-str.js";
import { PyTuple } from "../tuple/py-tuple.js";
import type { NativeDef } from "./native-def.js";
import { PyBuiltinFunction, type PyMethodDescriptor } from "./py-builtin-function.js";

/** `__doc__` and `__text_signature__` of native functions. */
const docRow: GetSetRow = ["__doc__", (_ts, self: { def: NativeDef }) => self.def.doc ?? None];
const signatureRow: GetSetRow = [
  "__text_signature__",
  (_ts, self: { def: NativeDef }) => (self.def.options.hidden ? None : self.def.signature),
];

function isModuleFunction(f: PyBuiltinFunction): boolean {
  return f.self === None || f.self instanceof PyModule;
}

function qualname(f: PyBuiltinFunction): string {
  if (isModuleFunction(f)) return f.def.name;
  const type = f.self instanceof PyType ? f.self : typeOf(f.self);
  return `${type.qualname}.${f.def.name}`;
}

/** `(getattr, (owner, name))`, which is how pickle finds a method again. */
export function reduceToGetattr(ts: ThreadState, owner: Value, name: string): Result<Value> {
  const getattr = builtin(ts, "getattr");
  return getattr === null ? null : new PyTuple([getattr, new PyTuple([owner, name])]);
}

function callBuiltin(ts: ThreadState, f: PyBuiltinFunction, args: Value[], kwnames: KwNames): Result<Value> {
  return callNative(ts, f.def, f.self, args, kwnames, true);
}

function reprBuiltin(ts: ThreadState, f: PyBuiltinFunction): Result<Value> {
  if (isModuleFunction(f)) return strFromJs(`<built-in function ${f.def.name}>`);
  return strFromJs(`<built-in method ${f.def.name} of ${typeName(f.self)} object at ${address(ts, f.self)}>`);
}

function compareBuiltin(_ts: ThreadState, a: PyBuiltinFunction, b: Value, op: CompareOp): Value {
  if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !(b instanceof PyBuiltinFunction))
    return NotImplemented;
  const equal = a.def === b.def && sameObject(a.self, b.self);
  return op === CompareOp.EQ ? equal : !equal;
}

/** A static method does not show the class that it is kept with. */
function visibleSelf(f: PyBuiltinFunction): Value {
  return f.def.options.binding === "static" ? None : f.self;
}

/** The specification of `builtin_function_or_method`. */
export const builtinFunctionSpec: TypeSpec = {
  name: "builtin_function_or_method",
  flags: TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_repr: reprBuiltin,
    tp_hash: (ts, f: PyBuiltinFunction) => identityHash(ts, f.self) + identityHash(ts, f.def.name),
    tp_call: callBuiltin,
    tp_richcompare: compareBuiltin,
  },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (ts, f: PyBuiltinFunction) =>
        isModuleFunction(f) ? f.def.name : reduceToGetattr(ts, f.self, f.def.name),
    ],
  ],
  getset: [
    ["__module__", (_ts, f: PyBuiltinFunction) => f.module, null, null, "member"],
    docRow,
    ["__name__", (_ts, f: PyBuiltinFunction) => strFromJs(f.def.name)],
    ["__qualname__", (_ts, f: PyBuiltinFunction) => strFromJs(qualname(f))],
    ["__self__", (_ts, f: PyBuiltinFunction) => visibleSelf(f)],
    signatureRow,
  ],
};

/** Raises TypeError unless `v` is an instance of the class that owns a descriptor. */
export function checkOwner(ts: ThreadState, owner: PyType, name: string, v: Value): boolean {
  if (isInstance(v, owner)) return true;
  const what = `descriptor '${name}' for '${owner.tpName}' objects`;
  raise(ts, TypeErrorType, `${what} doesn't apply to a '${typeName(v)}' object`);
  return false;
}

/** Attributes that all descriptors of native classes have. */
export const descriptorRows: readonly GetSetRow[] = [
  ["__objclass__", (_ts, d: PyMethodDescriptor) => d.owner, null, null, "member"],
  ["__name__", (_ts, d: PyMethodDescriptor) => d.def.name, null, null, "member"],
];

const qualnameRow: GetSetRow = [
  "__qualname__",
  (_ts, d: PyMethodDescriptor) => strFromJs(`${d.owner.qualname}.${d.def.name}`),
];

const methodRows: readonly GetSetRow[] = [...descriptorRows, docRow, qualnameRow, signatureRow];

function methodRepr(_ts: ThreadState, d: PyMethodDescriptor): Value {
  return strFromJs(`<method '${d.def.name}' of '${d.owner.tpName}' objects>`);
}

function callMethodDescriptor(
  ts: ThreadState,
  d: PyMethodDescriptor,
  args: Value[],
  kwnames: KwNames,
): Result<Value> {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given < 1) {
    return raise(ts, TypeErrorType, `unbound method ${d.def.display}() needs an argument`);
  }
  const self = args[0];
  if (!checkOwner(ts, d.owner, d.def.name, self)) return null;
  return callNative(ts, d.def, self, args.slice(1), kwnames);
}

function bindMethod(ts: ThreadState, d: PyMethodDescriptor, instance: Value | undefined): Result<Value> {
  if (instance === undefined) return d;
  return checkOwner(ts, d.owner, d.def.name, instance) ? new PyBuiltinFunction(d.def, instance, None) : null;
}

/** The specification of `method_descriptor`. */
export const methodDescriptorSpec: TypeSpec = {
  name: "method_descriptor",
  flags: TypeFlags.METHOD_DESCRIPTOR,
  slots: { tp_repr: methodRepr, tp_call: callMethodDescriptor, tp_descr_get: bindMethod },
  methods: [
    ["__reduce__", "($self, /)", (ts, d: PyMethodDescriptor) => reduceToGetattr(ts, d.owner, d.def.name)],
  ],
  getset: methodRows,
};

function bindClassMethod(
  ts: ThreadState,
  d: PyMethodDescriptor,
  instance: Value | undefined,
  owner: Value | undefined,
): Result<Value> {
  const cls = owner ?? (instance === undefined ? undefined : typeOf(instance));
  const who = `for type '${d.owner.tpName}'`;
  if (cls === undefined) {
    return raise(ts, TypeErrorType, `descriptor '${d.def.name}' ${who} needs either an object or a type`);
  }
  return checkClass(ts, d, cls) ? new PyBuiltinFunction(d.def, cls, None) : null;
}

function checkClass(ts: ThreadState, d: PyMethodDescriptor, cls: Value): cls is PyType {
  const what = `descriptor '${d.def.name}'`;
  if (!(cls instanceof PyType)) {
    const message = `${what} for type '${d.owner.tpName}' needs a type, not a '${typeName(cls)}' as arg 2`;
    raise(ts, TypeErrorType, message);
    return false;
  }
  if (isSubtype(cls, d.owner)) return true;
  raise(ts, TypeErrorType, `${what} requires a subtype of '${d.owner.tpName}' but received '${cls.tpName}'`);
  return false;
}

function callClassMethodDescriptor(
  ts: ThreadState,
  d: PyMethodDescriptor,
  args: Value[],
  kwnames: KwNames,
): Result<Value> {
  if (args.length - (kwnames === null ? 0 : kwnames.length) < 1) {
    const message = `descriptor '${d.def.name}' of '${d.owner.tpName}' object needs an argument`;
    return raise(ts, TypeErrorType, message);
  }
  const [cls] = args;
  return checkClass(ts, d, cls) ? callNative(ts, d.def, cls, args.slice(1), kwnames) : null;
}

/** The specification of `classmethod_descriptor`. */
export const classMethodDescriptorSpec: TypeSpec = {
  name: "classmethod_descriptor",
  slots: { tp_repr: methodRepr, tp_call: callClassMethodDescriptor, tp_descr_get: bindClassMethod },
  getset: methodRows,
};
