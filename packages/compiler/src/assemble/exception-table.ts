import type { BasicBlock, Instruction } from "../ir/index.js";
import { tableWriter as writer } from "./byte-writer.js";

/** Appends a number in groups of six bits, highest first; `first` marks the first byte of an entry. */
function writeNumber(value: number, first: number): void {
  for (let shift = 24; shift > 0; shift -= 6) {
    if (value < 1 << shift) continue;
    writer.push(((value >> shift) & 0x3f) | 0x40 | first);
    first = 0;
  }
  writer.push((value & 0x3f) | first);
}

function writeEntry(start: number, end: number, handler: BasicBlock, all: readonly Instruction[]): void {
  const lasti = handler.preserveLasti ? 1 : 0;
  writeNumber(start, 0x80);
  writeNumber(end - start, 0);
  writeNumber(all[handler.position].offset, 0);
  writeNumber(((handler.startDepth - 1 - lasti) << 1) | lasti, 0);
}

/**
 * Encodes which handler is active where. Follows CPython's `assemble_exception_table` (`Python/assemble.c`).
 *
 * @param end code units of all instructions
 */
export function encodeHandlers(instructions: readonly Instruction[], end: number): Uint8Array {
  let handler: BasicBlock | null = null;
  let start = 0;
  for (let i = 0; i < instructions.length; i++) {
    const { except, offset } = instructions[i];
    if (except === handler) continue;
    if (handler !== null) writeEntry(start, offset, handler, instructions);
    start = offset;
    handler = except;
  }
  if (handler !== null) writeEntry(start, end, handler, instructions);
  return writer.take();
}
