import { CodeObject, type Constant } from "../code-object.js";
import { decodeLatin, decodeUtf8 } from "./text.js";
import { FLAG_REF, MAX_DEPTH, type MarshalValue, Tag } from "./types.js";

/** Why data could not be read, as the Python exception that CPython raises. */
export interface MarshalError {
  readonly type: "EOFError" | "ValueError" | "TypeError";
  readonly message: string;
}

/** A value that was read and the bytes it took, or what was wrong. */
export type UnmarshalResult =
  | { readonly value: MarshalValue; readonly length: number; readonly error: null }
  | { readonly error: MarshalError };

/** Where a reference leads to a value that is not finished. */
const pending = Symbol("pending");

/** An int as a number where that is exact. */
function narrow(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/**
 * Reads values in CPython's marshal format, versions 2 to 5 (`Python/marshal.c`). Methods return undefined when the data
 * is bad, with the reason in `error`.
 */
export class MarshalReader {
  /** The first thing that was wrong. */
  error: MarshalError | null = null;
  /** Bytes read so far. */
  at = 0;
  protected readonly view: DataView;
  private readonly refs: (MarshalValue | typeof pending)[] = [];
  private depth = 0;

  constructor(protected readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Reads a value; undefined for a NULL, and when the data is bad. */
  read(): MarshalValue | undefined {
    if (this.at >= this.bytes.length) return this.fail("EOFError", "EOF read where object expected");
    const first = this.bytes[this.at++];
    const tag = first & ~FLAG_REF;
    if (this.depth >= MAX_DEPTH) return this.bad("recursion limit exceeded");
    this.depth++;
    const value = (first & FLAG_REF) === 0 ? this.readTagged(tag, -1) : this.readReferenced(tag);
    this.depth--;
    return value;
  }

  /** Reads a value that later references may name; containers take their number before their items do. */
  private readReferenced(tag: number): MarshalValue | undefined {
    const index = this.refs.push(pending) - 1;
    const value = this.readTagged(tag, index);
    if (value !== undefined) this.refs[index] = value;
    return value;
  }

  private readTagged(tag: number, index: number): MarshalValue | undefined {
    switch (tag) {
      case Tag.NULL:
        return undefined;
      case Tag.NONE:
        return null;
      case Tag.FALSE:
        return false;
      case Tag.TRUE:
        return true;
      case Tag.ELLIPSIS:
        return { type: "ellipsis" };
      case Tag.STOPITER:
        return { type: "stopiteration" };
      case Tag.INT:
        return this.long();
      case Tag.INT64:
        return this.readInt64();
      case Tag.LONG:
        return this.readLong();
      case Tag.FLOAT: {
        const value = this.double();
        return value === undefined ? undefined : { type: "float", value };
      }
      case Tag.COMPLEX: {
        const real = this.double();
        const imag = this.double();
        return real === undefined || imag === undefined ? undefined : { type: "complex", real, imag };
      }
      case Tag.BYTES: {
        const value = this.readSized("bytes object");
        return value === undefined ? undefined : { type: "bytes", value: value.slice() };
      }
      case Tag.SHORT_ASCII:
      case Tag.SHORT_ASCII_INTERNED:
        return this.readLatin(this.byte());
      case Tag.ASCII:
      case Tag.ASCII_INTERNED:
        return this.readLatin(this.size("string"));
      case Tag.UNICODE:
      case Tag.INTERNED:
        return this.readUnicode();
      case Tag.SMALL_TUPLE:
        return this.readItems("tuple", this.byte(), index);
      case Tag.TUPLE:
        return this.readItems("tuple", this.size("tuple"), index);
      case Tag.LIST:
        return this.readItems("list", this.size("list"), index);
      case Tag.SET:
      case Tag.FROZENSET:
        return this.readItems(tag === Tag.SET ? "set" : "frozenset", this.size("set"), index);
      case Tag.DICT:
        return this.readDict(index);
      case Tag.SLICE:
        return this.readSlice();
      case Tag.CODE:
        return this.readCode();
      case Tag.REF:
        return this.readRef();
      default:
        return this.bad("bad marshal data (unknown type code)");
    }
  }

  /** Remembers what is wrong, unless something was before. */
  protected fail(type: MarshalError["type"], message: string): undefined {
    this.error ??= { type, message };
    return undefined;
  }

  private bad(message: string): undefined {
    return this.fail("ValueError", message);
  }

  private short(): undefined {
    return this.fail("EOFError", "marshal data too short");
  }

  /** Reads a byte. */
  protected byte(): number | undefined {
    return this.at < this.bytes.length ? this.bytes[this.at++] : this.short();
  }

  /** Reads 32 bits with sign. */
  protected long(): number | undefined {
    if (this.at + 4 > this.bytes.length) return this.short();
    this.at += 4;
    return this.view.getInt32(this.at - 4, true);
  }

  private double(): number | undefined {
    if (this.at + 8 > this.bytes.length) return this.short();
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  private size(what: string): number | undefined {
    const size = this.long();
    return size !== undefined && size < 0 ? this.bad(`bad marshal data (${what} size out of range)`) : size;
  }

  private readSized(what: string): Uint8Array | undefined {
    const size = this.size(what);
    if (size === undefined) return undefined;
    if (this.at + size > this.bytes.length) return this.short();
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }

  private readLatin(size: number | undefined): string | undefined {
    if (size === undefined) return undefined;
    if (this.at + size > this.bytes.length) return this.short();
    this.at += size;
    return decodeLatin(this.bytes, this.at - size, this.at);
  }

  private readUnicode(): Constant | undefined {
    const encoded = this.readSized("string");
    if (encoded === undefined) return undefined;
    const text = decodeUtf8(encoded, 0, encoded.length);
    if (text === null) return this.bad("bad marshal data (invalid UTF-8)");
    return typeof text === "string" ? text : { type: "str", codePoints: text };
  }

  private readLong(): number | bigint | undefined {
    const size = this.long();
    if (size === undefined) return undefined;
    const count = Math.abs(size);
    if (this.at + count * 2 > this.bytes.length) return this.short();
    let value = 0n;
    for (let i = count - 1; i >= 0; i--) {
      const digit = this.view.getUint16(this.at + i * 2, true);
      if (digit > 0x7fff) return this.bad("bad marshal data (digit out of range in long)");
      if (i === count - 1 && digit === 0) return this.bad("bad marshal data (unnormalized long data)");
      value = (value << 15n) | BigInt(digit);
    }
    this.at += count * 2;
    return narrow(size < 0 ? -value : value);
  }

  private readInt64(): number | bigint | undefined {
    if (this.at + 8 > this.bytes.length) return this.short();
    this.at += 8;
    return narrow(this.view.getBigInt64(this.at - 8, true));
  }

  private readItems(
    type: "tuple" | "list" | "set" | "frozenset",
    size: number | undefined,
    index: number,
  ): MarshalValue | undefined {
    if (size === undefined) return undefined;
    const items: MarshalValue[] = [];
    const container = { type, items } as MarshalValue;
    // A list or set may contain itself.
    if (index >= 0 && (type === "list" || type === "set")) this.refs[index] = container;
    for (let i = 0; i < size; i++) {
      const item = this.read();
      if (item === undefined) return this.noValue(type);
      items.push(item);
    }
    return container;
  }

  /** A NULL where a value must stand. */
  private noValue(type: string): undefined {
    const what = type === "frozenset" ? "set" : type;
    return this.fail("TypeError", `NULL object in marshal data for ${what}`);
  }

  private readDict(index: number): MarshalValue | undefined {
    const entries: [MarshalValue, MarshalValue][] = [];
    const dict: MarshalValue = { type: "dict", entries };
    if (index >= 0) this.refs[index] = dict;
    for (;;) {
      const key = this.read();
      const value = key === undefined ? undefined : this.read();
      // A NULL ends the dict, in the place of a value too.
      if (key === undefined || value === undefined) return this.error === null ? dict : undefined;
      entries.push([key, value]);
    }
  }

  private readSlice(): MarshalValue | undefined {
    const start = this.read() as Constant | undefined;
    const stop = this.read() as Constant | undefined;
    const step = this.read() as Constant | undefined;
    if (start === undefined || stop === undefined || step === undefined) return undefined;
    return { type: "slice", start, stop, step };
  }

  protected readRef(): MarshalValue | undefined {
    const index = this.long();
    if (index === undefined) return undefined;
    const value = this.refs[index];
    return value === undefined || value === pending
      ? this.bad("bad marshal data (invalid reference)")
      : value;
  }

  private readBytes(): Uint8Array | undefined {
    const value = this.read();
    return typeof value === "object" && value?.type === "bytes" ? value.value : this.badCode();
  }

  private readTuple(): readonly MarshalValue[] | undefined {
    const value = this.read();
    return typeof value === "object" && value?.type === "tuple" ? value.items : this.badCode();
  }

  private readNames(): readonly string[] | undefined {
    const names = this.readTuple();
    if (names === undefined) return undefined;
    for (const name of names) if (typeof name !== "string") return this.badCode();
    return names as readonly string[];
  }

  private readName(): string | undefined {
    const name = this.read();
    return typeof name === "string" ? name : this.badCode();
  }

  /** Something of another type where a part of a code object must stand. */
  private badCode(): undefined {
    return this.fail("TypeError", "bad marshal data (code object)");
  }

  protected readCode(): CodeObject | undefined {
    const argcount = this.long();
    const posonlyargcount = this.long();
    const kwonlyargcount = this.long();
    const stacksize = this.long();
    const flags = this.long();
    const code = this.readBytes();
    const consts = this.readTuple() as readonly Constant[] | undefined;
    const names = this.readNames();
    const localsplusNames = this.readNames();
    const localsplusKinds = this.readBytes();
    const filename = this.readName();
    const name = this.readName();
    const qualname = this.readName();
    const firstlineno = this.long();
    const linetable = this.readBytes();
    const exceptiontable = this.readBytes();
    if (this.error !== null || code!.length % 2 !== 0) return this.badCode();
    return new CodeObject({
      argcount: argcount!,
      posonlyargcount: posonlyargcount!,
      kwonlyargcount: kwonlyargcount!,
      stacksize: stacksize!,
      flags: flags!,
      code: toUnits(code!),
      consts: consts!,
      names: names!,
      localsplusNames: localsplusNames!,
      localsplusKinds: localsplusKinds!,
      filename: filename!,
      name: name!,
      qualname: qualname!,
      firstlineno: firstlineno!,
      linetable: linetable!,
      exceptiontable: exceptiontable!,
    });
  }
}

/** Code units of their bytes, low byte first. */
export function toUnits(bytes: Uint8Array): Uint16Array {
  const units = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < units.length; i++) units[i] = bytes[i * 2] | (bytes[i * 2 + 1] << 8);
  return units;
}

/** Decodes the value at the start of `bytes`; what follows it is left alone. */
export function unmarshal(bytes: Uint8Array): UnmarshalResult {
  const reader = new MarshalReader(bytes);
  const value = reader.read();
  if (reader.error !== null || value === undefined) {
    return {
      error: reader.error ?? { type: "TypeError", message: "NULL object in marshal data for object" },
    };
  }
  return { value, length: reader.at, error: null };
}
