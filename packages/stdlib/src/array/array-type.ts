import {
  asStr,
  type BufferView,
  ByteArrayType,
  BytesType,
  boundArgument,
  bufferBytes,
  builtin,
  CompareOp,
  callMethod,
  classGetItem,
  codePoints,
  compare,
  cutBound,
  decode,
  defineType,
  EOFErrorType,
  emptyTuple,
  equals,
  getInstanceDict,
  getIter,
  IndexErrorType,
  isInstance,
  iterate,
  type KwNames,
  ListType,
  type MethodRow,
  None,
  NotImplemented,
  noKeywords,
  outOfMemory,
  PyBytes,
  PyList,
  type PyObject,
  PySlice,
  PyTuple,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  releaseBuffer,
  repr,
  type Status,
  type Str,
  selfIter,
  sizeArgument,
  stateIndex,
  strFromCodePoints,
  strRepr,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toIndex,
  toJs,
  typeName,
  typeOf,
  unhashable,
  unpackSlice,
  type Value,
  ValueErrorType,
  wrapStr,
} from "@adder/objects";
import { type ItemType, itemBytes, itemTypes, readItems } from "./item-types.js";
import { PyArray } from "./py-array.js";

/** Most bytes that an array may hold. */
const MAX_BYTES = 2 ** 32;

const isArray = (v: Value): v is PyArray => v instanceof PyArray;

const itemsOf = (self: PyArray): Value[] => readItems(self.type, self.bytes);

/** Highest code point that there is; an array made of bytes may hold more. */
const MAX_CODE_POINT = 0x10ffff;

function item(ts: ThreadState, self: PyArray, index: number): Result<Value> {
  const { type } = self;
  const memory = self.view();
  if (type.unicode && memory.getUint32(index * type.size, true) > MAX_CODE_POINT) {
    return raise(ts, ValueErrorType, "chr() arg not in range(0x110000)");
  }
  return type.read(memory, index * type.size);
}

const NOT_UNICODE = "() may only be called on unicode type arrays ('u' or 'w')";

function appendItem(ts: ThreadState, self: PyArray, value: Value): Status {
  const bytes = itemBytes(ts, self.type, value);
  return bytes === null ? null : self.splice(ts, self.length, self.length, bytes);
}

function appendAll(ts: ThreadState, self: PyArray, values: Value): Status {
  return iterate(ts, values, (value) => appendItem(ts, self, value));
}

function appendBytes(ts: ThreadState, self: PyArray, bytes: Uint8Array): Status {
  if (bytes.length % self.type.size !== 0) {
    return raise(ts, ValueErrorType, "bytes length not a multiple of item size");
  }
  return self.splice(ts, self.length, self.length, bytes);
}

function appendText(ts: ThreadState, self: PyArray, text: Str): Status {
  const bytes = new Uint8Array(Uint32Array.from(Array.from(codePoints(text))).buffer);
  return self.splice(ts, self.length, self.length, bytes);
}

/** The typecode of an argument, as the message about a bad one has it. */
function itemTypeOf(ts: ThreadState, v: Value): Result<ItemType> {
  const text = asStr(v);
  if (text === undefined || codePoints(text).length !== 1) {
    const what = text === undefined ? typeName(v) : `a string of length ${codePoints(text).length}`;
    return raise(ts, TypeErrorType, `array() argument 1 must be a unicode character, not ${what}`);
  }
  const type = itemTypes.get(toJs(text));
  if (type !== undefined) return type;
  const list = [...itemTypes.keys()];
  const named = `${list.slice(0, -1).join(", ")} or ${list.at(-1)}`;
  return raise(ts, ValueErrorType, `bad typecode (must be ${named})`);
}

function newArray(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (cls === ArrayType && noKeywords(ts, "array.array", kwnames) === null) return null;
  const given = args.length - (kwnames?.length ?? 0);
  if (given < 1 || given > 2) {
    const bound = given < 1 ? "at least 1 argument" : "at most 2 arguments";
    return raise(ts, TypeErrorType, `array() takes ${bound} (${given} given)`);
  }
  const type = itemTypeOf(ts, args[0]);
  if (type === null) return null;
  if (type.typecode === "u") {
    const category = builtin(ts, "DeprecationWarning");
    const message = "The 'u' type code is deprecated and will be removed in Python 3.16";
    if (category === null || ts.interp.evaluator.warn(ts, category as PyType, message, 1) === null)
      return null;
  }
  const self = new PyArray(cls, type);
  const initial = given > 1 ? args[1] : None;
  if (given < 2 || initial === None) {
    return given > 1 && getIter(ts, initial) === null ? null : self;
  }
  return fill(ts, self, initial) === null ? null : self;
}

function fill(ts: ThreadState, self: PyArray, initial: Value): Status {
  const { type } = self;
  const text = asStr(initial);
  if (text !== undefined) {
    if (type.unicode) return appendText(ts, self, text);
    const message = `cannot use a str to initialize an array with typecode '${type.typecode}'`;
    return raise(ts, TypeErrorType, message);
  }
  if (isArray(initial)) {
    if (initial.type.unicode && !type.unicode) {
      const message = `cannot use a unicode array to initialize an array with typecode '${type.typecode}'`;
      return raise(ts, TypeErrorType, message);
    }
    if (initial.type.typecode === type.typecode) return self.splice(ts, 0, 0, initial.bytes.slice());
    for (const value of itemsOf(initial)) if (appendItem(ts, self, value) === null) return null;
    return true;
  }
  if (isInstance(initial, BytesType) || isInstance(initial, ByteArrayType)) {
    return appendBytes(ts, self, (initial as PyBytes).value.slice());
  }
  return appendAll(ts, self, initial);
}

function arrayRepr(ts: ThreadState, self: PyArray): Result<Str> {
  const head = `${self.cls.name}('${self.type.typecode}'`;
  if (self.length === 0) return `${head})`;
  if (self.type.unicode) {
    const text = textOf(ts, self);
    return text === null ? null : wrapStr(`${head}, `, strRepr(text), ")");
  }
  const items = repr(ts, new PyList(itemsOf(self)));
  return items === null ? null : wrapStr(`${head}, `, items, ")");
}

/** The characters of an array as str. ValueError where one is none. */
function textOf(ts: ThreadState, self: PyArray): Result<Str> {
  const view = self.view();
  const codes = Array.from({ length: self.length }, (_, i) => view.getUint32(i * 4, true));
  const bad = codes.findIndex((code) => code > MAX_CODE_POINT);
  if (bad < 0) return strFromCodePoints(codes);
  if (self.type.typecode === "u") {
    const hex = codes[bad].toString(16);
    return raise(ts, ValueErrorType, `character U+${hex} is not in range [U+0000; U+10ffff]`);
  }
  return decode(ts, self.bytes, "utf-32-le", "strict") as Result<Str>;
}

function arrayCompare(ts: ThreadState, a: Value, b: Value, op: CompareOp): Result<Value> {
  if (!isArray(a) || !isArray(b)) return NotImplemented;
  if (a.length !== b.length && (op === CompareOp.EQ || op === CompareOp.NE)) return op === CompareOp.NE;
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const x = item(ts, a, i);
    const y = x === null ? null : item(ts, b, i);
    if (x === null || y === null) return null;
    const same = equals(ts, x, y);
    if (same === null) return null;
    if (same) continue;
    if (op === CompareOp.EQ) return false;
    return op === CompareOp.NE ? true : compare(ts, x, y, op);
  }
  return compare(ts, a.length, b.length, op);
}

function subscript(ts: ThreadState, self: PyArray, key: Value): Result<Value> {
  if (key instanceof PySlice) {
    const range = unpackSlice(ts, key)?.adjust(self.length) ?? null;
    if (range === null) return null;
    const { size } = self.type;
    const bytes = new Uint8Array(range.count * size);
    for (let i = 0, at = range.start; i < range.count; i++, at += range.step) {
      bytes.set(self.bytes.subarray(at * size, (at + 1) * size), i * size);
    }
    return new PyArray(ArrayType, self.type, bytes);
  }
  const index = indexOf(ts, self, key, "array index out of range");
  return index === null ? null : item(ts, self, index);
}

function indexOf(ts: ThreadState, self: PyArray, key: Value, outOfRange: string): Result<number> {
  if (typeOf(key).nb_index === null) return raise(ts, TypeErrorType, "array indices must be integers");
  const given = sizeArgument(ts, key);
  if (given === null) return null;
  const index = given < 0 ? given + self.length : given;
  return index >= 0 && index < self.length ? index : raise(ts, IndexErrorType, outOfRange);
}

const NO_BYTES = new Uint8Array(0);

function setItem(ts: ThreadState, self: PyArray, key: Value, value: Value | undefined): Status {
  if (key instanceof PySlice) return setSlice(ts, self, key, value);
  const index = indexOf(ts, self, key, "array assignment index out of range");
  if (index === null) return null;
  if (value === undefined) return self.splice(ts, index, index + 1, NO_BYTES);
  return self.type.write(ts, self.view(), index * self.type.size, value);
}

function setSlice(ts: ThreadState, self: PyArray, key: PySlice, value: Value | undefined): Status {
  let bytes = NO_BYTES;
  if (value !== undefined) {
    if (!isArray(value)) {
      return raise(ts, TypeErrorType, `can only assign array (not "${typeName(value)}") to array slice`);
    }
    if (value.type.typecode !== self.type.typecode) {
      return raise(ts, TypeErrorType, "bad argument type for built-in operation");
    }
    bytes = value.bytes.slice();
  }
  const range = unpackSlice(ts, key)?.adjust(self.length) ?? null;
  if (range === null) return null;
  if (range.step === 1) {
    return self.splice(ts, range.start, Math.max(range.start, range.start + range.count), bytes);
  }
  const { size } = self.type;
  if (value === undefined) {
    const gone = new Set(Array.from({ length: range.count }, (_, i) => range.start + i * range.step));
    const kept = self.bytes.filter((_, i) => !gone.has(Math.floor(i / size)));
    return self.splice(ts, 0, self.length, kept);
  }
  const count = bytes.length / size;
  if (count !== range.count) {
    const message = `attempt to assign array of size ${count} to extended slice of size ${range.count}`;
    return raise(ts, ValueErrorType, message);
  }
  for (let i = 0, at = range.start; i < count; i++, at += range.step) {
    self.bytes.set(bytes.subarray(i * size, (i + 1) * size), at * size);
  }
  return true;
}

function repeated(ts: ThreadState, self: PyArray, count: number): Result<Uint8Array> {
  const unit = self.bytes;
  if (count <= 0 || unit.length === 0) return NO_BYTES;
  if (unit.length * count > MAX_BYTES) return outOfMemory(ts);
  const bytes = new Uint8Array(unit.length * count);
  for (let i = 0; i < count; i++) bytes.set(unit, i * unit.length);
  return bytes;
}

function concat(ts: ThreadState, self: PyArray, other: Value): Result<Value> {
  if (!isArray(other)) {
    return raise(ts, TypeErrorType, `can only append array (not "${typeName(other)}") to array`);
  }
  if (self.type.typecode !== other.type.typecode) {
    return raise(ts, TypeErrorType, "bad argument type for built-in operation");
  }
  const bytes = new Uint8Array(self.bytes.length + other.bytes.length);
  bytes.set(self.bytes);
  bytes.set(other.bytes, self.bytes.length);
  return new PyArray(ArrayType, self.type, bytes);
}

function extend(ts: ThreadState, self: PyArray, other: Value): Status {
  if (!isArray(other)) return appendAll(ts, self, other);
  if (self.type.typecode !== other.type.typecode) {
    return raise(ts, TypeErrorType, "can only extend with array of same kind");
  }
  return self.splice(ts, self.length, self.length, other.bytes.slice());
}

/** Index of the first item that equals a value, -1 if there is none. */
function find(ts: ThreadState, self: PyArray, value: Value, start: number, stop: number): Result<number> {
  for (let i = start; i < stop && i < self.length; i++) {
    const found = item(ts, self, i);
    const same = found === null ? null : equals(ts, found, value);
    if (same === null) return null;
    if (same) return i;
  }
  return -1;
}

function index(
  ts: ThreadState,
  self: PyArray,
  value: Value,
  startValue: Value | undefined,
  stopValue: Value | undefined,
): Result<Value> {
  const start = boundArgument(ts, startValue, 0);
  const stop = start === null ? null : boundArgument(ts, stopValue, self.length);
  if (start === null || stop === null) return null;
  const at = find(ts, self, value, cutBound(start, self.length), cutBound(stop, self.length));
  return at === null || at >= 0 ? at : raise(ts, ValueErrorType, "array.index(x): x not in array");
}

function count(ts: ThreadState, self: PyArray, value: Value): Result<Value> {
  let total = 0;
  for (let i = 0; i < self.length; i++) {
    const found = item(ts, self, i);
    const same = found === null ? null : equals(ts, found, value);
    if (same === null) return null;
    if (same) total++;
  }
  return total;
}

function pop(ts: ThreadState, self: PyArray, indexValue: Value | undefined): Result<Value> {
  const given = indexValue === undefined ? -1 : sizeArgument(ts, indexValue);
  if (given === null) return null;
  if (self.length === 0) return raise(ts, IndexErrorType, "pop from empty array");
  const at = given < 0 ? given + self.length : given;
  if (at < 0 || at >= self.length) return raise(ts, IndexErrorType, "pop index out of range");
  const value = item(ts, self, at);
  if (value === null) return null;
  return self.splice(ts, at, at + 1, NO_BYTES) === null ? null : value;
}

function insert(ts: ThreadState, self: PyArray, indexValue: Value, value: Value): Result<Value> {
  const given = sizeArgument(ts, indexValue);
  if (given === null) return null;
  const at = given < 0 ? Math.max(0, given + self.length) : Math.min(given, self.length);
  const bytes = itemBytes(ts, self.type, value);
  return bytes === null || self.splice(ts, at, at, bytes) === null ? null : None;
}

function fromList(ts: ThreadState, self: PyArray, list: Value): Result<Value> {
  if (!isInstance(list, ListType)) return raise(ts, TypeErrorType, "arg must be list");
  const before = self.length;
  for (const value of [...(list as PyList).items]) {
    if (appendItem(ts, self, value) !== null) continue;
    // All or nothing.
    const error = ts.pending;
    if (self.splice(ts, before, self.length, NO_BYTES) === null) return null;
    ts.pending = error;
    return null;
  }
  return None;
}

/** `fromfile(f, n)`. Raises EOFError when the file ends before. */
function fromFile(ts: ThreadState, self: PyArray, file: Value, countValue: Value): Result<Value> {
  const wanted = sizeArgument(ts, countValue);
  if (wanted === null) return null;
  if (wanted < 0) return raise(ts, ValueErrorType, "negative count");
  const read = callMethod(ts, file, "read", [wanted * self.type.size]);
  if (read === null) return null;
  if (!isInstance(read, BytesType)) return raise(ts, TypeErrorType, "read() didn't return bytes");
  const bytes = (read as PyBytes).value;
  if (appendBytes(ts, self, bytes.slice()) === null) return null;
  return bytes.length < wanted * self.type.size
    ? raise(ts, EOFErrorType, "read() didn't return enough bytes")
    : None;
}

function byteswap(self: PyArray): Value {
  const { size } = self.type;
  const { bytes } = self;
  for (let i = 0; i < bytes.length; i += size) bytes.subarray(i, i + size).reverse();
  return None;
}

function reduce(ts: ThreadState, self: PyArray, protocolValue: Value): Result<Value> {
  const protocol = toIndex(ts, protocolValue);
  if (protocol === null) return null;
  const dict = self.attrs === null ? None : getInstanceDict(ts, self);
  if (dict === null) return null;
  const { typecode, machineFormat } = self.type;
  if (protocol < 3) {
    const items: Result<Value> = self.type.unicode ? textOf(ts, self) : new PyList(itemsOf(self));
    if (items === null) return null;
    return new PyTuple([self.cls, new PyTuple([typecode, items]), dict]);
  }
  const module = ts.interp.evaluator.importModule(ts, "array");
  const rebuild =
    module === null ? null : callMethod(ts, module, "__getattribute__", ["_array_reconstructor"]);
  if (rebuild === null) return null;
  const parts = [self.cls, typecode, machineFormat, new PyBytes(self.bytes.slice())];
  return new PyTuple([rebuild, new PyTuple(parts), dict]);
}

function lend(self: PyArray): BufferView {
  self.exports++;
  let open = true;
  return {
    owner: self,
    bytes: self.bytes,
    readonly: false,
    format: self.type.format,
    itemsize: self.type.size,
    shape: [self.length],
    strides: [self.type.size],
    release() {
      if (open) self.exports--;
      open = false;
    },
  };
}

/** Iterator over an array. */
export class PyArrayIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  array: PyArray | null;
  /** Index of the next item. */
  index = 0;

  constructor(array: PyArray) {
    this.cls = ArrayIteratorType;
    this.array = array;
  }
}

/** `array.arrayiterator`. */
export const ArrayIteratorType: PyType = defineType({
  name: "array.arrayiterator",
  slots: {
    tp_iter: selfIter,
    tp_iternext: (ts, self: PyArrayIterator) => {
      const { array } = self;
      if (array === null) return undefined;
      if (self.index < array.length) return item(ts, array, self.index++);
      self.array = null;
      return undefined;
    },
  },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (ts, self: PyArrayIterator) => {
        const iter = builtin(ts, "iter");
        if (iter === null) return null;
        if (self.array === null) return new PyTuple([iter, new PyTuple([emptyTuple])]);
        return new PyTuple([iter, new PyTuple([self.array]), self.index]);
      },
      "Return state information for pickling.",
    ],
    [
      "__setstate__",
      "($self, state, /)",
      (ts, self: PyArrayIterator, state: Value) => {
        const index = stateIndex(ts, state);
        if (index === null) return null;
        if (self.array !== null) self.index = Math.max(0, Math.min(index, self.array.length));
        return None;
      },
      "Set state information for unpickling.",
    ],
  ],
});

const nothing = (status: Status): Result<Value> => (status === null ? null : None);

const copy = (_ts: ThreadState, self: PyArray): Value =>
  new PyArray(ArrayType, self.type, self.bytes.slice());

const methods: readonly MethodRow[] = [
  [
    "append",
    "($self, v, /)",
    (ts, self: PyArray, v: Value) => nothing(appendItem(ts, self, v)),
    "Append new value v to the end of the array.",
  ],
  [
    "buffer_info",
    "($self, /)",
    (_ts, self: PyArray) => new PyTuple([0, self.length]),
    "A pair of an address and the number of items. Memory of a JavaScript host has no address: it is 0.",
  ],
  [
    "byteswap",
    "($self, /)",
    (ts, self: PyArray) =>
      [1, 2, 4, 8].includes(self.type.size)
        ? byteswap(self)
        : raise(ts, RuntimeErrorType, "don't know how to byteswap this array type"),
    "Turns the bytes of each item around.",
  ],
  [
    "clear",
    "($self, /)",
    (ts, self: PyArray) => nothing(self.splice(ts, 0, self.length, NO_BYTES)),
    "Remove all items from the array.",
  ],
  ["__copy__", "($self, /)", copy, "Return a copy of the array."],
  ["__deepcopy__", "($self, unused, /)", copy, "Return a copy of the array."],
  ["count", "($self, v, /)", count, "Return number of occurrences of v in the array."],
  [
    "extend",
    "($self, bb, /)",
    (ts, self: PyArray, bb: Value) => nothing(extend(ts, self, bb)),
    "Append items to the end of the array.",
  ],
  [
    "frombytes",
    "($self, buffer, /)",
    (ts, self: PyArray, buffer: Value) => {
      const bytes = bufferBytes(ts, buffer);
      if (bytes === undefined) {
        return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(buffer)}'`);
      }
      return bytes === null ? null : nothing(appendBytes(ts, self, bytes.slice()));
    },
    "Appends the items that bytes hold as memory does.",
  ],
  [
    "fromfile",
    "($self, f, n, /)",
    fromFile,
    "Read n objects from the file object f and append them to the end of the array.",
  ],
  ["fromlist", "($self, list, /)", fromList, "Append items to array from list."],
  [
    "fromunicode",
    "($self, ustr, /)",
    (ts, self: PyArray, ustr: Value) => {
      const text = asStr(ustr);
      if (text === undefined) {
        return raise(ts, TypeErrorType, `fromunicode() argument must be str, not ${typeName(ustr)}`);
      }
      if (!self.type.unicode) return raise(ts, ValueErrorType, `fromunicode${NOT_UNICODE}`);
      return nothing(appendText(ts, self, text));
    },
    "Appends the characters of a str to an array of characters.",
  ],
  [
    "index",
    "($self, v, start=0, stop=sys.maxsize, /)",
    index,
    "Return index of first occurrence of v in the array.",
  ],
  ["insert", "($self, i, v, /)", insert, "Insert a new item v into the array before position i."],
  ["pop", "($self, i=-1, /)", pop, "Return the i-th element and delete it from the array."],
  ["__reduce_ex__", "($self, value, /)", reduce, "Return state information for pickling."],
  [
    "remove",
    "($self, v, /)",
    (ts, self: PyArray, v: Value) => {
      const at = find(ts, self, v, 0, self.length);
      if (at === null) return null;
      if (at < 0) return raise(ts, ValueErrorType, "array.remove(x): x not in array");
      return nothing(self.splice(ts, at, at + 1, NO_BYTES));
    },
    "Remove the first occurrence of v in the array.",
  ],
  [
    "reverse",
    "($self, /)",
    (_ts, self: PyArray) => {
      // Turning all bytes around turns each item around too.
      self.bytes.reverse();
      return byteswap(self);
    },
    "Reverse the order of the items in the array.",
  ],
  [
    "tobytes",
    "($self, /)",
    (_ts, self: PyArray) => new PyBytes(self.bytes.slice()),
    "The items as bytes, as memory holds them.",
  ],
  [
    "tofile",
    "($self, f, /)",
    (ts, self: PyArray, file: Value) =>
      callMethod(ts, file, "write", [new PyBytes(self.bytes.slice())]) === null ? null : None,
    "Write all items (as machine values) to the file object f.",
  ],
  [
    "tolist",
    "($self, /)",
    (_ts, self: PyArray) => new PyList(itemsOf(self)),
    "Convert array to an ordinary list with the same items.",
  ],
  [
    "tounicode",
    "($self, /)",
    (ts, self: PyArray) =>
      self.type.unicode ? textOf(ts, self) : raise(ts, ValueErrorType, `tounicode${NOT_UNICODE}`),
    "The characters of an array of characters as a str.",
  ],
  [
    "__sizeof__",
    "($self, /)",
    (_ts, self: PyArray) => 64 + self.bytes.length,
    "Size of the array in memory, in bytes.",
  ],
  ["__class_getitem__", "($type, object, /)", classGetItem, "See PEP 585", { binding: "class" }],
];

/** `array.array` (CPython `Modules/arraymodule.c`). */
export const ArrayType: PyType = defineType({
  name: "array.array",
  doc: "array(typecode [, initializer]) -> array\n\nA sequence of items of one type, which the typecode names, held as the machine holds them.",
  flags: TypeFlags.BASETYPE | TypeFlags.SEQUENCE | TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: newArray,
    tp_repr: arrayRepr,
    tp_hash: unhashable,
    tp_richcompare: arrayCompare,
    tp_iter: (_ts, self: PyArray) => new PyArrayIterator(self),
    sq_length: (_ts, self: PyArray) => self.length,
    sq_concat: concat,
    sq_repeat: (ts, self: PyArray, n: number) => {
      const bytes = repeated(ts, self, n);
      return bytes === null ? null : new PyArray(ArrayType, self.type, bytes);
    },
    sq_item: (ts, self: PyArray, i: number) =>
      i >= 0 && i < self.length ? item(ts, self, i) : raise(ts, IndexErrorType, "array index out of range"),
    sq_contains: (ts, self: PyArray, value: Value) => {
      const at = find(ts, self, value, 0, self.length);
      return at === null ? null : at >= 0;
    },
    sq_inplace_concat: (ts, self: PyArray, other: Value) => {
      if (!isArray(other)) {
        return raise(ts, TypeErrorType, `can only extend array with array (not "${typeName(other)}")`);
      }
      return extend(ts, self, other) === null ? null : self;
    },
    sq_inplace_repeat: (ts, self: PyArray, n: number) => {
      const bytes = repeated(ts, self, n);
      return bytes === null || self.splice(ts, 0, self.length, bytes) === null ? null : self;
    },
    mp_subscript: subscript,
    mp_ass_subscript: setItem,
    bf_getbuffer: (_ts, self: PyArray) => lend(self),
  },
  methods: [...methods, releaseBuffer],
  getset: [
    ["itemsize", (_ts, self: PyArray) => self.type.size, null, "the size, in bytes, of one array item"],
    [
      "typecode",
      (_ts, self: PyArray) => self.type.typecode,
      null,
      "the typecode character used to create the array",
    ],
  ],
});
