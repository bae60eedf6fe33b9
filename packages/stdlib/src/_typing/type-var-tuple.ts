import {
  defineType,
  getIter,
  type KwNames,
  PyTuple,
  type PyType,
  type Result,
  raise,
  type Str,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  type Value,
} from "@adder/objects";
import { NoDefault } from "./no-default.js";
import {
  callTyping,
  constructorArguments,
  Lazy,
  PyTypeParameter,
  parameterMethods,
  parameterRows,
  rememberModule,
  unpack,
} from "./type-parameter.js";

/** A variable for any number of types. */
export class PyTypeVarTuple extends PyTypeParameter {
  constructor(name: Str, fallback: Lazy) {
    super(TypeVarTupleType, name, "inferred", fallback);
  }
}

function typeVarTupleNew(ts: ThreadState, args: Value[], kwnames: KwNames): Result<Value> {
  const bindings = constructorArguments(ts, "typevartuple", args, kwnames, ["name", "default"]);
  if (bindings === null) return null;
  const made = new PyTypeVarTuple(bindings.name, new Lazy(bindings.rest[0] ?? NoDefault, null));
  return rememberModule(ts, made);
}

/** An iterator that gives `Unpack[self]`, so that `*Ts` can be written. */
export function unpackedIterator(ts: ThreadState, self: Value): Result<Value> {
  const unpacked = unpack(ts, self);
  return unpacked === null ? null : getIter(ts, new PyTuple([unpacked]));
}

/** Type parameters as `Generic[...]` takes them: TypeVarTuples unpacked. */
export function unpackTypeVarTuples(ts: ThreadState, parameters: PyTuple): Result<PyTuple> {
  if (!parameters.items.some((p) => p instanceof PyTypeVarTuple)) return parameters;
  const items: Value[] = [];
  for (const parameter of parameters.items) {
    const item = parameter instanceof PyTypeVarTuple ? unpack(ts, parameter) : parameter;
    if (item === null) return null;
    items.push(item);
  }
  return new PyTuple(items);
}

/** `typing.TypeVarTuple` (CPython `Objects/typevarobject.c`). */
export const TypeVarTupleType: PyType = defineType({
  name: "typing.TypeVarTuple",
  doc: "Type variable tuple: stands for any number of types.",
  flags: TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: (ts, _cls, args, kwnames) => typeVarTupleNew(ts, args, kwnames),
    tp_repr: (_ts, self: PyTypeVarTuple) => self.name,
    tp_iter: unpackedIterator,
  },
  methods: [
    [
      "__typing_subst__",
      "($self, arg, /)",
      (ts) => raise(ts, TypeErrorType, "Substitution of bare TypeVarTuple is not supported"),
    ],
    [
      "__typing_prepare_subst__",
      "($self, alias, args, /)",
      (ts, self: PyTypeVarTuple, alias: Value, args: Value) =>
        callTyping(ts, "_typevartuple_prepare_subst", [self, alias, args]),
    ],
    ...parameterMethods("TypeVarTuple"),
  ],
  getset: parameterRows,
});
