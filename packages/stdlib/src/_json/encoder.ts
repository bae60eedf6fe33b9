import {
  addNote,
  asStr,
  bindKeywords,
  call,
  callMethod,
  concat,
  DictType,
  defineType,
  floatRepr,
  fullTypeName,
  type Int,
  intToDecimal,
  isInstance,
  isTrue,
  joinStr,
  type KwNames,
  ListType,
  None,
  objectId,
  PyBuiltinFunction,
  type PyDict,
  PyList,
  PyPlainObject,
  PyTuple,
  type PyType,
  RecursionErrorType,
  type Result,
  raise,
  repeat,
  repr,
  type Status,
  type Str,
  strFromJs,
  type ThreadState,
  TupleType,
  TypeErrorType,
  TypeFlags,
  toArray,
  toFloat,
  toInt,
  toSize,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { encodeAscii, encodeText } from "./encode-string.js";

/** Containers may nest this deep, about as deep as C's stack lets them in CPython. */
const MAX_DEPTH = 20_000;

/** How strings are written: by one of this module's functions, or by a callable. */
type StringEncoder = "ascii" | "text" | "callable";

/** Writes JSON values (CPython `PyEncoderObject`). */
export class PyEncoder extends PyPlainObject {
  markers: Value = None;
  default: Value = None;
  encoder: Value = None;
  kind: StringEncoder = "callable";
  indent: Value = None;
  keySeparator: Str = "";
  itemSeparator: Str = "";
  sortKeys = false;
  skipKeys = false;
  allowNaN = false;
}

/** What is being written: a list or tuple, a dict, or an object that `default` replaces (then `items` is `null`). */
interface Open {
  readonly object: Value;
  readonly items: readonly Value[] | null;
  /** Values of a dict, by the index of their keys in `items`. */
  readonly values: readonly Value[] | null;
  readonly marker: Int | null;
  index: number;
  /** Nothing has been written of it yet. */
  empty: boolean;
}

/** One writing; containers are kept on a stack, so that nesting costs none of the host's. */
class Writer {
  readonly parts: Str[] = [];
  private readonly stack: Open[] = [];

  constructor(
    private readonly ts: ThreadState,
    private readonly self: PyEncoder,
    private level: number,
  ) {}

  /** Writes a value; after a failure the containers around the place are noted on the exception. */
  write(value: Value): Status {
    if (this.value(value) !== null && this.run() !== null) return true;
    const { ts } = this;
    const error = ts.pending;
    for (let open = this.stack.pop(); error !== null && open !== undefined; open = this.stack.pop()) {
      const type = fullTypeName(open.object);
      let what = "object";
      if (open.values !== null) {
        ts.pending = null;
        const key = repr(ts, (open.items as readonly Value[])[open.index - 1]);
        if (key === null) return null;
        ts.pending = error;
        if (addNote(ts, error, concat(`when serializing ${type} item `, key)) === null) return null;
        continue;
      }
      if (open.items !== null) what = `item ${open.index - 1}`;
      if (addNote(ts, error, strFromJs(`when serializing ${type} ${what}`)) === null) return null;
    }
    return null;
  }

  private run(): Status {
    const { stack } = this;
    for (let open = stack[stack.length - 1]; open !== undefined; open = stack[stack.length - 1]) {
      if (open.items === null) {
        // What `default` gave has been written.
        stack.pop();
        if (this.unmark(open) === null) return null;
        continue;
      }
      if (open.index >= open.items.length) {
        stack.pop();
        if (this.unmark(open) === null) return null;
        if (!open.empty && this.self.indent !== None) {
          this.level--;
          this.newline();
        }
        const isDict = open.values !== null;
        this.parts.push(open.empty ? (isDict ? "{}" : "[]") : isDict ? "}" : "]");
        continue;
      }
      const index = open.index++;
      if (open.values === null) {
        this.separate(open, "[");
        if (this.value(open.items[index]) === null) return null;
        continue;
      }
      const key = this.key(open.items[index]);
      if (key === null) {
        // A note tells where a value stands, not that the key is wrong.
        stack.pop();
        return null;
      }
      if (key === undefined) continue;
      this.separate(open, "{");
      if (this.string(key) === null) return null;
      this.parts.push(this.self.keySeparator);
      if (this.value(open.values[index]) === null) return null;
    }
    return true;
  }

  private separate(open: Open, bracket: string): void {
    const { self } = this;
    if (open.empty) {
      open.empty = false;
      this.parts.push(bracket);
      if (self.indent !== None) {
        this.level++;
        this.newline();
      }
      return;
    }
    this.parts.push(self.itemSeparator);
    if (self.indent !== None) this.newline();
  }

  private newline(): void {
    this.parts.push(concat("\n", repeat(asStr(this.self.indent) as Str, this.level)));
  }

  /** Writes a scalar, or opens a container. */
  private value(v: Value): Status {
    const { parts, ts } = this;
    if (v === None) parts.push("null");
    else if (typeof v === "boolean") parts.push(v ? "true" : "false");
    else if (typeof v === "number") parts.push(`${v}`);
    else {
      const text = asStr(v);
      if (text !== undefined) return this.string(v);
      const n = toInt(v);
      if (n !== undefined) {
        const digits = intToDecimal(ts, n);
        if (digits === null) return null;
        parts.push(digits);
        return true;
      }
      const x = toFloat(v);
      if (x !== undefined) {
        const shown = this.float(x);
        if (shown === null) return null;
        parts.push(shown);
        return true;
      }
      return this.open(v);
    }
    return true;
  }

  private open(v: Value): Status {
    const { ts, self } = this;
    let items: readonly Value[] | null = null;
    let values: readonly Value[] | null = null;
    if (isInstance(v, ListType) || isInstance(v, TupleType)) items = (v as PyList | PyTuple).items;
    else if (isInstance(v, DictType)) {
      const members = this.members(v as PyDict);
      if (members === null) return null;
      items = members.keys;
      values = members.values;
    }
    if (items !== null && items.length === 0) {
      this.parts.push(values !== null ? "{}" : "[]");
      return true;
    }
    let marker: Int | null = null;
    if (self.markers !== None) {
      marker = objectId(ts, v);
      const markers = self.markers as PyDict;
      const seen = markers.get(ts, marker);
      if (seen === null) return null;
      if (seen !== undefined) return raise(ts, ValueErrorType, "Circular reference detected");
      if (markers.set(ts, marker, v) === null) return null;
    }
    if (this.stack.length >= MAX_DEPTH) {
      return raise(ts, RecursionErrorType, "maximum recursion depth exceeded while encoding a JSON object");
    }
    if (items !== null) {
      this.stack.push({ object: v, items, values, marker, index: 0, empty: true });
      return true;
    }
    const replacement = call(ts, self.default, [v]);
    if (replacement === null) return null;
    this.stack.push({ object: v, items: null, values: null, marker, index: 0, empty: true });
    return this.value(replacement);
  }

  /** Keys and values of a dict, in the order in which they are written. */
  private members(
    dict: PyDict,
  ): Result<{ readonly keys: readonly Value[]; readonly values: readonly Value[] }> {
    const { ts, self } = this;
    if (dict.size === 0 && typeOf(dict) === DictType) return { keys: [], values: [] };
    if (!self.sortKeys && typeOf(dict) === DictType)
      return { keys: dict.keysArray(), values: dict.valuesArray() };
    if (dict.size === 0) return { keys: [], values: [] };
    const view = callMethod(ts, dict, "items", []);
    const pairs = view === null ? null : toArray(ts, view);
    if (pairs === null) return null;
    const list = new PyList(pairs);
    if (self.sortKeys && callMethod(ts, list, "sort", []) === null) return null;
    const keys: Value[] = [];
    const values: Value[] = [];
    for (const pair of list.items) {
      if (!isInstance(pair, TupleType) || (pair as PyTuple).items.length !== 2) {
        return raise(ts, ValueErrorType, "items must return 2-tuples");
      }
      keys.push((pair as PyTuple).items[0]);
      values.push((pair as PyTuple).items[1]);
    }
    return { keys, values };
  }

  private unmark(open: Open): Status {
    if (open.marker === null) return true;
    return (this.self.markers as PyDict).delete(this.ts, open.marker) === null ? null : true;
  }

  /** The key of a member as a str; `undefined` when it is to be left out. */
  private key(key: Value): Result<Value | undefined> {
    if (asStr(key) !== undefined) return key;
    const x = toFloat(key);
    if (x !== undefined) return this.float(x);
    if (key === true) return "true";
    if (key === false) return "false";
    if (key === None) return "null";
    const n = toInt(key);
    if (n !== undefined) return intToDecimal(this.ts, n);
    if (this.self.skipKeys) return undefined;
    return raise(this.ts, TypeErrorType, `keys must be str, int, float, bool or None, not ${typeName(key)}`);
  }

  private float(x: number): Result<string> {
    if (Number.isFinite(x)) return floatRepr(x);
    if (!this.self.allowNaN) {
      return raise(
        this.ts,
        ValueErrorType,
        `Out of range float values are not JSON compliant: ${floatRepr(x)}`,
      );
    }
    return Number.isNaN(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity";
  }

  private string(v: Value): Status {
    const { self, parts, ts } = this;
    if (self.kind === "ascii") parts.push(encodeAscii(asStr(v) as Str));
    else if (self.kind === "text") parts.push(encodeText(asStr(v) as Str));
    else {
      const encoded = call(ts, self.encoder, [v]);
      if (encoded === null) return null;
      const text = asStr(encoded);
      if (text === undefined) {
        return raise(ts, TypeErrorType, `encoder() must return a string, not ${typeName(encoded)}`);
      }
      parts.push(text);
    }
    return true;
  }
}

function encode(ts: ThreadState, self: PyEncoder, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "_iterencode", args, kwnames, ["obj", "_current_indent_level"], 2, 2);
  if (bound === null) return null;
  const level = toSize(ts, bound[1] as Value);
  if (level === null) return null;
  const writer = new Writer(ts, self, level);
  if (writer.write(bound[0] as Value) === null) return null;
  return new PyTuple([joinStr(writer.parts, "")]);
}

const PARAMETERS = [
  "markers",
  "default",
  "encoder",
  "indent",
  "key_separator",
  "item_separator",
  "sort_keys",
  "skipkeys",
  "allow_nan",
];

function newEncoder(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "make_encoder", args, kwnames, PARAMETERS, 9, 9) as Value[] | null;
  if (bound === null) return null;
  const [markers, fallback, encoder, indent, keySeparator, itemSeparator] = bound;
  const wrong = (index: number, expected: string): null =>
    raise(
      ts,
      TypeErrorType,
      `make_encoder() argument ${index + 1} must be ${expected}, not ${typeName(bound[index])}`,
    );
  const key = asStr(keySeparator);
  if (key === undefined) return wrong(4, "str");
  const item = asStr(itemSeparator);
  if (item === undefined) return wrong(5, "str");
  const flags: boolean[] = [];
  for (const flag of bound.slice(6)) {
    const set = isTrue(ts, flag);
    if (set === null) return null;
    flags.push(set);
  }
  if (markers !== None && !isInstance(markers, DictType)) return wrong(0, "dict or None");
  if (indent !== None && asStr(indent) === undefined) return wrong(3, "str or None");
  const self = new PyEncoder(cls);
  self.markers = markers;
  self.default = fallback;
  self.encoder = encoder;
  self.indent = indent;
  self.keySeparator = key;
  self.itemSeparator = item;
  [self.sortKeys, self.skipKeys, self.allowNaN] = flags;
  if (encoder instanceof PyBuiltinFunction && encoder.def.fn === encodeAsciiFunction) self.kind = "ascii";
  if (encoder instanceof PyBuiltinFunction && encoder.def.fn === encodeTextFunction) self.kind = "text";
  return self;
}

/** `_json.encode_basestring_ascii`. Raises TypeError. */
export function encodeAsciiFunction(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const text = asStr(v);
  if (text !== undefined) return encodeAscii(text);
  return raise(ts, TypeErrorType, `first argument must be a string, not ${typeName(v)}`);
}

/** `_json.encode_basestring`. Raises TypeError. */
export function encodeTextFunction(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const text = asStr(v);
  if (text !== undefined) return encodeText(text);
  return raise(ts, TypeErrorType, `first argument must be a string, not ${typeName(v)}`);
}

/** `_json.make_encoder`. */
export const EncoderType = defineType({
  name: "_json.Encoder",
  doc: "Writes JSON values.",
  flags: TypeFlags.BASETYPE,
  slots: { tp_new: newEncoder, tp_call: encode },
  getset: [
    ["markers", (_ts, self: PyEncoder) => self.markers, null, "markers", "member"],
    ["default", (_ts, self: PyEncoder) => self.default, null, "default", "member"],
    ["encoder", (_ts, self: PyEncoder) => self.encoder, null, "encoder", "member"],
    ["indent", (_ts, self: PyEncoder) => self.indent, null, "indent", "member"],
    ["key_separator", (_ts, self: PyEncoder) => self.keySeparator, null, "key_separator", "member"],
    ["item_separator", (_ts, self: PyEncoder) => self.itemSeparator, null, "item_separator", "member"],
    ["sort_keys", (_ts, self: PyEncoder) => self.sortKeys, null, "sort_keys", "member"],
    ["skipkeys", (_ts, self: PyEncoder) => self.skipKeys, null, "skipkeys", "member"],
  ],
});
