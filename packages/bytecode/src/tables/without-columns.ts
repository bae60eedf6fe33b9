import { CodeObject } from "../code-object.js";
import { LocationCursor, NO_COLUMNS, NONE, UNKNOWN } from "./locations.js";

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
    argcount: code.argcount,
    posonlyargcount: code.posonlyargcount,
    kwonlyargcount: code.kwonlyargcount,
    stacksize: code.stacksize,
    flags: code.flags,
    filename: code.filename,
    name: code.name,
    qualname: code.qualname,
    firstlineno: code.firstlineno,
    code: code.code,
    consts: code.consts.map((constant) =>
      constant instanceof CodeObject ? withoutColumns(constant) : constant,
    ),
    names: code.names,
    localsplusNames: code.localsplusNames,
    localsplusKinds: code.localsplusKinds,
    linetable: lineTable(code.linetable, code.firstlineno),
    exceptiontable: code.exceptiontable,
  });
}
