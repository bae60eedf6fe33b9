import {
  AttributeErrorType,
  bindKeywords,
  type CompareOp,
  call,
  compare,
  defineType,
  type KwNames,
  type PyObject,
  type PyType,
  type Result,
  raise,
  raiseNoAttribute,
  type ThreadState,
  TypeErrorType,
  type Value,
} from "@adder/objects";

/** What `cmp_to_key` makes: called with a value it gives one more that holds the value and compares by the function. */
export class PyKeyWrapper implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly cmp: Value;
  value: Value | undefined;

  constructor(cmp: Value, value?: Value) {
    this.cls = KeyWrapperType;
    this.cmp = cmp;
    this.value = value;
  }
}

function wrap(ts: ThreadState, self: PyKeyWrapper, args: Value[], kwnames: KwNames): Result<Value> {
  if (args.length === 1 && kwnames === null) return new PyKeyWrapper(self.cmp, args[0]);
  const bound = bindKeywords(ts, "K", args, kwnames, ["obj"], 1);
  return bound === null ? null : new PyKeyWrapper(self.cmp, bound[0]);
}

function compareKeys(ts: ThreadState, self: PyKeyWrapper, other: Value, op: CompareOp): Result<Value> {
  if (!(other instanceof PyKeyWrapper)) return raise(ts, TypeErrorType, "other argument must be K instance");
  if (self.value === undefined || other.value === undefined) return raise(ts, AttributeErrorType, "object");
  const order = call(ts, self.cmp, [self.value, other.value]);
  return order === null ? null : compare(ts, order, 0, op);
}

/** `functools.KeyWrapper`, which has no name in Python. */
export const KeyWrapperType = defineType({
  name: "functools.KeyWrapper",
  slots: { tp_call: wrap, tp_richcompare: compareKeys },
  getset: [
    [
      "obj",
      (ts, self: PyKeyWrapper) =>
        self.value ??
        raiseNoAttribute(ts, "'functools.KeyWrapper' object has no attribute 'obj'", self, "obj"),
      (_ts, self: PyKeyWrapper, value) => {
        self.value = value;
        return true;
      },
      "Value wrapped by a key function.",
      "member",
    ],
    ["__text_signature__", () => "(obj)"],
  ],
});
