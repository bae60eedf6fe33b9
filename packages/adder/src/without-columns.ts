import { CodeObject, LocationCursor, UNKNOWN } from "@adder/bytecode";

/** Kinds of entries of a location table (CPython `InternalDocs/code_objects.md`): one with a line only, and one with nothing. */
const [NO_COLUMNS, NONE] = [13, 15];

/** A location table that says of each instruction only the line where it begins (CPython `remove_column_info`). */
function lineTable(table: Uint8Array, firstLine: number): Uint8Array {
  const out: number[] = [];
  const cursor = new LocationCursor(table, firstLine);
  let line = firstLine;
  while (cursor.next()) {
    const size = cursor.end - cursor.start - 1;
    if (cursor.line === UNKNOWN) out.push(0x80 | (NONE << 3) | size);
    else {
      out.push(0x80 | (NO_COLUMNS << 3) | size);
      const delta = cursor.line - line;
      let rest = delta < 0 ? (-delta << 1) | 1 : delta << 1;
      for (; rest >= 64; rest >>>= 6) out.push(64 | (rest & 63));
      out.push(rest);
      line = cursor.line;
    }
  }
  return Uint8Array.from(out);
}

/** Code that knows lines only, and so does all code inside it: what `-X no_debug_ranges` asks for. */
export function withoutColumns(code: CodeObject): CodeObject {
  return new CodeObject({
    ...code,
    stacksize: code.stacksize,
    code: code.code,
    names: code.names,
    localsplusNames: code.localsplusNames,
    localsplusKinds: code.localsplusKinds,
    exceptiontable: code.exceptiontable,
    consts: code.consts.map((constant) =>
      constant instanceof CodeObject ? withoutColumns(constant) : constant,
    ),
    linetable: lineTable(code.linetable, code.firstlineno),
  });
}
