import {
  defineType,
  emptyTuple,
  getAttr,
  type KwNames,
  None,
  PyTuple,
  type PyType,
  type Result,
  raise,
  type Str,
  str,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toArray,
  toJs,
  type Value,
} from "@adder/objects";
import { NoDefault } from "./no-default.js";
import {
  callTyping,
  checkBound,
  constructorArguments,
  Lazy,
  nothing,
  PyTypeParameter,
  parameterMethods,
  parameterRepr,
  parameterRows,
  rememberModule,
  uniteAny,
  type Variance,
  varianceOf,
  varianceRows,
} from "./type-parameter.js";

/** A type variable. */
export class PyTypeVar extends PyTypeParameter {
  constructor(
    name: Str,
    variance: Variance,
    readonly bound: Lazy,
    readonly constraints: Lazy,
    fallback: Lazy,
  ) {
    super(TypeVarType, name, variance, fallback);
  }
}

const KEYWORDS = ["name", "bound", "default", "covariant", "contravariant", "infer_variance"];

function typeVarNew(ts: ThreadState, args: Value[], kwnames: KwNames): Result<Value> {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  // What follows the name by position are constraints.
  const constraints = args.slice(1, given);
  const others = constraints.length > 0 ? [args[0], ...args.slice(given)] : args;
  const bindings = constructorArguments(ts, "typevar", others, kwnames, KEYWORDS);
  if (bindings === null) return null;
  const { name, rest } = bindings;
  const [boundValue = None, fallback = NoDefault, ...flags] = rest;
  const variance = varianceOf(ts, flags);
  if (variance === null) return null;
  let bound: Value | undefined;
  if (boundValue !== None) {
    const checked = checkBound(ts, boundValue);
    if (checked === null) return null;
    bound = checked;
  }
  if (constraints.length === 1) return raise(ts, TypeErrorType, "A single constraint is not allowed");
  if (constraints.length > 0 && bound !== undefined) {
    return raise(ts, TypeErrorType, "Constraints cannot be combined with bound=...");
  }
  const made = new PyTypeVar(
    name,
    variance,
    bound === undefined ? nothing : new Lazy(bound, null),
    constraints.length === 0 ? nothing : new Lazy(new PyTuple(constraints), null),
    new Lazy(fallback, null),
  );
  return rememberModule(ts, made);
}

/** Adds the default to arguments that end before this variable. */
function prepareSubstitution(ts: ThreadState, self: PyTypeVar, alias: Value, args: Value): Result<Value> {
  const parametersValue = getAttr(ts, alias, "__parameters__");
  const parameters = parametersValue === null ? null : toArray(ts, parametersValue);
  const given = parameters === null ? null : toArray(ts, args);
  if (parameters === null || given === null) return null;
  const index = parameters.indexOf(self);
  if (index < given.length) return args;
  if (index === given.length) {
    const fallback = self.getDefault(ts);
    if (fallback === null) return null;
    if (fallback !== NoDefault) return new PyTuple([...given, fallback]);
  }
  const shown = str(ts, alias);
  if (shown === null) return null;
  const counts = `actual ${given.length}, expected at least ${index + 1}`;
  return raise(ts, TypeErrorType, `Too few arguments for ${toJs(shown)}; ${counts}`);
}

/** `typing.TypeVar` (CPython `Objects/typevarobject.c`). */
export const TypeVarType: PyType = defineType({
  name: "typing.TypeVar",
  doc: "Type variable: stands for a type, at most a subtype of its bound, or one of its constraints.",
  flags: TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: (ts, _cls, args, kwnames) => typeVarNew(ts, args, kwnames),
    tp_repr: parameterRepr,
    nb_or: uniteAny,
  },
  methods: [
    [
      "__typing_subst__",
      "($self, arg, /)",
      (ts, self: PyTypeVar, arg: Value) => callTyping(ts, "_typevar_subst", [self, arg]),
    ],
    ["__typing_prepare_subst__", "($self, alias, args, /)", prepareSubstitution],
    ...parameterMethods("TypeVar"),
  ],
  getset: [
    ...parameterRows,
    ...varianceRows,
    [
      "__bound__",
      (ts, self: PyTypeVar) => {
        const bound = self.bound.get(ts);
        return bound === undefined ? None : bound;
      },
    ],
    [
      "__constraints__",
      (ts, self: PyTypeVar) => {
        const constraints = self.constraints.get(ts);
        return constraints === undefined ? emptyTuple : constraints;
      },
    ],
    ["evaluate_bound", (_ts, self: PyTypeVar) => self.bound.evaluator],
    ["evaluate_constraints", (_ts, self: PyTypeVar) => self.constraints.evaluator],
  ],
});
