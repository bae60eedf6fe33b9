import { activationOf } from "@adder/frames";
import {
  asStr,
  CoroutineType,
  DeprecationWarningType,
  defineType,
  GeneratorType,
  type GetSetRow,
  type MethodRow,
  None,
  objectId,
  PyGenericAlias,
  type PyObject,
  type PyType,
  type Result,
  raise,
  readyType,
  type Str,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  type Value,
} from "@adder/objects";
import { close, iterate, send, sendSlot, throwInto } from "./drive.js";
import { finalise } from "./dropped.js";
import { delegate, GeneratorState, type PyGenerator } from "./py-generator.js";

/** `<generator object f at 0x...>`. */
export const generatorRepr =
  (kind: string) =>
  (ts: ThreadState, gen: PyGenerator): Result<Str> =>
    strFromJs(`<${kind} object ${toJs(gen.qualname)} at 0x${objectId(ts, gen).toString(16)}>`);

/** `__name__` and `__qualname__`, and what is common under a prefix: `gi_`, `cr_`, `ag_`. */
export function generatorAttributes(kind: string, prefix: string, delegateName: string): GetSetRow[] {
  const nameRow = (attribute: "name" | "qualname"): GetSetRow => [
    `__${attribute}__`,
    (_ts, gen: PyGenerator) => gen[attribute],
    (ts, gen: PyGenerator, value) => {
      const text = value === undefined ? undefined : asStr(value);
      if (text === undefined)
        return raise(ts, TypeErrorType, `__${attribute}__ must be set to a string object`);
      gen[attribute] = text;
      return true;
    },
    attribute === "name" ? `name of the ${kind}` : `qualified name of the ${kind}`,
  ];
  return [
    nameRow("name"),
    nameRow("qualname"),
    [
      `${prefix}_frame`,
      (_ts, gen: PyGenerator) => {
        if (gen.frame === null) return None;
        const activation = activationOf(gen.frame);
        activation.generator ??= new WeakRef(gen);
        return activation.object();
      },
      null,
      null,
    ],
    [`${prefix}_running`, (_ts, gen: PyGenerator) => gen.state === GeneratorState.EXECUTING, null, null],
    [`${prefix}_code`, (_ts, gen: PyGenerator) => gen.code, null, null],
    [
      `${prefix}_suspended`,
      (_ts, gen: PyGenerator) =>
        gen.state === GeneratorState.SUSPENDED || gen.state === GeneratorState.SUSPENDED_YIELD_FROM,
      null,
      null,
    ],
    [
      delegateName,
      (_ts, gen: PyGenerator) => delegate(gen) ?? None,
      null,
      "object that it waits for, or None",
    ],
  ];
}

/** Warns of `throw` with three arguments. */
export function warnThrow(ts: ThreadState, value: Value | undefined): true | null {
  if (value === undefined) return true;
  const message =
    "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.";
  return ts.interp.evaluator.warn(ts, DeprecationWarningType, message, 1);
}

const throwMethod = (
  ts: ThreadState,
  gen: PyGenerator,
  type: Value,
  value?: Value,
  traceback?: Value,
): Result<Value> => (warnThrow(ts, value) === null ? null : throwInto(ts, gen, true, type, value, traceback));

/** `send`, `throw` and `close` of generators or coroutines. */
const methodsOf = (kind: "generator" | "coroutine"): MethodRow[] => [
  [
    "send",
    "($self, object, /)",
    send,
    `Sends a value into ${kind}, and answers the next yielded value or raises StopIteration.`,
  ],
  [
    "throw",
    "($self, type, value=None, traceback=None, /)",
    throwMethod,
    `throw(value)\nthrow(type[,value[,tb]])\n\nRaises an exception in ${kind}; the form with several arguments is deprecated.`,
    { hidden: true },
  ],
  ["close", "($self, /)", close, `Raises GeneratorExit inside ${kind}, and answers what it returns then.`],
];

/** `Class[item]`. */
export const classGetItem: MethodRow = [
  "__class_getitem__",
  "($type, object, /)",
  (_ts, cls: PyType, item: Value) => new PyGenericAlias(cls, item),
  "See PEP 585",
  { binding: "class" },
];

/** What `coroutine.__await__()` answers: an iterator that drives the coroutine. */
class PyCoroutineWrapper implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(readonly coroutine: PyGenerator) {
    this.cls = CoroutineWrapperType;
  }
}

const CoroutineWrapperType: PyType = defineType({
  name: "coroutine_wrapper",
  doc: "An iterator that drives a coroutine.",
  slots: {
    tp_iter: (_ts, self: Value) => self,
    tp_iternext: (ts, self: PyCoroutineWrapper) => iterate(ts, self.coroutine),
    am_send: (ts, self: PyCoroutineWrapper, value) => sendSlot(ts, self.coroutine, value),
  },
  methods: [
    [
      "__next__",
      "($self, /)",
      (ts, self: PyCoroutineWrapper) => send(ts, self.coroutine, None),
      "Implement next(self).",
    ],
    [
      "send",
      "($self, object, /)",
      (ts, self: PyCoroutineWrapper, value: Value) => send(ts, self.coroutine, value),
      "Resumes the coroutine with a value.",
    ],
    [
      "throw",
      "($self, type, value=None, traceback=None, /)",
      (ts, self: PyCoroutineWrapper, ...args: [Value, Value?, Value?]) =>
        throwMethod(ts, self.coroutine, ...args),
      "Raises an exception inside the coroutine.",
      { hidden: true },
    ],
    [
      "close",
      "($self, /)",
      (ts, self: PyCoroutineWrapper) => close(ts, self.coroutine),
      "Closes the coroutine.",
    ],
  ],
});

/** Makes `generator` and `coroutine` work. */
export function readyGeneratorTypes(): void {
  readyType(GeneratorType, {
    name: "generator",
    flags: TypeFlags.HAS_WEAKREFS,
    slots: {
      tp_repr: generatorRepr("generator"),
      tp_iter: (_ts, gen: PyGenerator) => gen,
      tp_iternext: iterate,
      am_send: sendSlot,
      tp_finalize: finalise,
    },
    methods: [
      ...methodsOf("generator"),
      ["__sizeof__", "($self, /)", () => 224, "gen.__sizeof__() -> size of gen in memory, in bytes"],
      classGetItem,
    ],
    getset: generatorAttributes("generator", "gi", "gi_yieldfrom"),
  });
  readyType(CoroutineType, {
    name: "coroutine",
    flags: TypeFlags.HAS_WEAKREFS,
    slots: {
      tp_repr: generatorRepr("coroutine"),
      am_await: (_ts, gen: PyGenerator) => new PyCoroutineWrapper(gen),
      am_send: sendSlot,
      tp_finalize: finalise,
    },
    methods: [
      ...methodsOf("coroutine"),
      ["__sizeof__", "($self, /)", () => 224, "gen.__sizeof__() -> size of gen in memory, in bytes"],
      classGetItem,
    ],
    getset: [
      ...generatorAttributes("coroutine", "cr", "cr_await"),
      ["cr_origin", (_ts, gen: PyGenerator) => gen.origin ?? None, null, null],
    ],
  });
}
