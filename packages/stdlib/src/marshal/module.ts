import {
  CodeObject,
  MARSHAL_VERSION,
  type MarshalValue,
  marshal,
  PACKED_CODE,
  packCode,
  unmarshal,
  unpackCode,
} from "@adder/bytecode";
import {
  callMethod,
  constantValue,
  Ellipsis,
  EOFErrorType,
  FrozenSetType,
  isTrue,
  type ModuleSpec,
  None,
  PyByteArray,
  PyBytes,
  PyCode,
  PyComplex,
  PyDict,
  PyFloat,
  PyList,
  PySet,
  PySlice,
  PyTuple,
  PyWideStr,
  type Result,
  raise,
  StopIterationType,
  type ThreadState,
  TypeErrorType,
  toInt,
  toJs,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** What marshal writes for a value; `undefined` for one that it does not know. */
function toMarshal(v: Value, depth: number, allowCode: boolean): MarshalValue | undefined | "code" {
  if (typeof v !== "object") return v;
  if (v === None) return null;
  if (v === Ellipsis) return { type: "ellipsis" };
  if (v === StopIterationType) return { type: "stopiteration" };
  if (depth > 2000) return undefined;
  if (v instanceof PyCode) return allowCode ? v.code : "code";
  if (v instanceof PyWideStr) {
    const points = Array.from(v.codePoints);
    const lone = points.some((c) => c >= 0xd800 && c <= 0xdfff);
    return lone ? { type: "str", codePoints: points } : toJs(v);
  }
  const many = (items: readonly Value[]): MarshalValue[] | undefined | "code" => {
    const out: MarshalValue[] = [];
    for (const item of items) {
      const made = toMarshal(item, depth + 1, allowCode);
      if (made === undefined || made === "code") {
        // The str "code" itself is a value like any other.
        if (item !== "code") return made as undefined | "code";
      }
      out.push(made as MarshalValue);
    }
    return out;
  };
  const wrap = (
    type: "tuple" | "list" | "set" | "frozenset",
    items: readonly Value[],
  ): MarshalValue | undefined | "code" => {
    const made = many(items);
    return made === undefined || made === "code" ? made : ({ type, items: made } as MarshalValue);
  };
  if (v instanceof PyFloat) return { type: "float", value: v.value };
  if (v instanceof PyComplex) return { type: "complex", real: v.real, imag: v.imag };
  if (v instanceof PyBytes || v instanceof PyByteArray) return { type: "bytes", value: v.value.slice() };
  if (v instanceof PyTuple) return wrap("tuple", v.items);
  if (v instanceof PyList) return wrap("list", v.items);
  if (v instanceof PySet) {
    const items = v.table.filter((item): item is Value => item !== null && item !== undefined);
    return wrap(typeOf(v) === FrozenSetType ? "frozenset" : "set", items);
  }
  if (v instanceof PyDict) {
    const entries: [MarshalValue, MarshalValue][] = [];
    for (let i = 0; i < v.keys.length; i++) {
      const key = v.keys[i];
      if (key === undefined) continue;
      const pair = many([key, v.values[i] as Value]);
      if (pair === undefined || pair === "code") return pair;
      entries.push([pair[0], pair[1]]);
    }
    return { type: "dict", entries };
  }
  if (v instanceof PySlice) {
    const parts = many([v.start, v.stop, v.step]);
    if (parts === undefined || parts === "code") return parts;
    return { type: "slice", start: parts[0], stop: parts[1], step: parts[2] } as MarshalValue;
  }
  return undefined;
}

/** The Python value of what marshal read. */
function fromMarshal(ts: ThreadState, m: MarshalValue): Result<Value> {
  if (m === null || typeof m !== "object") return constantValue(ts, m);
  switch (m.type) {
    case "list":
    case "tuple":
    case "set":
    case "frozenset": {
      const items: Value[] = [];
      for (const item of m.items as readonly MarshalValue[]) {
        const value = fromMarshal(ts, item);
        if (value === null) return null;
        items.push(value);
      }
      if (m.type === "list") return new PyList(items);
      if (m.type === "tuple") return new PyTuple(items);
      const set = m.type === "frozenset" ? new PySet(FrozenSetType) : new PySet();
      for (const item of items) if (set.add(ts, item) === null) return null;
      return set;
    }
    case "dict": {
      const dict = new PyDict();
      for (const [k, v] of m.entries) {
        const key = fromMarshal(ts, k);
        const value = key === null ? null : fromMarshal(ts, v);
        if (key === null || value === null || dict.set(ts, key, value) === null) return null;
      }
      return dict;
    }
    case "stopiteration":
      return StopIterationType;
    default:
      return constantValue(ts, m);
  }
}

const ERRORS = { EOFError: EOFErrorType, ValueError: ValueErrorType, TypeError: TypeErrorType } as const;

/**
 * The bytes of a value. Code on its own, which is what cached modules are, is packed in the form that loads fastest,
 * unless an older version of marshal is asked for.
 */
function dumps(
  ts: ThreadState,
  value: Value,
  version: Value | undefined,
  allowCodeValue: Value | undefined,
): Result<Value> {
  const allowCode = allowCodeValue === undefined ? true : isTrue(ts, allowCodeValue);
  if (allowCode === null) return null;
  if (value instanceof PyCode && allowCode && (version === undefined || version === MARSHAL_VERSION)) {
    const packed = packCode(value.code);
    if (packed !== null) return new PyBytes(packed);
  }
  const made = toMarshal(value, 0, allowCode);
  if (made === "code" && value !== "code")
    return raise(ts, ValueErrorType, "marshalling code objects is disallowed");
  if (made === undefined) return raise(ts, ValueErrorType, "unmarshallable object");
  const bytes = marshal(made as MarshalValue);
  return bytes instanceof Uint8Array
    ? new PyBytes(bytes)
    : raise(ts, ValueErrorType, "object too deeply nested to marshal");
}

function loadBytes(
  ts: ThreadState,
  bytes: Uint8Array,
  allowCodeValue: Value | undefined,
): Result<[Value, number]> {
  const allowCode = allowCodeValue === undefined ? true : isTrue(ts, allowCodeValue);
  if (allowCode === null) return null;
  if (bytes[0] === PACKED_CODE) {
    const packed = unpackCode(bytes);
    if (packed.error === "truncated") return raise(ts, EOFErrorType, "marshal data too short");
    if (packed.error !== null) return raise(ts, ValueErrorType, "bad marshal data (packed code is damaged)");
    if (!allowCode) return raise(ts, ValueErrorType, "unmarshalling code objects is disallowed");
    return [new PyCode(ts, packed.code), packed.length];
  }
  const read = unmarshal(bytes);
  if (read.error !== null) return raise(ts, ERRORS[read.error.type], read.error.message);
  if (!allowCode && read.value instanceof CodeObject) {
    return raise(ts, ValueErrorType, "unmarshalling code objects is disallowed");
  }
  const value = fromMarshal(ts, read.value);
  return value === null ? null : [value, read.length];
}

function bytesOf(ts: ThreadState, v: Value): Result<Uint8Array> {
  const getBuffer = typeOf(v).bf_getbuffer;
  if (getBuffer === null)
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(v)}'`);
  const view = getBuffer(ts, v, false);
  if (view === null) return null;
  const { bytes } = view;
  view.release();
  return bytes;
}

/** `marshal` (CPython `Python/marshal.c`). */
export const marshalModule: ModuleSpec = {
  name: "marshal",
  doc: "Values and code as bytes, for cached modules.",
  attributes: { version: MARSHAL_VERSION },
  functions: [
    [
      "dumps",
      "($module, value, version=version, /, *, allow_code=True)",
      (ts, _m, value: Value, version: Value | undefined, allowCode: Value | undefined) =>
        dumps(ts, value, version, allowCode),
      "The bytes of a value.",
    ],
    [
      "loads",
      "($module, bytes, /, *, allow_code=True)",
      (ts, _m, data: Value, allowCode: Value | undefined) => {
        const bytes = bytesOf(ts, data);
        if (bytes === null) return null;
        const loaded = loadBytes(ts, bytes, allowCode);
        return loaded === null ? null : loaded[0];
      },
      "The value of bytes.",
    ],
    [
      "dump",
      "($module, value, file, version=version, /, *, allow_code=True)",
      (ts, _m, value: Value, file: Value, version: Value | undefined, allowCode: Value | undefined) => {
        const bytes = dumps(ts, value, version, allowCode);
        return bytes === null ? null : callMethod(ts, file, "write", [bytes]);
      },
      "Writes the bytes of a value.",
    ],
    [
      "load",
      "($module, file, /, *, allow_code=True)",
      (ts, _m, file: Value, allowCode: Value | undefined) => {
        const start = callMethod(ts, file, "tell", []);
        const data = start === null ? null : callMethod(ts, file, "read", []);
        if (start === null || data === null) return null;
        const bytes = bytesOf(ts, data);
        if (bytes === null) return null;
        const loaded = loadBytes(ts, bytes, allowCode);
        if (loaded === null) return null;
        // The rest of the file is somebody else's.
        const position = Number(toInt(start) ?? 0) + loaded[1];
        return callMethod(ts, file, "seek", [position]) === null ? null : loaded[0];
      },
      "Reads a value.",
    ],
  ],
};
