import type { MethodRow, ThreadState, Value } from "@adder/objects";
import { bytesArgument, maskArgument } from "./arguments.js";

/** The table of CRC-32, made on first use. */
let crcTable: Int32Array | null = null;

function makeCrcTable(): Int32Array {
  const table = new Int32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[n] = c;
  }
  return table;
}

/** CRC-32 (RFC 1952) of bytes that come after others whose CRC-32 is `start`. */
export function crc32(bytes: Uint8Array, start: number): number {
  crcTable ??= makeCrcTable();
  const table = crcTable;
  let crc = ~start;
  for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** How many bytes can be added up before a sum leaves 32 bits. */
const ADLER_RUN = 5552;

/** Adler-32 (RFC 1950) of bytes that come after others whose Adler-32 is `start`. */
export function adler32(bytes: Uint8Array, start: number): number {
  let low = start & 0xffff;
  let high = start >>> 16;
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + ADLER_RUN, bytes.length);
    for (; at < end; at++) {
      low += bytes[at];
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return ((high << 16) | low) >>> 0;
}

/** A function of a module: a checksum of bytes, and with what it starts unless a second argument says so. */
export function checksumRow(
  name: string,
  signature: string,
  compute: (bytes: Uint8Array, start: number) => number,
  start: number,
  doc: string,
): MethodRow {
  return [
    name,
    signature,
    (ts: ThreadState, _m: Value, data: Value, startValue: Value | undefined) => {
      const bytes = bytesArgument(ts, data);
      if (bytes === null) return null;
      const from = maskArgument(ts, startValue, start);
      return from === null ? null : compute(bytes, from);
    },
    doc,
  ];
}
