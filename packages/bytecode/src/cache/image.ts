import { type CodeBody, CodeObject, type CodeSource, type Constant } from "../code-object.js";
import { InternalError } from "../internal-error.js";
import { ByteWriter } from "../marshal/byte-writer.js";
import { MarshalReader } from "../marshal/reader.js";
import { decodeLatin, decodeUtf8, encodeUtf8, isAscii } from "../marshal/text.js";
import { type MarshalValue, Tag } from "../marshal/types.js";
import { MarshalWriter } from "../marshal/writer.js";

/**
 * An image is code in a form that loads fast: a table of all strings, then constants as marshal writes them, with two
 * differences. A reference names an entry of the table, and code is a short header and the length of the rest, so that
 * the rest can wait until the code runs.
 */
class ImageWriter extends MarshalWriter {
  readonly strings = new Map<string, number>();

  /** Index of a string in the table, where it is appended unless it is there. */
  private indexOf(text: string): number {
    const known = this.strings.get(text);
    if (known !== undefined) return known;
    this.strings.set(text, this.strings.size);
    return this.strings.size - 1;
  }

  protected override writeString(text: string): void {
    this.out.byte(Tag.REF);
    this.out.varint(this.indexOf(text));
  }

  protected override writeRef(): boolean {
    return false;
  }

  protected override tagged(tag: number): void {
    this.out.byte(tag);
  }

  protected override writeCode(code: CodeObject): boolean {
    const { out } = this;
    out.byte(Tag.CODE);
    for (const number of [code.argcount, code.posonlyargcount, code.kwonlyargcount]) out.varint(number);
    out.long(code.flags);
    for (const text of [code.filename, code.name, code.qualname]) out.varint(this.indexOf(text));
    out.varint(code.firstlineno);
    const start = out.length;
    out.long(0);
    out.varint(code.stacksize);
    out.varint(code.code.length);
    out.units(code.code);
    this.writeNames(code.names);
    this.writeNames(code.localsplusNames);
    this.writeBytes(code.localsplusKinds);
    this.writeBytes(code.linetable);
    this.writeBytes(code.exceptiontable);
    if (!this.writeTuple(code.consts)) return false;
    out.patch(start, out.length - start - 4);
    return true;
  }

  protected override writeNames(names: readonly string[]): void {
    this.out.varint(names.length);
    for (const name of names) this.out.varint(this.indexOf(name));
  }

  protected override writeBytes(bytes: Uint8Array): void {
    this.out.varint(bytes.length);
    this.out.raw(bytes);
  }
}

/** How a string of the table is encoded, in the low bit of its length. */
const Encoding = { ASCII: 0, UTF8: 1 } as const;

/**
 * Encodes code as an image, which {@link readImage} decodes piece by piece.
 *
 * @returns null if the code's constants are nested too deeply
 */
export function writeImage(code: CodeObject): Uint8Array | null {
  const writer = new ImageWriter();
  if (!writer.write(code)) return null;
  const table = new ByteWriter();
  const data = new ByteWriter();
  table.long(writer.strings.size);
  for (const text of writer.strings.keys()) {
    if (isAscii(text)) {
      table.varint((text.length << 1) | Encoding.ASCII);
      data.latin(text);
    } else {
      const bytes = encodeUtf8(text);
      table.varint((bytes.length << 1) | Encoding.UTF8);
      data.raw(bytes);
    }
  }
  table.raw(data.finish());
  table.raw(writer.finish());
  return table.finish();
}

/** Decodes an image that is known to be whole; anything wrong with it is a bug. */
class ImageReader extends MarshalReader implements CodeSource {
  private strings: string[] = [];

  /** Decodes the table and the header of the outermost code. */
  readRoot(): CodeObject {
    this.readStrings();
    const root = this.read();
    if (typeof root !== "object" || root?.type !== "code") throw this.broken();
    return root;
  }

  /** Decodes what the header of a code object left out. */
  loadBody(place: number): CodeBody {
    this.at = place;
    const stacksize = this.varint();
    const units = new Uint16Array(this.varint());
    for (let i = 0; i < units.length; i++, this.at += 2) units[i] = this.view.getUint16(this.at, true);
    const names = this.names();
    const localsplusNames = this.names();
    const localsplusKinds = this.slice();
    const linetable = this.slice();
    const exceptiontable = this.slice();
    const consts = this.read();
    if (typeof consts !== "object" || consts?.type !== "tuple") throw this.broken();
    const items = consts.items as readonly Constant[];
    return {
      stacksize,
      code: units,
      consts: items,
      names,
      localsplusNames,
      localsplusKinds,
      linetable,
      exceptiontable,
    };
  }

  protected override readRef(): MarshalValue {
    return this.strings[this.varint()];
  }

  protected override readCode(): CodeObject {
    const argcount = this.varint();
    const posonlyargcount = this.varint();
    const kwonlyargcount = this.varint();
    const flags = this.long()!;
    const filename = this.strings[this.varint()];
    const name = this.strings[this.varint()];
    const qualname = this.strings[this.varint()];
    const firstlineno = this.varint();
    const size = this.long()!;
    const place = this.at;
    this.at += size;
    return new CodeObject(
      { argcount, posonlyargcount, kwonlyargcount, flags, filename, name, qualname, firstlineno },
      this,
      place,
    );
  }

  private readStrings(): void {
    const count = this.long()!;
    const sizes = new Int32Array(count);
    let total = 0;
    let ascii = true;
    for (let i = 0; i < count; i++) {
      sizes[i] = this.varint();
      total += sizes[i] >> 1;
      if (sizes[i] & Encoding.UTF8) ascii = false;
    }
    // Taking pieces of one long string is faster than making each from its bytes.
    const all = decodeLatin(this.bytes, this.at, this.at + total);
    let at = 0;
    for (let i = 0; i < count; i++) {
      const end = at + (sizes[i] >> 1);
      if (ascii || (sizes[i] & 1) === Encoding.ASCII) this.strings.push(all.slice(at, end));
      else this.strings.push(decodeUtf8(this.bytes, this.at + at, this.at + end) as string);
      at = end;
    }
    this.at += total;
  }

  private names(): string[] {
    const names = new Array<string>(this.varint());
    for (let i = 0; i < names.length; i++) names[i] = this.strings[this.varint()];
    return names;
  }

  private slice(): Uint8Array {
    const size = this.varint();
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }

  private varint(): number {
    let byte = this.bytes[this.at++];
    let value = byte & 0x7f;
    for (let shift = 7; byte & 0x80; shift += 7) {
      byte = this.bytes[this.at++];
      value |= (byte & 0x7f) << shift;
    }
    return value;
  }

  private broken(): InternalError {
    return new InternalError(this.error?.message ?? "code image without code");
  }
}

/**
 * Decodes an image; nested code is decoded when it is first looked into. The bytes must not change afterwards, and
 * must be known to be what {@link writeImage} wrote.
 */
export function readImage(bytes: Uint8Array): CodeObject {
  return new ImageReader(bytes).readRoot();
}
