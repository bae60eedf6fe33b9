import {
  MARSHAL_VERSION,
  type MarshalValue,
  marshal,
  PACKED_CODE,
  packCode,
  unmarshal,
  unpackCode,
} from "@adder/bytecode";
import {
  ComplexType,
  callMethod,
  constantValue,
  DictType,
  Ellipsis,
  EOFErrorType,
  FloatType,
  FrozenSetType,
  isTrue,
  ListType,
  type ModuleSpec,
  None,
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
  SetType,
  SliceType,
  StopIterationType,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toInt,
  toJs,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** Deepest nesting of values (CPython `MAX_MARSHAL_STACK_DEPTH`). */
const MAX_DEPTH = 2000;

/** Types whose instances are written, those of their subclasses not (CPython `w_complex_object` looks at exact types). */
const exactTypes: ReadonlySet<unknown> = new Set([
  ComplexType,
  DictType,
  FloatType,
  FrozenSetType,
  ListType,
  SetType,
  SliceType,
  TupleType,
]);

/**
 * Values that were begun and whose items are still to come, the innermost last: a stack of our own, because values nest by
 * the thousand. Items are taken in order, and each is complete before the next one is begun.
 */
class Agenda {
  private frames: (() => Result<boolean>)[] = [];

  /** Adds a value by a function that takes the next item, and answers false when there is none left. */
  add(next: () => Result<boolean>): void {
    this.frames.push(next);
  }

  /** Completes what `begin` begins. */
  finish<T>(begin: () => Result<T>): Result<T> {
    const outer = this.frames;
    this.frames = [];
    let result = begin();
    while (result !== null && this.frames.length > 0) {
      const more = this.frames.at(-1)!();
      if (more === null) result = null;
      else if (!more) this.frames.pop();
    }
    this.frames = outer;
    return result;
  }
}

/** A value of marshal's; in an object, because the value may be null. */
interface Encoded {
  readonly value: MarshalValue;
}

/** Turns Python's values into what marshal writes; an object that occurs again is the same one there. */
class Encoder {
  private readonly known = new Map<Value, MarshalValue>();
  private readonly agenda = new Agenda();

  constructor(
    private readonly ts: ThreadState,
    private readonly allowCode: boolean,
  ) {}

  /** Raises ValueError for what marshal does not know. */
  encode(v: Value, depth = 0): Result<Encoded> {
    return this.agenda.finish(() => this.begin(v, depth));
  }

  /** The value, whose items may be still to come. */
  private begin(v: Value, depth: number): Result<Encoded> {
    if (depth >= MAX_DEPTH) return raise(this.ts, ValueErrorType, "object too deeply nested to marshal");
    if (typeof v !== "object") return { value: v };
    if (v === None) return { value: null };
    const known = this.known.get(v);
    if (known !== undefined) return { value: known };
    return this.object(v, depth + 1);
  }

  private remember(v: Value, value: MarshalValue): Encoded {
    this.known.set(v, value);
    return { value };
  }

  private object(v: object & Value, depth: number): Result<Encoded> {
    const { ts } = this;
    if (v === Ellipsis) return this.remember(v, { type: "ellipsis" });
    if (v === StopIterationType) return this.remember(v, { type: "stopiteration" });
    if (v instanceof PyCode) {
      if (this.allowCode) return this.remember(v, v.code);
      return raise(ts, ValueErrorType, "marshalling code objects is disallowed");
    }
    if (v instanceof PyWideStr) {
      const points = Array.from(v.codePoints);
      const lone = points.some((c) => c >= 0xd800 && c <= 0xdfff);
      return this.remember(v, lone ? { type: "str", codePoints: points } : toJs(v));
    }
    const type = typeOf(v);
    if (exactTypes.has(type)) {
      if (v instanceof PyFloat) return this.remember(v, { type: "float", value: v.value });
      if (v instanceof PyComplex) return this.remember(v, { type: "complex", real: v.real, imag: v.imag });
      if (v instanceof PyTuple) return this.sequence(v, "tuple", v.items, depth);
      if (v instanceof PyList) return this.sequence(v, "list", v.items, depth);
      if (v instanceof PySet) return this.set(v, type === FrozenSetType ? "frozenset" : "set", depth);
      if (v instanceof PyDict) return this.dict(v, depth);
      if (v instanceof PySlice) return this.slice(v, depth);
    }
    const borrow = type.bf_getbuffer;
    if (borrow === null) return raise(ts, ValueErrorType, "unmarshallable object");
    const view = borrow(ts, v, 0);
    if (view === null) return null;
    const bytes = view.bytes.slice();
    view.release();
    return this.remember(v, { type: "bytes", value: bytes });
  }

  private sequence(v: Value, type: "tuple" | "list", items: readonly Value[], depth: number): Encoded {
    const values: MarshalValue[] = [];
    this.agenda.add(() => {
      if (values.length === items.length) return false;
      const encoded = this.begin(items[values.length], depth);
      if (encoded !== null) values.push(encoded.value);
      return encoded !== null || null;
    });
    return this.remember(v, { type, items: values } as MarshalValue);
  }

  /** Items stand in the order of their bytes, so that equal sets are written alike. */
  private set(v: PySet, type: "set" | "frozenset", depth: number): Result<Encoded> {
    const items: { value: MarshalValue; bytes: Uint8Array | null }[] = [];
    for (const item of v.table) {
      if (item === null || item === undefined) continue;
      const encoded = this.encode(item, depth);
      // CPython says no more about what is wrong inside a set.
      if (encoded === null) return raise(this.ts, ValueErrorType, "unmarshallable object");
      items.push({ value: encoded.value, bytes: marshal(encoded.value) });
    }
    items.sort((a, b) => compareBytes(a.bytes ?? nothing, b.bytes ?? nothing));
    return this.remember(v, { type, items: items.map(({ value }) => value) } as MarshalValue);
  }

  private dict(v: PyDict, depth: number): Encoded {
    const entries: [MarshalValue, MarshalValue][] = [];
    let i = 0;
    this.agenda.add(() => {
      while (i < v.keys.length && v.keys[i] === undefined) i++;
      if (i === v.keys.length) return false;
      const key = this.encode(v.keys[i] as Value, depth);
      const value = key === null ? null : this.begin(v.values[i++] as Value, depth);
      if (key !== null && value !== null) entries.push([key.value, value.value]);
      return value !== null || null;
    });
    return this.remember(v, { type: "dict", entries });
  }

  private slice(v: PySlice, depth: number): Result<Encoded> {
    const start = this.encode(v.start, depth);
    const stop = start === null ? null : this.encode(v.stop, depth);
    const step = stop === null ? null : this.encode(v.step, depth);
    if (start === null || stop === null || step === null) return null;
    const parts = { start: start.value, stop: stop.value, step: step.value };
    return this.remember(v, { type: "slice", ...parts } as MarshalValue);
  }
}

const nothing = new Uint8Array();

/** Order of bytes as Python's `bytes` have it. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** Turns what marshal read into Python's values; what was one object is one again. */
class Decoder {
  private readonly known = new Map<object, Value>();
  private readonly agenda = new Agenda();

  constructor(
    private readonly ts: ThreadState,
    private readonly allowCode: boolean,
  ) {}

  /** Raises ValueError for code that is not allowed, TypeError for what cannot be hashed. */
  decode(m: MarshalValue): Result<Value> {
    return this.agenda.finish(() => this.begin(m));
  }

  /** The value, whose items may be still to come. */
  private begin(m: MarshalValue): Result<Value> {
    if (m === null || typeof m !== "object") return constantValue(this.ts, m);
    const known = this.known.get(m);
    if (known !== undefined) return known;
    const made = this.object(m);
    if (made !== null) this.known.set(m, made);
    return made;
  }

  private object(m: MarshalValue & object): Result<Value> {
    const { ts, known } = this;
    switch (m.type) {
      case "list":
      case "tuple": {
        const items: Value[] = [];
        this.agenda.add(() => {
          if (items.length === m.items.length) return false;
          const value = this.begin(m.items[items.length]);
          if (value !== null) items.push(value);
          return value !== null || null;
        });
        return m.type === "list" ? new PyList(items) : new PyTuple(items);
      }
      case "set":
      case "frozenset": {
        const set = m.type === "frozenset" ? new PySet(FrozenSetType) : new PySet();
        known.set(m, set);
        // What is hashed must be complete.
        for (const item of m.items) {
          const value = this.decode(item);
          if (value === null || set.add(ts, value) === null) return null;
        }
        return set;
      }
      case "dict": {
        const dict = new PyDict();
        let i = 0;
        this.agenda.add(() => {
          if (i === m.entries.length) return false;
          const [k, v] = m.entries[i++];
          const key = this.decode(k);
          const value = key === null ? null : this.begin(v);
          return key === null || value === null ? null : dict.set(ts, key, value);
        });
        return dict;
      }
      case "stopiteration":
        return StopIterationType;
      case "code":
        if (!this.allowCode) return raise(ts, ValueErrorType, "unmarshalling code objects is disallowed");
        return constantValue(ts, m);
      default:
        return constantValue(ts, m);
    }
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
  const made = new Encoder(ts, allowCode).encode(value);
  if (made === null) return null;
  const number = version === undefined ? MARSHAL_VERSION : Number(toInt(version) ?? MARSHAL_VERSION);
  const bytes = marshal(made.value, number);
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
  const value = new Decoder(ts, allowCode).decode(read.value);
  return value === null ? null : [value, read.length];
}

function bytesOf(ts: ThreadState, v: Value): Result<Uint8Array> {
  const getBuffer = typeOf(v).bf_getbuffer;
  if (getBuffer === null)
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(v)}'`);
  const view = getBuffer(ts, v, 0);
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
