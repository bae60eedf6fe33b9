import {
  bindKeywords,
  call,
  defineType,
  getAttr,
  importName,
  type KwNames,
  type ModuleSpec,
  None,
  type PyObject,
  type PyType,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  toIndex,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import * as types from "./context.js";
import { applySettings, ContextType, MAX_PREC, PyContext, SignalDictType, settingNames } from "./context.js";
import { readyContextType } from "./context-type.js";
import { contextArgument, getContext, setContext, templatesOf } from "./current.js";
import { decimalTuple } from "./decimal-type.js";
import { ROUNDINGS } from "./number.js";
import { DecimalType } from "./py-decimal.js";
import { readySignalDictType } from "./signal-dict.js";

readyContextType();
readySignalDictType();

/** What `localcontext()` gives. */
class PyContextManager implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** The context that was current before. */
  before: PyContext | null = null;

  constructor(readonly local: PyContext) {
    this.cls = ContextManagerType;
  }
}

const ContextManagerType = defineType({
  name: "decimal.ContextManager",
  slots: { tp_new: (ts) => raise(ts, TypeErrorType, "cannot create 'decimal.ContextManager' instances") },
  methods: [
    [
      "__enter__",
      "($self, /)",
      (ts, self: PyContextManager) => {
        self.before = getContext(ts);
        setContext(ts, self.local);
        return self.local;
      },
      null,
    ],
    [
      "__exit__",
      "($self, exc_type, exc_value, traceback, /)",
      (ts, self: PyContextManager) => {
        if (self.before !== null) setContext(ts, self.before);
        return false;
      },
      null,
    ],
  ],
});

const localNames = ["ctx", ...settingNames];

function localContext(ts: ThreadState, _module: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "localcontext", args, kwnames, localNames, 0, 1);
  if (bound === null) return null;
  const c = contextArgument(ts, bound[0]);
  if (c === null) return null;
  const local = c.copy();
  return applySettings(ts, local, bound.slice(1)) === null ? null : new PyContextManager(local);
}

const MAX_BITS = 512;

/** The context of an IEEE 754 interchange format. */
function ieeeContext(ts: ThreadState, _module: Value, v: Value): Result<Value> {
  const index = toIndex(ts, v);
  if (index === null) return null;
  const bits = Number(index);
  if (bits <= 0 || bits > MAX_BITS || bits % 32 !== 0) {
    return raise(ts, ValueErrorType, `argument must be a multiple of 32, with a maximum of ${MAX_BITS}`);
  }
  const c = new PyContext();
  c.prec = 9 * (bits / 32) - 2;
  c.emax = 3 * 2 ** (bits / 16 + 3);
  c.emin = 1 - c.emax;
  c.clamp = true;
  c.traps = 0;
  return c;
}

/** Registers a type with an abstract base class of the library. */
function register(ts: ThreadState, module: string, name: string, type: Value): Result<Value> {
  const base = importName(ts, module, name);
  const method = base === null ? null : getAttr(ts, base, "register");
  return method === null ? null : call(ts, method, [type]);
}

/** `_decimal` (CPython `Modules/_decimal`): the General Decimal Arithmetic specification. */
export const decimalModule: ModuleSpec = {
  name: "_decimal",
  doc: "Decimal arithmetic.",
  types: [
    DecimalType,
    ContextType,
    types.DecimalExceptionType,
    types.ClampedType,
    types.InvalidOperationType,
    types.ConversionSyntaxType,
    types.DivisionImpossibleType,
    types.DivisionUndefinedType,
    types.InvalidContextType,
    types.DivisionByZeroType,
    types.InexactType,
    types.RoundedType,
    types.SubnormalType,
    types.OverflowType,
    types.UnderflowType,
    types.FloatOperationType,
  ],
  attributes: {
    ...Object.fromEntries(ROUNDINGS.map((name) => [name, name])),
    MAX_PREC,
    MAX_EMAX: MAX_PREC,
    MIN_EMIN: -MAX_PREC,
    MIN_ETINY: 1n - 2n * MAX_PREC,
    IEEE_CONTEXT_MAX_BITS: MAX_BITS,
    HAVE_THREADS: true,
    HAVE_CONTEXTVAR: true,
    __version__: "1.70",
    __libmpdec_version__: "2.5.1",
  },
  functions: [
    ["getcontext", "($module, /)", (ts) => getContext(ts), "The current context."],
    [
      "setcontext",
      "($module, context, /)",
      (ts, _module, c: Value) => {
        if (!(c instanceof PyContext)) return raise(ts, TypeErrorType, "argument must be a context");
        setContext(ts, c);
        return None;
      },
      "Makes a context the current one.",
    ],
    [
      "localcontext",
      "($module, /, ctx=None, **kwargs)",
      localContext,
      "A context manager with a copy of a context, changed by keywords.",
    ],
    ["IEEEContext", "($module, bits, /)", ieeeContext, "The context of an IEEE 754 interchange format."],
  ],
  exec: (ts, set) => {
    const { standard, basic, extended } = templatesOf(ts);
    set("DefaultContext", standard);
    set("BasicContext", basic);
    set("ExtendedContext", extended);
    const tuple = decimalTuple(ts);
    if (tuple === null) return null;
    set("DecimalTuple", tuple);
    if (register(ts, "numbers", "Number", DecimalType) === null) return null;
    return register(ts, "collections.abc", "MutableMapping", SignalDictType) === null ? null : true;
  },
};
