import {
  CompareOp,
  callMethod,
  contains,
  DictType,
  getIter,
  isInstance,
  isTrue,
  KeyErrorType,
  type MethodRow,
  None,
  NotImplemented,
  type PyDict,
  PyTuple,
  type Result,
  raise,
  readyType,
  repr,
  type Status,
  type ThreadState,
  TypeErrorType,
  toJs,
  unhashable,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import {
  PySignalDict,
  SIGNAL_MESSAGE,
  SIGNALS,
  SignalDictType,
  signalBits,
  toSignalDict,
} from "./context.js";

/** Bits of a key. KeyError for anything that is no signal. */
function keyBits(ts: ThreadState, key: Value): Result<number> {
  const found = SIGNALS.find(([, type]) => type === key);
  return found === undefined ? raise(ts, KeyErrorType, SIGNAL_MESSAGE) : found[0];
}

function subscript(ts: ThreadState, self: PySignalDict, key: Value): Result<Value> {
  const bits = keyBits(ts, key);
  return bits === null ? null : (self.context[self.which] & bits) !== 0;
}

function assign(ts: ThreadState, self: PySignalDict, key: Value, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, ValueErrorType, "signal keys cannot be deleted");
  const bits = keyBits(ts, key);
  const on = bits === null ? null : isTrue(ts, value);
  if (bits === null || on === null) return null;
  if (on) self.context[self.which] |= bits;
  else self.context[self.which] &= ~bits;
  return true;
}

/** A method that works as that of a dict with the same items. */
const viaDict = (name: string, signature: string, doc: string): MethodRow => [
  name,
  signature,
  (ts: ThreadState, self: PySignalDict, ...args: (Value | undefined)[]) => {
    const dict = toSignalDict(ts, self.context[self.which]);
    if (dict === null) return null;
    return callMethod(
      ts,
      dict,
      name,
      args.filter((v) => v !== undefined),
    );
  },
  doc,
];

function richCompare(ts: ThreadState, self: PySignalDict, other: Value, op: CompareOp): Result<Value> {
  if (op !== CompareOp.EQ && op !== CompareOp.NE) return NotImplemented;
  let bits: number | null;
  if (other instanceof PySignalDict) bits = other.context[other.which];
  else if (isInstance(other, DictType)) {
    const dict = other as PyDict;
    let known = dict.size === SIGNALS.length;
    for (const [, type] of SIGNALS) {
      const held = dict.get(ts, type);
      if (held === null) return null;
      known &&= held !== undefined;
    }
    if (!known) return NotImplemented;
    bits = signalBits(ts, other);
    if (bits === null) return null;
  } else return NotImplemented;
  const mine = self.context[self.which];
  const same = SIGNALS.every(([bit]) => ((mine & bit) !== 0) === ((bits & bit) !== 0));
  return same === (op === CompareOp.EQ);
}

/** Fills the type. A call, because a bundler drops a module that is imported for its effects alone. */
export function readySignalDictType(): void {
  readyType(SignalDictType, {
    name: "decimal.SignalDict",
    attributes: { __module__: "abc" },
    slots: {
      tp_new: (ts) => raise(ts, TypeErrorType, "cannot create 'abc.SignalDict' instances"),
      tp_hash: unhashable,
      tp_richcompare: richCompare,
      tp_repr: (ts, self: PySignalDict) => {
        const parts: string[] = [];
        for (const [bit, type] of SIGNALS) {
          const shown = repr(ts, type);
          if (shown === null) return null;
          parts.push(`${toJs(shown)}:${(self.context[self.which] & bit) !== 0 ? "True" : "False"}`);
        }
        return `{${parts.join(", ")}}`;
      },
      tp_iter: (ts) => getIter(ts, new PyTuple(SIGNALS.map(([, type]) => type))),
      mp_length: () => SIGNALS.length,
      mp_subscript: subscript,
      mp_ass_subscript: assign,
      sq_contains: (ts, _self, key: Value) => contains(ts, new PyTuple(SIGNALS.map(([, type]) => type)), key),
    },
    methods: [
      [
        "copy",
        "($self, /)",
        (ts, self: PySignalDict) => toSignalDict(ts, self.context[self.which]),
        "A dict with the same items.",
      ],
      viaDict("keys", "($self, /)", "The signals."),
      viaDict("items", "($self, /)", "The signals with what is set."),
      viaDict("values", "($self, /)", "What is set."),
      viaDict("get", "($self, key, default=None, /)", "What is set for a signal, or a default value."),
      [
        "update",
        "($self, other, /)",
        (ts, self: PySignalDict, other: Value) => {
          const dict = toSignalDict(ts, self.context[self.which]);
          if (dict === null || callMethod(ts, dict, "update", [other]) === null) return null;
          const bits = signalBits(ts, dict);
          if (bits === null) return null;
          self.context[self.which] = bits;
          return None;
        },
        "Sets signals from another mapping.",
      ],
    ],
  });
}
