import type { CodeObject } from "../code-object.js";
import { ByteWriter } from "./byte-writer.js";
import { encodeUtf8, isAscii } from "./text.js";
import { FLAG_REF, MARSHAL_VERSION, MAX_DEPTH, type MarshalValue, Tag } from "./types.js";

const containerTags = { tuple: Tag.TUPLE, list: Tag.LIST, set: Tag.SET, frozenset: Tag.FROZENSET } as const;

type Composite = Exclude<MarshalValue, string | number | bigint | boolean | null>;

/**
 * Writes values in CPython 3.14's marshal format, version 5 (`Python/marshal.c`). Values that occur again are references:
 * strs and ints by value, everything else by identity.
 */
export class MarshalWriter {
  protected readonly out = new ByteWriter();
  private readonly refs = new Map<unknown, number>();
  private depth = 0;

  /** @param version of the format; below 3 there are no references */
  constructor(private readonly version: number = MARSHAL_VERSION) {}

  /** Appends a value; returns false if it is nested too deeply. */
  write(value: MarshalValue): boolean {
    if (value === null) this.out.byte(Tag.NONE);
    else if (typeof value === "boolean") this.out.byte(value ? Tag.TRUE : Tag.FALSE);
    else if (typeof value === "number") this.writeInt(value);
    else if (typeof value === "string") this.writeString(value, false);
    else {
      if (this.writeRef(value)) return true;
      if (typeof value === "bigint") this.writeLong(value);
      else {
        if (this.writeLeaf(value)) return true;
        if (++this.depth > MAX_DEPTH) return false;
        const done = this.writeContainer(value);
        this.depth--;
        return done;
      }
    }
    return true;
  }

  /** What was written. */
  finish(): Uint8Array {
    return this.out.finish();
  }

  /** Appends a str; interned ones are names. */
  protected writeString(text: string, interned: boolean): void {
    if (this.writeRef(text)) return;
    if (!isAscii(text)) {
      const bytes = encodeUtf8(text);
      this.tagged(interned ? Tag.INTERNED : Tag.UNICODE);
      this.out.long(bytes.length);
      this.out.raw(bytes);
      return;
    }
    if (text.length < 256) {
      this.tagged(interned ? Tag.SHORT_ASCII_INTERNED : Tag.SHORT_ASCII);
      this.out.byte(text.length);
    } else {
      this.tagged(interned ? Tag.ASCII_INTERNED : Tag.ASCII);
      this.out.long(text.length);
    }
    this.out.latin(text);
  }

  protected writeCode(code: CodeObject): boolean {
    const { out } = this;
    this.tagged(Tag.CODE);
    out.long(code.argcount);
    out.long(code.posonlyargcount);
    out.long(code.kwonlyargcount);
    out.long(code.stacksize);
    out.long(code.flags);
    out.byte(Tag.BYTES);
    out.long(code.code.length * 2);
    out.units(code.code);
    if (!this.writeTuple(code.consts)) return false;
    this.writeNames(code.names);
    this.writeNames(code.localsplusNames);
    this.writeBytes(code.localsplusKinds);
    this.writeString(code.filename, true);
    this.writeString(code.name, true);
    this.writeString(code.qualname, true);
    out.long(code.firstlineno);
    this.writeBytes(code.linetable);
    this.writeBytes(code.exceptiontable);
    return true;
  }

  protected writeTuple(items: readonly MarshalValue[]): boolean {
    if (items.length < 256) {
      this.out.byte(Tag.SMALL_TUPLE);
      this.out.byte(items.length);
    } else {
      this.out.byte(Tag.TUPLE);
      this.out.long(items.length);
    }
    return this.writeItems(items);
  }

  protected writeNames(names: readonly string[]): void {
    this.out.byte(names.length < 256 ? Tag.SMALL_TUPLE : Tag.TUPLE);
    if (names.length < 256) this.out.byte(names.length);
    else this.out.long(names.length);
    for (const name of names) this.writeString(name, true);
  }

  protected writeBytes(bytes: Uint8Array): void {
    this.out.byte(Tag.BYTES);
    this.out.long(bytes.length);
    this.out.raw(bytes);
  }

  /** Writes a reference if the value was written before; remembers it otherwise. */
  protected writeRef(value: unknown): boolean {
    if (this.version < 3) return false;
    const index = this.refs.get(value);
    if (index === undefined) {
      this.refs.set(value, this.refs.size);
      return false;
    }
    this.out.byte(Tag.REF);
    this.out.long(index);
    return true;
  }

  protected tagged(tag: number): void {
    this.out.byte(this.version < 3 ? tag : tag | FLAG_REF);
  }

  private writeItems(items: readonly MarshalValue[]): boolean {
    for (const item of items) if (!this.write(item)) return false;
    return true;
  }

  private writeInt(value: number): void {
    if (value === (value | 0)) {
      this.out.byte(Tag.INT);
      this.out.long(value);
    } else if (!this.writeRef(value)) this.writeLong(BigInt(value));
  }

  /** Digits of 15 bits, lowest first; the sign is in their count. */
  private writeLong(value: bigint): void {
    const negative = value < 0n;
    const digits: number[] = [];
    for (let rest = negative ? -value : value; rest > 0n; rest >>= 15n) digits.push(Number(rest & 0x7fffn));
    this.tagged(Tag.LONG);
    this.out.long(negative ? -digits.length : digits.length);
    for (const digit of digits) this.out.short(digit);
  }

  /** Writes a value that contains no others; returns false for those that do. */
  private writeLeaf(value: Composite): boolean {
    const { out } = this;
    switch (value.type) {
      case "ellipsis":
      case "stopiteration":
        this.tagged(value.type === "ellipsis" ? Tag.ELLIPSIS : Tag.STOPITER);
        return true;
      case "float":
        this.tagged(Tag.FLOAT);
        out.double(value.value);
        return true;
      case "complex":
        this.tagged(Tag.COMPLEX);
        out.double(value.real);
        out.double(value.imag);
        return true;
      case "str":
      case "bytes": {
        const bytes = value.type === "str" ? encodeUtf8(value.codePoints) : value.value;
        this.tagged(value.type === "str" ? Tag.UNICODE : Tag.BYTES);
        out.long(bytes.length);
        out.raw(bytes);
        return true;
      }
      default:
        return false;
    }
  }

  /** Writes a value that contains others; kept small, because values nest by the thousand. */
  private writeContainer(value: Composite): boolean {
    if (value.type === "code") return this.writeCode(value);
    if (value.type === "slice") {
      this.tagged(Tag.SLICE);
      return this.write(value.start) && this.write(value.stop) && this.write(value.step);
    }
    if (value.type === "dict") {
      this.tagged(Tag.DICT);
      for (const [key, item] of value.entries) if (!this.write(key) || !this.write(item)) return false;
      this.out.byte(Tag.NULL);
      return true;
    }
    const { items } = value as Extract<Composite, { items: readonly MarshalValue[] }>;
    if (value.type === "tuple" && items.length < 256) {
      this.tagged(Tag.SMALL_TUPLE);
      this.out.byte(items.length);
    } else {
      this.tagged(containerTags[value.type as keyof typeof containerTags]);
      this.out.long(items.length);
    }
    for (let i = 0; i < items.length; i++) if (!this.write(items[i])) return false;
    return true;
  }
}

/**
 * Encodes a value in CPython 3.14's marshal format. Before version 3 a value that occurs again is written again.
 *
 * @returns null if the value is nested too deeply (Python raises ValueError)
 */
export function marshal(value: MarshalValue, version: number = MARSHAL_VERSION): Uint8Array | null {
  const writer = new MarshalWriter(version);
  return writer.write(value) ? writer.finish() : null;
}
