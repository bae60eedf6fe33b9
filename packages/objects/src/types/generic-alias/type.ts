import { genericGetAttr, getAttr, setAttr } from "../../core/attributes.js";
import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { TupleType } from "../../core/builtin-types.js";
import { call, callSpecial } from "../../core/call.js";
import { equals, hash } from "../../core/compare.js";
import { clearPending, pendingMatches, raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import { toArray } from "../../core/protocols.js";
import { CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { AttributeErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { builtin } from "../function/builtins-of.js";
import { PyList } from "../list/py-list.js";
import { None, NotImplemented } from "../none/singletons.js";
import { type Str, strFromJs, strFromKey } from "../str/py-str.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";
import { unionOf } from "../union/make-union.js";
import { PyGenericAliasIterator } from "./iterator.js";
import { argumentRepr, makeParameters, substitute } from "./parameters.js";
import { PyGenericAlias } from "./py-generic-alias.js";

/** Attributes that are the alias's own; all others are those of its origin. */
const OWN = [
  "__class__",
  "__origin__",
  "__args__",
  "__unpacked__",
  "__parameters__",
  "__typing_unpacked_tuple_args__",
  "__mro_entries__",
  "__reduce_ex__",
  "__reduce__",
];
/** Attributes of origins that would be wrong for the alias. */
const BLOCKED = ["__copy__", "__deepcopy__", "__bases__"];

function aliasNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "GenericAlias", kwnames) === null) return null;
  if (checkPositional(ts, "GenericAlias", args.length, 2, 2) === null) return null;
  return new PyGenericAlias(args[0], args[1], false, cls);
}

function aliasRepr(ts: ThreadState, self: PyGenericAlias): Result<Str> {
  const origin = argumentRepr(ts, self.origin);
  if (origin === null) return null;
  const parts: string[] = [];
  for (const arg of self.args.items) {
    const text = arg instanceof PyList ? listRepr(ts, arg) : argumentRepr(ts, arg);
    if (text === null) return null;
    parts.push(text);
  }
  const inside = parts.length === 0 ? "()" : parts.join(", ");
  return strFromJs(`${self.starred ? "*" : ""}${origin}[${inside}]`);
}

/** `[int, str]`, the parameters of a Callable. */
function listRepr(ts: ThreadState, list: PyList): Result<string> {
  const parts: string[] = [];
  for (const item of list.items.slice()) {
    const text = argumentRepr(ts, item);
    if (text === null) return null;
    parts.push(text);
  }
  return `[${parts.join(", ")}]`;
}

function aliasGetAttr(ts: ThreadState, self: PyGenericAlias, name: string): Result<Value> {
  return OWN.includes(name) || BLOCKED.includes(name)
    ? genericGetAttr(ts, self, name)
    : getAttr(ts, self.origin, name);
}

/** `list[int]()`: makes a list, and tells it its alias as `__orig_class__` if it can take it. */
function aliasCall(ts: ThreadState, self: PyGenericAlias, args: Value[], kwnames: KwNames): Result<Value> {
  const obj = call(ts, self.origin, args, kwnames);
  if (obj === null) return null;
  if (setAttr(ts, obj, "__orig_class__", self) === null) {
    if (!pendingMatches(ts, AttributeErrorType) && !pendingMatches(ts, TypeErrorType)) return null;
    clearPending(ts);
  }
  return obj;
}

function aliasCompare(ts: ThreadState, a: PyGenericAlias, b: Value, op: CompareOp): Result<Value> {
  if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !(b instanceof PyGenericAlias)) return NotImplemented;
  let same: Result<boolean> = a.starred === b.starred;
  if (same) same = equals(ts, a.origin, b.origin);
  if (same) same = equals(ts, a.args, b.args);
  return same === null ? null : same === (op === CompareOp.EQ);
}

function aliasHash(ts: ThreadState, self: PyGenericAlias): Result<number | bigint> {
  const origin = hash(ts, self.origin);
  const args = origin === null ? null : hash(ts, self.args);
  if (origin === null || args === null) return null;
  return Number(BigInt.asIntN(52, BigInt(origin) ^ BigInt(args)));
}

/** `__parameters__`. */
export function parametersOf(ts: ThreadState, self: PyGenericAlias): Result<PyTuple> {
  self.parameters ??= makeParameters(ts, self.args.items);
  return self.parameters;
}

function aliasGetItem(ts: ThreadState, self: PyGenericAlias, item: Value): Result<Value> {
  const parameters = parametersOf(ts, self);
  const args = parameters === null ? null : substitute(ts, self, self.args.items, parameters, item);
  return args === null ? null : new PyGenericAlias(self.origin, new PyTuple(args), self.starred);
}

function refuseCheck(fname: string): (ts: ThreadState) => null {
  return (ts) => raise(ts, TypeErrorType, `${fname}() argument 2 cannot be a parameterized generic`);
}

function reduce(ts: ThreadState, self: PyGenericAlias): Result<Value> {
  if (!self.starred) return new PyTuple([self.cls, new PyTuple([self.origin, self.args])]);
  const next = builtin(ts, "next");
  if (next === null) return null;
  const packed = new PyGenericAlias(self.origin, self.args);
  return new PyTuple([next, new PyTuple([new PyGenericAliasIterator(packed)])]);
}

function dir(ts: ThreadState, self: PyGenericAlias): Result<Value> {
  const names = callSpecial(ts, self.origin, "__dir__", []);
  const items = names === null ? null : toArray(ts, names ?? emptyTuple);
  if (items === null) return null;
  return new PyList([...new Set<Value>([...items, ...OWN.map(strFromKey)])]);
}

/** The specification of `types.GenericAlias` (CPython `Objects/genericaliasobject.c`). */
export const genericAliasSpec: TypeSpec = {
  name: "types.GenericAlias",
  doc: "Represent a PEP 585 generic type",
  signature: "(origin, args, /)",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: aliasNew,
    tp_repr: aliasRepr,
    tp_hash: aliasHash,
    tp_call: aliasCall,
    tp_getattro: aliasGetAttr,
    tp_richcompare: aliasCompare,
    tp_iter: (_ts, self: PyGenericAlias) => new PyGenericAliasIterator(self),
    nb_or: unionOf,
    mp_subscript: aliasGetItem,
  },
  methods: [
    ["__mro_entries__", "($self, object, /)", (_ts, self: PyGenericAlias) => new PyTuple([self.origin])],
    ["__instancecheck__", "($self, object, /)", refuseCheck("isinstance")],
    ["__subclasscheck__", "($self, object, /)", refuseCheck("issubclass")],
    ["__reduce__", "($self, /)", reduce],
    ["__dir__", "($self, /)", dir],
  ],
  getset: [
    ["__origin__", (_ts, self: PyGenericAlias) => self.origin, null, null, "member"],
    ["__args__", (_ts, self: PyGenericAlias) => self.args, null, null, "member"],
    ["__unpacked__", (_ts, self: PyGenericAlias) => self.starred, null, null, "member"],
    ["__parameters__", parametersOf],
    [
      "__typing_unpacked_tuple_args__",
      (_ts, self: PyGenericAlias) => (self.starred && self.origin === TupleType ? self.args : None),
    ],
  ],
};
