import { OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { type Instruction, type Location, NEXT_LOCATION, NO_LOCATION, sameLocation } from "../ir/index.js";
import { type ByteWriter, tableWriter as writer } from "./byte-writer.js";

/** Entry kinds above the short forms, which are 0 to 9 (CPython `_PyCodeLocationInfoKind`). */
const enum Kind {
  ONE_LINE = 10,
  NO_COLUMNS = 13,
  LONG = 14,
  NONE = 15,
}

/** Writes one location table. */
class LocationWriter {
  private readonly out: ByteWriter;
  private line: number;

  constructor(out: ByteWriter, firstLine: number) {
    this.out = out;
    this.line = firstLine;
  }

  /** Appends entries for `size` code units, eight at most each. */
  write(loc: Location, size: number): void {
    for (; size > 8; size -= 8) this.entry(loc, 8);
    if (size > 0) this.entry(loc, size);
  }

  private entry(loc: Location, size: number): void {
    const { lineno, end_lineno, col_offset: column, end_col_offset: endColumn } = loc;
    if (lineno < 0) {
      this.begin(Kind.NONE, size);
      return;
    }
    const delta = lineno - this.line;
    if (column < 0 || endColumn < 0) {
      if (end_lineno === lineno || end_lineno === -1) {
        this.begin(Kind.NO_COLUMNS, size);
        this.signed(delta);
        this.line = lineno;
        return;
      }
    } else if (end_lineno === lineno) {
      if (delta === 0 && column < 80 && endColumn - column < 16 && endColumn >= column) {
        this.begin(column >> 3, size);
        this.out.push(((column & 7) << 4) | (endColumn - column));
        return;
      }
      if (delta >= 0 && delta < 3 && column < 128 && endColumn < 128) {
        this.begin(Kind.ONE_LINE + delta, size);
        this.out.push(column);
        this.out.push(endColumn);
        this.line = lineno;
        return;
      }
    }
    this.begin(Kind.LONG, size);
    this.signed(delta);
    this.unsigned(end_lineno - lineno);
    this.unsigned(column + 1);
    this.unsigned(endColumn + 1);
    this.line = lineno;
  }

  private begin(kind: number, size: number): void {
    this.out.push(0x80 | (kind << 3) | (size - 1));
  }

  private unsigned(value: number): void {
    for (; value >= 64; value >>>= 6) this.out.push(0x40 | (value & 63));
    this.out.push(value);
  }

  private signed(value: number): void {
    this.unsigned(value < 0 ? (-value << 1) | 1 : value << 1);
  }
}

/** The location of an instruction that waits for that of the next one. */
function nextLocation(instructions: readonly Instruction[], index: number): Location {
  for (let i = index; ; i++) {
    const { opcode, loc } = instructions[i];
    if (loc !== NEXT_LOCATION) return loc;
    if ((opcodeFlags[opcode] & (OpcodeFlag.JUMP | OpcodeFlag.EXIT)) !== 0) return NO_LOCATION;
  }
}

/**
 * Encodes the locations of instructions. Follows CPython's `assemble_location_info` (`Python/assemble.c`).
 *
 * @param end code units of all instructions
 */
export function encodeLocations(
  instructions: readonly Instruction[],
  firstLine: number,
  end: number,
): Uint8Array {
  const table = new LocationWriter(writer, firstLine);
  let loc = NO_LOCATION;
  let start = 0;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i];
    let here = instruction.loc;
    if (here === loc) continue;
    if (here === NEXT_LOCATION) here = nextLocation(instructions, i);
    if (sameLocation(loc, here)) continue;
    table.write(loc, instruction.offset - start);
    loc = here;
    start = instruction.offset;
  }
  table.write(loc, end - start);
  return writer.take();
}
