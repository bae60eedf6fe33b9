import {
  argumentRepr,
  type CallFunc,
  defineType,
  isTuple,
  joinStr,
  noKeywords,
  type PyObject,
  type PyType,
  type Result,
  raise,
  repr,
  type Str,
  sizeArgument,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  type Value,
} from "@adder/objects";

/** `annotationlib.Format.STRING`. */
const FORMAT_STRING = 4;

/** A function without code that gives a value which is there already, or its text. */
export class PyConstEvaluator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(readonly value: Value) {
    this.cls = ConstEvaluatorType;
  }
}

function asText(ts: ThreadState, value: Value): Result<Str> {
  const items = isTuple(value) ? value.items : [value];
  const parts: string[] = [];
  for (const item of items) {
    const text = argumentRepr(ts, item);
    if (text === null) return null;
    parts.push(text);
  }
  return strFromJs(isTuple(value) ? `(${parts.join(", ")})` : parts[0]);
}

const evaluate: CallFunc = (ts, self: PyConstEvaluator, args, kwnames) => {
  if (noKeywords(ts, "constevaluator.__call__", kwnames) === null) return null;
  if (args.length !== 1) {
    return raise(
      ts,
      TypeErrorType,
      `constevaluator.__call__() takes exactly 1 argument (${args.length} given)`,
    );
  }
  const format = sizeArgument(ts, args[0]);
  if (format === null) return null;
  return format === FORMAT_STRING ? asText(ts, self.value) : self.value;
};

/** `_typing._ConstEvaluator`. */
export const ConstEvaluatorType = defineType({
  name: "_typing._ConstEvaluator",
  doc: "Internal type for implementing evaluation functions.",
  slots: {
    tp_call: evaluate,
    tp_repr(ts, self: PyConstEvaluator) {
      const text = repr(ts, self.value);
      return text === null ? null : joinStr(["<constevaluator ", text, ">"], "");
    },
  },
});
