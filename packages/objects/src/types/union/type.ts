import { genericGetAttr, getAttr } from "../../core/attributes.js";
import { NoneType, UnionType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import { repr } from "../../core/protocols.js";
import { CompareOp } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { argumentRepr, makeParameters, substitute } from "../generic-alias/parameters.js";
import { NotImplemented } from "../none/singletons.js";
import { type Str, strFromJs } from "../str/py-str.js";
import { toJs } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { canUnite, hashUnion, includes, makeUnion } from "./make-union.js";
import { PyUnion } from "./py-union.js";

function unionRepr(ts: ThreadState, self: PyUnion): Result<Str> {
  const parts: string[] = [];
  for (const arg of self.args.items) {
    const text = arg === NoneType ? "None" : argumentRepr(ts, arg);
    if (text === null) return null;
    parts.push(text);
  }
  return strFromJs(parts.join(" | "));
}

function unionCompare(ts: ThreadState, a: PyUnion, b: Value, op: CompareOp): Result<Value> {
  if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !(b instanceof PyUnion)) return NotImplemented;
  let same: Result<boolean> = a.args.items.length === b.args.items.length;
  for (let i = 0; same && i < a.args.items.length; i++) same = includes(ts, b.args.items, a.args.items[i]);
  return same === null ? null : same === (op === CompareOp.EQ);
}

function parametersOf(ts: ThreadState, self: PyUnion): Result<PyTuple> {
  self.parameters ??= makeParameters(ts, self.args.items);
  return self.parameters;
}

function unionGetItem(ts: ThreadState, self: PyUnion, item: Value): Result<Value> {
  const parameters = parametersOf(ts, self);
  const args = parameters === null ? null : substitute(ts, self, self.args.items, parameters, item);
  return args === null ? null : makeUnion(ts, args);
}

/** `typing.Union[...]`. */
function classGetItem(ts: ThreadState, _cls: PyType, item: Value): Result<Value> {
  const given = item instanceof PyTuple ? item.items : [item];
  if (given.length === 0) return raise(ts, TypeErrorType, "Cannot take a Union of no types.");
  return unionOfChecked(ts, given);
}

/** The union of what may not be types: strs become forward references, and `typing` refuses some (CPython `unionbuilder_add_single`). */
function unionOfChecked(ts: ThreadState, given: readonly Value[]): Result<Value> {
  const types: Value[] = [];
  for (const arg of given) {
    const type = canUnite(arg) ? arg : typeArgument(ts, arg);
    if (type === null) return null;
    types.push(type);
  }
  return makeUnion(ts, types);
}

function typeArgument(ts: ThreadState, v: Value): Result<Value> {
  const module = ts.interp.evaluator.importModule(ts, "typing");
  const check = module === null ? null : getAttr(ts, module, "_type_check");
  return check === null ? null : call(ts, check, [v, "Union[arg, ...]: each arg must be a type."]);
}

function refuseSubclass(ts: ThreadState, self: PyUnion): Result<Value> {
  const text = repr(ts, self);
  return text === null ? null : raise(ts, TypeErrorType, `Cannot subclass ${toJs(text)}`);
}

/** `__module__` is the class's, as if the union were a class itself. */
function unionGetAttr(ts: ThreadState, self: PyUnion, name: string): Result<Value> {
  return name === "__module__" ? getAttr(ts, self.cls, name) : genericGetAttr(ts, self, name);
}

/** The specification of `typing.Union` (CPython `Objects/unionobject.c`). */
export const unionSpec: TypeSpec = {
  name: "typing.Union",
  doc: "Represent a union type",
  flags: TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_repr: unionRepr,
    tp_hash: hashUnion,
    tp_getattro: unionGetAttr,
    tp_richcompare: unionCompare,
    nb_or: (ts, left: Value, right: Value) => unionOfChecked(ts, [left, right]),
    mp_subscript: unionGetItem,
  },
  methods: [
    ["__mro_entries__", "($self, object, /)", refuseSubclass],
    ["__class_getitem__", "($type, object, /)", classGetItem, "typing.Union[...]", { binding: "class" }],
  ],
  getset: [
    ["__args__", (_ts, self: PyUnion) => self.args, null, null, "member"],
    ["__name__", () => "Union"],
    ["__qualname__", () => "Union"],
    ["__origin__", () => UnionType],
    ["__parameters__", parametersOf],
  ],
};
