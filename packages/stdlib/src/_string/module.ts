import {
  asStr,
  codePoints,
  defineType,
  type FieldStep,
  type FormatField,
  fieldHead,
  fieldSteps,
  type ModuleSpec,
  None,
  type PyObject,
  PyTuple,
  type PyType,
  parseFormatString,
  type Result,
  raise,
  type Str,
  selfIter,
  strLength,
  substring,
  type ThreadState,
  TypeErrorType,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** Iterator over the parts of a format string, which is looked at when the first one is asked for. */
class PyFormatterIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  fields: readonly FormatField[] | null = null;
  index = 0;
  constructor(readonly text: Str) {
    this.cls = FormatterIteratorType;
  }
}

function nextField(ts: ThreadState, self: PyFormatterIterator): Result<Value | undefined> {
  self.fields ??= parseFormatString(self.text);
  if (self.index >= self.fields.length) return undefined;
  const { literal, name, fault, conversion, spec } = self.fields[self.index++];
  if (fault !== undefined) return raise(ts, ValueErrorType, fault);
  if (name === undefined) return new PyTuple([literal, None, None, None]);
  return new PyTuple([literal, name, spec, conversion === "" ? None : conversion]);
}

const FormatterIteratorType = defineType({
  name: "formatteriterator",
  slots: { tp_iter: selfIter, tp_iternext: nextField },
});

/** Iterator over attributes and items in a field name. */
class PyFieldNameIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  steps: readonly FieldStep[] | null = null;
  index = 0;
  constructor(readonly name: Str) {
    this.cls = FieldNameIteratorType;
  }
}

function nextStep(ts: ThreadState, self: PyFieldNameIterator): Result<Value | undefined> {
  self.steps ??= fieldSteps(ts, self.name);
  if (self.steps === null) return null;
  if (self.index >= self.steps.length) return undefined;
  const step = self.steps[self.index++];
  if (step.kind === "fault") return raise(ts, ValueErrorType, step.message);
  return step.kind === "attribute" ? new PyTuple([true, step.name]) : new PyTuple([false, step.key]);
}

const FieldNameIteratorType = defineType({
  name: "fieldnameiterator",
  slots: { tp_iter: selfIter, tp_iternext: nextStep },
});

function textArgument(ts: ThreadState, v: Value): Result<Str> {
  return asStr(v) ?? raise(ts, TypeErrorType, `expected str, got ${typeName(v)}`);
}

const DOT = 46;
const BRACKET = 91;

function splitField(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const name = textArgument(ts, v);
  if (name === null) return null;
  const points = codePoints(name);
  const n = strLength(name);
  let end = 0;
  while (end < n && points[end] !== DOT && points[end] !== BRACKET) end++;
  const head = fieldHead(ts, substring(name, 0, end));
  return head === null ? null : new PyTuple([head, new PyFieldNameIterator(name)]);
}

/** `_string`: what `string.Formatter` shares with `str.format` (CPython `Objects/unicodeobject.c`). */
export const stringModule: ModuleSpec = {
  name: "_string",
  doc: "string helper module",
  functions: [
    [
      "formatter_field_name_split",
      "($self, object, /)",
      splitField,
      "Splits a field name into its first part and an iterator over the rest.",
    ],
    [
      "formatter_parser",
      "($self, object, /)",
      (ts, _m, v: Value) => {
        const text = textArgument(ts, v);
        return text === null ? null : new PyFormatterIterator(text);
      },
      "An iterator over the parts of a format string.",
    ],
  ],
};
