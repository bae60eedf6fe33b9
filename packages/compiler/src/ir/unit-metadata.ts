import { ConstTable } from "./const-table.js";

/** Indices by name, in the order of their first use. */
export type NameTable = Map<string, number>;

/** Index of `name` in `table`, where it is appended unless it is there. */
export function addName(table: NameTable, name: string): number {
  const known = table.get(name);
  if (known !== undefined) return known;
  const index = table.size;
  table.set(name, index);
  return index;
}

/**
 * What code generation knows about one code object besides its instructions.
 * Follows CPython's `_PyCompile_CodeUnitMetadata` (`Include/internal/pycore_compile.h`).
 */
export class UnitMetadata {
  name: string;
  qualname: string;
  firstlineno: number;
  /** Positional parameters without the positional-only ones (unlike `CodeObject.argcount`). */
  argcount = 0;
  posonlyargcount = 0;
  kwonlyargcount = 0;
  readonly consts = new ConstTable();
  /** Globals, attributes and other names that instructions refer to. */
  readonly names: NameTable = new Map();
  /** Parameters, then other locals. */
  readonly varnames: NameTable = new Map();
  /** Locals that inner scopes use, from 0. */
  cellvars: NameTable;
  /** Variables of outer scopes; indices go on after `cellvars`. */
  freevars: NameTable;
  /** Fast locals of an inlined comprehension in a scope that has no fast locals; true while inside it. */
  fasthidden: Map<string, boolean> | null = null;

  constructor(
    name: string,
    qualname: string,
    firstlineno: number,
    cellvars: NameTable = new Map(),
    freevars: NameTable = new Map(),
  ) {
    this.cellvars = cellvars;
    this.freevars = freevars;
    this.name = name;
    this.qualname = qualname;
    this.firstlineno = firstlineno;
  }
}
