import {
  asStr,
  bindKeywords,
  concat,
  getAttr,
  isInstance,
  None,
  PyGenericAlias,
  PyTuple,
  type PyType,
  type Result,
  raise,
  readyType,
  repr,
  type Str,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  type TypeSpec,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import {
  InterpolationType,
  PyInterpolation,
  PyTemplate,
  PyTemplateIter,
  TemplateIterType,
  TemplateType,
} from "./py-template.js";

const joined = (
  ts: ThreadState,
  parts: readonly Value[],
  around: (texts: string[]) => string,
): Result<Str> => {
  const texts: string[] = [];
  for (const part of parts) {
    const text = repr(ts, part);
    if (text === null) return null;
    texts.push(toJs(text));
  }
  return strFromJs(around(texts));
};

/** A template of strings and interpolations in any order: neighbouring strings are joined, missing ones are empty. */
function newTemplate(
  ts: ThreadState,
  _cls: PyType,
  args: Value[],
  kwnames: readonly string[] | null,
): Result<Value> {
  if (kwnames !== null && kwnames.length > 0) {
    return raise(ts, TypeErrorType, "Template.__new__ only accepts *args arguments");
  }
  const strings: Str[] = [""];
  const interpolations: Value[] = [];
  for (const arg of args) {
    const text = asStr(arg);
    if (text !== undefined) strings[strings.length - 1] = concat(strings[strings.length - 1], text);
    else if (isInstance(arg, InterpolationType)) {
      interpolations.push(arg);
      strings.push("");
    } else {
      const expected = "Template.__new__ *args need to be of type 'str' or 'Interpolation'";
      return raise(ts, TypeErrorType, `${expected}, got ${typeName(arg)}`);
    }
  }
  return new PyTemplate(new PyTuple(strings), new PyTuple(interpolations));
}

function concatTemplates(ts: ThreadState, a: Value, b: Value): Result<Value> {
  if (!isInstance(a, TemplateType) || !isInstance(b, TemplateType)) {
    const other = isInstance(a, TemplateType) ? b : a;
    const name = "string.templatelib.Template";
    return raise(ts, TypeErrorType, `can only concatenate ${name} (not "${typeName(other)}") to ${name}`);
  }
  const left = a as PyTemplate;
  const right = b as PyTemplate;
  const first = left.strings.items.slice();
  const [head, ...tail] = right.strings.items;
  first[first.length - 1] = concat(first[first.length - 1] as Str, head as Str);
  return new PyTemplate(
    new PyTuple([...first, ...tail]),
    new PyTuple([...left.interpolations.items, ...right.interpolations.items]),
  );
}

/** What `pickle` needs to make an equal object. */
function reduceTemplate(ts: ThreadState, self: PyTemplate): Result<Value> {
  const module = ts.interp.evaluator.importModule(ts, "string.templatelib");
  if (module === null) return null;
  const unpickle = getAttr(ts, module, "_template_unpickle");
  if (unpickle === null) return null;
  return new PyTuple([unpickle, new PyTuple([self.strings, self.interpolations])]);
}

const template: TypeSpec = {
  name: "string.templatelib.Template",
  doc: "A template string.",
  slots: {
    tp_new: newTemplate,
    tp_repr: (ts, self: PyTemplate) =>
      joined(
        ts,
        [self.strings, self.interpolations],
        ([strings, interpolations]) => `Template(strings=${strings}, interpolations=${interpolations})`,
      ),
    tp_iter: (_ts, self: PyTemplate) => new PyTemplateIter(self),
    sq_concat: concatTemplates,
  },
  methods: [
    ["__reduce__", "($self, /)", reduceTemplate, "Helper for pickle."],
    [
      "__class_getitem__",
      "($type, object, /)",
      (_ts, cls: PyType, item: Value) => new PyGenericAlias(cls, item),
      "See PEP 585",
      { binding: "class" },
    ],
  ],
  getset: [
    [
      "strings",
      (_ts, self: PyTemplate) => self.strings,
      null,
      "Strings around the interpolations.",
      "member",
    ],
    ["interpolations", (_ts, self: PyTemplate) => self.interpolations, null, "The interpolations.", "member"],
    [
      "values",
      (_ts, self: PyTemplate) =>
        new PyTuple(self.interpolations.items.map((i) => (i as PyInterpolation).value)),
      null,
      "Values of the interpolations.",
    ],
  ],
};

function newInterpolation(
  ts: ThreadState,
  _cls: PyType,
  args: Value[],
  kwnames: readonly string[] | null,
): Result<Value> {
  const names = ["value", "expression", "conversion", "format_spec"];
  const bound = bindKeywords(ts, "Interpolation", args, kwnames, names, 1);
  if (bound === null) return null;
  const [value, expression, conversion, formatSpec] = bound;
  const text = expression === undefined ? "" : asStr(expression);
  if (text === undefined) return raiseNotStr(ts, "expression", expression as Value);
  let converted: Value = None;
  if (conversion !== undefined && conversion !== None) {
    const given = asStr(conversion);
    if (given === undefined) return raiseNotStr(ts, "conversion", conversion);
    if (given !== "s" && given !== "r" && given !== "a") {
      const message = "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'";
      return raise(ts, ValueErrorType, message);
    }
    converted = given;
  }
  const spec = formatSpec === undefined ? "" : asStr(formatSpec);
  if (spec === undefined) return raiseNotStr(ts, "format_spec", formatSpec as Value);
  return new PyInterpolation(value as Value, text, converted, spec);
}

function raiseNotStr(ts: ThreadState, name: string, got: Value): null {
  const message = `Interpolation() argument '${name}' must be str, not ${typeName(got)}`;
  return raise(ts, TypeErrorType, message);
}

const partsOf = (i: PyInterpolation): Value[] => [i.value, i.expression, i.conversion, i.formatSpec];

const interpolation: TypeSpec = {
  name: "string.templatelib.Interpolation",
  doc: "An interpolation of a template string.",
  slots: {
    tp_new: newInterpolation,
    tp_repr: (ts, self: PyInterpolation) =>
      joined(ts, partsOf(self), (texts) => `Interpolation(${texts.join(", ")})`),
  },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyInterpolation) => new PyTuple([InterpolationType, new PyTuple(partsOf(self))]),
      "Helper for pickle.",
    ],
    [
      "__class_getitem__",
      "($type, object, /)",
      (_ts, cls: PyType, item: Value) => new PyGenericAlias(cls, item),
      "See PEP 585",
      { binding: "class" },
    ],
  ],
  getset: [
    ["value", (_ts, self: PyInterpolation) => self.value, null, "Value of the expression.", "member"],
    [
      "expression",
      (_ts, self: PyInterpolation) => self.expression,
      null,
      "Source text of the expression.",
      "member",
    ],
    ["conversion", (_ts, self: PyInterpolation) => self.conversion, null, "'s', 'r', 'a' or None.", "member"],
    ["format_spec", (_ts, self: PyInterpolation) => self.formatSpec, null, "Format specification.", "member"],
  ],
  attributes: { __match_args__: new PyTuple(["value", "expression", "conversion", "format_spec"]) },
};

function nextPart(_ts: ThreadState, self: PyTemplateIter): Value | undefined {
  const { strings, interpolations } = self.template;
  while (self.next < 2 * strings.items.length - 1) {
    const at = self.next++;
    if (at % 2 === 1) return interpolations.items[at >> 1];
    const text = strings.items[at >> 1];
    if (text !== "") return text;
  }
  return undefined;
}

const iterator: TypeSpec = {
  name: "string.templatelib.TemplateIter",
  slots: { tp_iter: (_ts, self: PyTemplateIter) => self, tp_iternext: nextPart },
};

/** Makes the types of template strings work. */
export function readyTemplateTypes(): void {
  readyType(TemplateType, template);
  readyType(InterpolationType, interpolation);
  readyType(TemplateIterType, iterator);
}
