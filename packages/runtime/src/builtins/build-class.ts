import {
  asStr,
  CellType,
  calculateMetaclass,
  call,
  FunctionType,
  getOptionalAttr,
  isSequence,
  type KwNames,
  type MethodRow,
  type PyCell,
  PyDict,
  type PyFunction,
  PyTuple,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  repr,
  resolveBases,
  setItem,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  TypeType,
  toJs,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import type { RuntimeEvaluator } from "../evaluator.js";

const isClass = (v: Value): v is PyType => (typeOf(v).flags & TypeFlags.TYPE_SUBCLASS) !== 0;

/** `__build_class__(func, name, *bases, metaclass=..., **kwds)`: what a class statement comes down to. */
function buildClass(ts: ThreadState, _module: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const count = args.length - (kwnames?.length ?? 0);
  if (count < 2) return raise(ts, TypeErrorType, "__build_class__: not enough arguments");
  const [body, name] = args;
  if (typeOf(body) !== FunctionType) {
    return raise(ts, TypeErrorType, "__build_class__: func must be a function");
  }
  if (asStr(name) === undefined) {
    return raise(ts, TypeErrorType, "__build_class__: name is not a string");
  }
  const original = args.slice(2, count);
  const bases = resolveBases(ts, original);
  if (bases === null) return null;
  let meta: Value | undefined;
  const names: string[] = [];
  const values: Value[] = [];
  for (let i = 0; kwnames !== null && i < kwnames.length; i++) {
    if (kwnames[i] === "metaclass") meta = args[count + i];
    else {
      names.push(kwnames[i]);
      values.push(args[count + i]);
    }
  }
  meta ??= bases.length > 0 ? typeOf(bases[0]) : TypeType;
  if (isClass(meta)) {
    const winner = calculateMetaclass(ts, meta, bases);
    if (winner === null) return null;
    meta = winner;
  }
  const basesTuple = new PyTuple(bases);
  const namespace = prepareNamespace(ts, meta, name, basesTuple, names, values);
  if (namespace === null) return null;
  const evaluator = ts.interp.evaluator as RuntimeEvaluator;
  const cell = evaluator.runFunction(ts, body as PyFunction, namespace);
  if (cell === null) return null;
  if (bases !== original && setItem(ts, namespace, "__orig_bases__", new PyTuple(original)) === null) {
    return null;
  }
  const cls = call(ts, meta, [name, basesTuple, namespace, ...values], names.length === 0 ? null : names);
  if (cls === null) return null;
  return checkClassCell(ts, cls, cell, name) === null ? null : cls;
}

/** The mapping in which the class body runs: what `meta.__prepare__` answers, else a dict. */
function prepareNamespace(
  ts: ThreadState,
  meta: Value,
  name: Value,
  bases: PyTuple,
  names: string[],
  values: Value[],
): Result<Value> {
  if (meta === TypeType) return new PyDict();
  const prepare = getOptionalAttr(ts, meta, "__prepare__");
  if (prepare === null) return null;
  if (prepare === undefined) return new PyDict();
  const namespace = call(ts, prepare, [name, bases, ...values], names.length === 0 ? null : names);
  if (namespace === null) return null;
  if (typeOf(namespace).mp_subscript === null && !isSequence(namespace)) {
    const who = isClass(meta) ? meta.name : "<metaclass>";
    const message = `${who}.__prepare__() must return a mapping, not ${typeName(namespace)}`;
    return raise(ts, TypeErrorType, message);
  }
  return namespace;
}

/** Checks that the metaclass has handed `__classcell__` on, and has put the class into it. */
function checkClassCell(ts: ThreadState, cls: Value, cell: Value, name: Value): Result<true> {
  if (!isClass(cls) || typeOf(cell) !== CellType) return true;
  const { value } = cell as PyCell;
  if (value === cls) return true;
  const nameRepr = repr(ts, name);
  const clsRepr = repr(ts, cls);
  if (nameRepr === null || clsRepr === null) return null;
  if (value === undefined) {
    const message = `__class__ not set defining ${toJs(nameRepr)} as ${toJs(clsRepr)}. Was __classcell__ propagated to type.__new__?`;
    return raise(ts, RuntimeErrorType, message);
  }
  const got = repr(ts, value);
  if (got === null) return null;
  const message = `__class__ set to ${toJs(got)} defining ${toJs(nameRepr)} as ${toJs(clsRepr)}`;
  return raise(ts, TypeErrorType, message);
}

/** `__build_class__`. */
export const buildClassRow: MethodRow = [
  "__build_class__",
  "($module, func, name, /, *bases, **kwds)",
  buildClass,
  "Makes a class; class statements call it.",
  { hidden: true },
];
