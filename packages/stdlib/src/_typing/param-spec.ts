import {
  bindKeywords,
  CompareOp,
  compare,
  concat,
  defineType,
  type KwNames,
  NoneType,
  NotImplemented,
  type PyObject,
  type PyType,
  type Result,
  repr,
  type Str,
  type ThreadState,
  TypeFlags,
  typeOf,
  type Value,
} from "@adder/objects";
import { NoDefault } from "./no-default.js";
import {
  callTyping,
  checkBound,
  constructorArguments,
  Lazy,
  PyTypeParameter,
  parameterMethods,
  parameterRepr,
  parameterRows,
  refuseSubclass,
  rememberModule,
  uniteAny,
  type Variance,
  varianceOf,
  varianceRows,
} from "./type-parameter.js";

/** A variable for the parameters of a callable. */
export class PyParamSpec extends PyTypeParameter {
  constructor(
    name: Str,
    variance: Variance,
    readonly bound: Value,
    fallback: Lazy,
  ) {
    super(ParamSpecType, name, variance, fallback);
  }
}

const KEYWORDS = ["name", "bound", "default", "covariant", "contravariant", "infer_variance"];

function paramSpecNew(ts: ThreadState, args: Value[], kwnames: KwNames): Result<Value> {
  const bindings = constructorArguments(ts, "paramspec", args, kwnames, KEYWORDS);
  if (bindings === null) return null;
  const [boundValue, fallback = NoDefault, ...flags] = bindings.rest;
  const variance = varianceOf(ts, flags);
  if (variance === null) return null;
  const bound = boundValue === undefined ? NoneType : checkBound(ts, boundValue);
  if (bound === null) return null;
  return rememberModule(ts, new PyParamSpec(bindings.name, variance, bound, new Lazy(fallback, null)));
}

/** `typing.ParamSpec` (CPython `Objects/typevarobject.c`). */
export const ParamSpecType: PyType = defineType({
  name: "typing.ParamSpec",
  doc: "Parameter specification variable: stands for the parameters of a callable.",
  flags: TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: (ts, _cls, args, kwnames) => paramSpecNew(ts, args, kwnames),
    tp_repr: parameterRepr,
    nb_or: uniteAny,
  },
  methods: [
    [
      "__typing_subst__",
      "($self, arg, /)",
      (ts, self: PyParamSpec, arg: Value) => callTyping(ts, "_paramspec_subst", [self, arg]),
    ],
    [
      "__typing_prepare_subst__",
      "($self, alias, args, /)",
      (ts, self: PyParamSpec, alias: Value, args: Value) =>
        callTyping(ts, "_paramspec_prepare_subst", [self, alias, args]),
    ],
    ...parameterMethods("ParamSpec"),
  ],
  getset: [
    ...parameterRows,
    ...varianceRows,
    ["__bound__", (_ts, self: PyParamSpec) => self.bound, null, null, "member"],
    [
      "args",
      (_ts, self: PyParamSpec) => new PyParamSpecPart(ParamSpecArgsType, self),
      null,
      "Represents positional arguments.",
    ],
    [
      "kwargs",
      (_ts, self: PyParamSpec) => new PyParamSpecPart(ParamSpecKwargsType, self),
      null,
      "Represents keyword arguments.",
    ],
  ],
});

/** `P.args` or `P.kwargs`, by class. */
class PyParamSpecPart implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    cls: PyType,
    readonly origin: Value,
  ) {
    this.cls = cls;
  }
}

function partRepr(ts: ThreadState, self: PyParamSpecPart, suffix: string): Result<Str> {
  const { origin } = self;
  const text = origin instanceof PyParamSpec ? origin.name : repr(ts, origin);
  return text === null ? null : concat(text, suffix);
}

function comparePart(ts: ThreadState, self: PyParamSpecPart, other: Value, op: CompareOp): Result<Value> {
  if (typeOf(other) !== self.cls || (op !== CompareOp.EQ && op !== CompareOp.NE)) return NotImplemented;
  return compare(ts, self.origin, (other as PyParamSpecPart).origin, op);
}

const definePart = (name: string, suffix: string, fname: string, doc: string): PyType =>
  defineType({
    name: `typing.${name}`,
    doc,
    flags: TypeFlags.HAS_WEAKREFS,
    slots: {
      tp_new(ts, cls, args, kwnames) {
        const bound = bindKeywords(ts, fname, args, kwnames, ["origin"], 1);
        return bound === null ? null : new PyParamSpecPart(cls, bound[0] as Value);
      },
      tp_repr: (ts, self: PyParamSpecPart) => partRepr(ts, self, suffix),
      tp_richcompare: comparePart,
    },
    methods: [refuseSubclass(name)],
    getset: [["__origin__", (_ts, self: PyParamSpecPart) => self.origin, null, null, "member"]],
  });

/** `typing.ParamSpecArgs`. */
export const ParamSpecArgsType = definePart(
  "ParamSpecArgs",
  ".args",
  "paramspecargs",
  "The positional parameters of a ParamSpec.",
);
/** `typing.ParamSpecKwargs`. */
export const ParamSpecKwargsType = definePart(
  "ParamSpecKwargs",
  ".kwargs",
  "paramspeckwargs",
  "The keyword parameters of a ParamSpec.",
);
