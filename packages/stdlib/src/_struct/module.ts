import {
  asStr,
  BUFFER_WRITABLE,
  BytesType,
  defineType,
  encode,
  hashDictKey,
  isInstance,
  type MethodRow,
  type ModuleSpec,
  None,
  outOfMemory,
  PyBytes,
  type PyInstance,
  type PyObject,
  PyPlainObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toIndex,
  toJs,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import {
  type Format,
  MAX_PACKED,
  packInto,
  parseFormat,
  StructErrorType,
  structError,
  unpackAt,
} from "./format.js";

/** Formats that were parsed before: programs use few of them, again and again. */
class FormatCache {
  readonly formats = new Map<string, Format>();
  static of(ts: ThreadState): FormatCache {
    return ts.interp.state(FormatCache, () => new FormatCache());
  }
}

/** The text of a format argument. */
function formatText(ts: ThreadState, v: Value): Result<string> {
  const text = asStr(v);
  if (text !== undefined) return encode(ts, text, "ascii", "strict") === null ? null : toJs(text);
  if (isInstance(v, BytesType)) return String.fromCharCode(...(v as PyBytes).value);
  return raise(ts, TypeErrorType, `Struct() argument 1 must be a str or bytes object, not ${typeOf(v).name}`);
}

function formatOf(ts: ThreadState, v: Value): Result<Format> {
  if (v instanceof PyStruct) return v.format;
  // CPython looks formats up in a dict.
  const text = asStr(v) === undefined && hashDictKey(ts, v) === null ? null : formatText(ts, v);
  if (text === null) return null;
  const { formats } = FormatCache.of(ts);
  let format: Format | null | undefined = formats.get(text);
  if (format === undefined) {
    format = parseFormat(ts, text);
    if (format === null) return null;
    if (formats.size > 100) formats.clear();
    formats.set(text, format);
  }
  return format;
}

/** Runs with the bytes of a buffer argument. */
function withBuffer(
  ts: ThreadState,
  v: Value,
  writable: boolean,
  use: (bytes: Uint8Array) => Result<Value>,
): Result<Value> {
  const getBuffer = typeOf(v).bf_getbuffer;
  if (getBuffer === null) {
    return raise(
      ts,
      TypeErrorType,
      writable
        ? `read-write bytes-like object expected, not ${typeName(v)}`
        : `a bytes-like object is required, not '${typeName(v)}'`,
    );
  }
  const view = getBuffer(ts, v, writable ? BUFFER_WRITABLE : 0);
  if (view === null) {
    if (!writable) return null;
    ts.pending = null;
    return raise(ts, TypeErrorType, `argument must be read-write bytes-like object, not ${typeName(v)}`);
  }
  const result = use(view.bytes);
  view.release();
  return result;
}

function pack(ts: ThreadState, format: Format, values: readonly Value[]): Result<Value> {
  if (format.size > MAX_PACKED) return outOfMemory(ts);
  const bytes = new Uint8Array(format.size);
  return packInto(ts, "pack", format, bytes, 0, values) === null ? null : new PyBytes(bytes);
}

function unpack(ts: ThreadState, format: Format, buffer: Value): Result<Value> {
  return withBuffer(ts, buffer, false, (bytes) =>
    bytes.length === format.size
      ? new PyTuple(unpackAt(format, bytes, 0))
      : structError(ts, `unpack requires a buffer of ${format.size} bytes`),
  );
}

/** Where an offset argument points, checked against the buffer. */
function place(
  ts: ThreadState,
  verb: "pack" | "unpack",
  format: Format,
  bytes: Uint8Array,
  offsetValue: Value | undefined,
): Result<number> {
  const offset = offsetValue === undefined ? 0 : toIndex(ts, offsetValue);
  if (offset === null) return null;
  let at = Number(offset);
  if (at < 0) {
    if (at + format.size > 0) {
      return structError(
        ts,
        verb === "pack"
          ? `no space to pack ${format.size} bytes at offset ${at}`
          : `not enough data to unpack ${format.size} bytes at offset ${at}`,
      );
    }
    if (at + bytes.length < 0)
      return structError(ts, `offset ${offset} out of range for ${bytes.length}-byte buffer`);
    at += bytes.length;
  }
  if (bytes.length - at < format.size) {
    return structError(
      ts,
      `${verb}_${verb === "pack" ? "into" : "from"} requires a buffer of at least ${BigInt(offset) + BigInt(format.size)} bytes for ${verb}ing ${format.size} bytes at offset ${at < Number.MAX_SAFE_INTEGER ? at : offset} (actual buffer size is ${bytes.length})`,
    );
  }
  return at;
}

function unpackFrom(
  ts: ThreadState,
  format: Format,
  buffer: Value,
  offset: Value | undefined,
): Result<Value> {
  return withBuffer(ts, buffer, false, (bytes) => {
    const at = place(ts, "unpack", format, bytes, offset);
    return at === null ? null : new PyTuple(unpackAt(format, bytes, at));
  });
}

function packIntoBuffer(ts: ThreadState, format: Format, args: readonly Value[]): Result<Value> {
  const [buffer, offset, ...values] = args;
  if (args.length < 2) {
    const missing = args.length === 0 ? "buffer" : "offset";
    return structError(ts, `pack_into expected ${missing} argument`);
  }
  // Values are counted before anything else is looked at.
  const wanted = format.items.length;
  if (values.length !== wanted) {
    return structError(ts, `pack_into expected ${wanted} items for packing (got ${values.length})`);
  }
  return withBuffer(ts, buffer, true, (bytes) => {
    const at = place(ts, "pack", format, bytes, offset);
    return at === null || packInto(ts, "pack_into", format, bytes, at, values) === null ? null : None;
  });
}

class PyUnpackIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  at = 0;
  constructor(
    readonly format: Format,
    readonly bytes: Uint8Array,
  ) {
    this.cls = UnpackIteratorType;
  }
}

const UnpackIteratorType: PyType = defineType({
  name: "_struct.unpack_iterator",
  flags: TypeFlags.DISALLOW_INSTANTIATION,
  slots: {
    tp_iter: (_ts, self: PyUnpackIterator) => self,
    tp_iternext(_ts, self: PyUnpackIterator) {
      if (self.at >= self.bytes.length) return undefined;
      const values = unpackAt(self.format, self.bytes, self.at);
      self.at += self.format.size;
      return new PyTuple(values);
    },
  },
  methods: [
    [
      "__length_hint__",
      "($self, /)",
      (_ts, self: PyUnpackIterator) => Math.floor((self.bytes.length - self.at) / self.format.size),
    ],
  ],
});

function iterUnpack(ts: ThreadState, format: Format, buffer: Value): Result<Value> {
  return withBuffer(ts, buffer, false, (bytes) => {
    if (format.size === 0) return structError(ts, "cannot iteratively unpack with a struct of length 0");
    if (bytes.length % format.size !== 0) {
      return structError(ts, `iterative unpacking requires a buffer of a multiple of ${format.size} bytes`);
    }
    return new PyUnpackIterator(format, bytes.slice());
  });
}

class PyStruct extends PyPlainObject {
  attrs: PyInstance | null = null;
  format: Format = { items: [], size: 0, little: true };
  text = "";
}

const StructType: PyType = defineType({
  name: "_struct.Struct",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_WEAKREFS,
  doc: "A parsed format.",
  slots: {
    tp_new: (_ts, cls) => new PyStruct(cls),
    tp_init(ts, self: PyStruct, args) {
      if (args.length > 1) {
        return raise(ts, TypeErrorType, `Struct() takes at most 1 argument (${args.length} given)`);
      }
      if (args.length === 0) {
        return raise(ts, TypeErrorType, "Struct() missing required argument 'format' (pos 1)");
      }
      const text = formatText(ts, args[0]);
      const format = text === null ? null : parseFormat(ts, text);
      if (text === null || format === null) return null;
      self.text = text;
      self.format = format;
      return true;
    },
    tp_repr: (_ts, self: PyStruct) => strFromJs(`${self.cls.name}('${self.text}')`),
  },
  methods: [
    [
      "pack",
      "($self, /, *values)",
      (ts, self: PyStruct, args: Value[]) => pack(ts, self.format, args),
      "Bytes of values.",
      { hidden: true },
    ],
    [
      "unpack",
      "($self, buffer, /)",
      (ts, self: PyStruct, buffer: Value) => unpack(ts, self.format, buffer),
      "Values of bytes.",
    ],
    [
      "pack_into",
      "($self, buffer, offset, /, *values)",
      (ts, self: PyStruct, args: Value[]) => packIntoBuffer(ts, self.format, args),
      "Writes values into a buffer.",
      { hidden: true },
    ],
    [
      "unpack_from",
      "($self, /, buffer, offset=0)",
      (ts, self: PyStruct, buffer: Value, offset: Value | undefined) =>
        unpackFrom(ts, self.format, buffer, offset),
      "Values of a part of a buffer.",
    ],
    [
      "iter_unpack",
      "($self, buffer, /)",
      (ts, self: PyStruct, buffer: Value) => iterUnpack(ts, self.format, buffer),
      "Iterates over a buffer.",
    ],
  ],
  getset: [
    ["format", (_ts, self: PyStruct) => strFromJs(self.text), null, "The format string."],
    ["size", (_ts, self: PyStruct) => self.format.size, null, "Bytes of the format."],
  ],
});

/** Functions that take the format as their first argument. */
const functions: MethodRow[] = [
  [
    "calcsize",
    "($module, format, /)",
    (ts, _m, v: Value) => {
      const format = formatOf(ts, v);
      return format === null ? null : format.size;
    },
    "Bytes of a format.",
  ],
  [
    "pack",
    "($module, format, /, *values)",
    (ts, _m, args: Value[]) => {
      if (args.length === 0) return raise(ts, TypeErrorType, "missing format argument");
      const format = formatOf(ts, args[0]);
      return format === null ? null : pack(ts, format, args.slice(1));
    },
    "Bytes of values.",
    { hidden: true },
  ],
  [
    "pack_into",
    "($module, format, buffer, offset, /, *values)",
    (ts, _m, args: Value[]) => {
      if (args.length === 0) return raise(ts, TypeErrorType, "missing format argument");
      const format = formatOf(ts, args[0]);
      return format === null ? null : packIntoBuffer(ts, format, args.slice(1));
    },
    "Writes values into a buffer.",
    { hidden: true },
  ],
  [
    "unpack",
    "($module, format, buffer, /)",
    (ts, _m, v: Value, buffer: Value) => {
      const format = formatOf(ts, v);
      return format === null ? null : unpack(ts, format, buffer);
    },
    "Values of bytes.",
  ],
  [
    "unpack_from",
    "($module, format, /, buffer, offset=0)",
    (ts, _m, v: Value, buffer: Value, offset: Value | undefined) => {
      const format = formatOf(ts, v);
      return format === null ? null : unpackFrom(ts, format, buffer, offset);
    },
    "Values of a part of a buffer.",
  ],
  [
    "iter_unpack",
    "($module, format, buffer, /)",
    (ts, _m, v: Value, buffer: Value) => {
      const format = formatOf(ts, v);
      return format === null ? null : iterUnpack(ts, format, buffer);
    },
    "Iterates over a buffer.",
  ],
  [
    "_clearcache",
    "($module, /)",
    (ts) => {
      FormatCache.of(ts).formats.clear();
      return None;
    },
  ],
];

/** `_struct` (CPython `Modules/_struct.c`). */
export const structModule: ModuleSpec = {
  name: "_struct",
  doc: "Values as bytes, by formats.",
  functions,
  types: [StructType],
  attributes: { error: StructErrorType },
};
