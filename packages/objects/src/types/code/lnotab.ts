import { type CodeObject, lineRanges, UNKNOWN } from "@adder/bytecode";

/** The line table in its old form (`co_lnotab`): pairs of a step in bytes and a step in lines. */
export function lineNumberTable(code: CodeObject): Uint8Array {
  const table: number[] = [];
  let offset = 0;
  let line = code.firstlineno;
  for (const range of lineRanges(code)) {
    if (range.line === UNKNOWN || range.line === line) continue;
    let bytes = 2 * range.start - offset;
    let delta = range.line - line;
    for (; bytes > 255; bytes -= 255) table.push(255, 0);
    // Line steps are signed bytes; what does not fit is spread over several entries.
    while (delta < -128 || delta > 127) {
      const step = delta < 0 ? -128 : 127;
      table.push(bytes, step & 0xff);
      delta -= step;
      bytes = 0;
    }
    table.push(bytes, delta & 0xff);
    offset = 2 * range.start;
    line = range.line;
  }
  return Uint8Array.from(table);
}
