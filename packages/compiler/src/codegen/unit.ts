import type { AnnAssign, stmt } from "@adder/ast";
import {
  addName,
  InstructionSequence,
  type Label,
  type Location,
  type NameTable,
  UnitMetadata,
} from "../ir/index.js";
import type { SymbolTableEntry } from "../symtable/entry.js";
import { CELL, DEF_COMP_CELL, DEF_FREE_CLASS, FREE, scopeOf } from "../symtable/flags.js";
import { sortNames } from "./sort-names.js";

/** What a unit is the code of (CPython's `COMPILE_SCOPE_*`). */
export type ScopeType =
  | "module"
  | "class"
  | "function"
  | "async-function"
  | "lambda"
  | "comprehension"
  | "annotations";

/** What a statement block is, for those that leave it early (CPython's `COMPILE_FBLOCK_*`). */
export type FrameBlockType =
  | "while-loop"
  | "for-loop"
  | "try-except"
  | "finally-try"
  | "finally-end"
  | "with"
  | "async-with"
  | "handler-cleanup"
  | "pop-value"
  | "exception-handler"
  | "exception-group-handler"
  | "async-comprehension-generator"
  | "stop-iteration";

/** A block of the frame that `return`, `break` and `continue` must unwind. */
export interface FrameBlock {
  readonly type: FrameBlockType;
  /** Where the block begins; `continue` goes there. */
  readonly block: Label;
  /** Where `break` goes. */
  readonly exit: Label;
  readonly loc: Location;
  /** The body of `finally`, which every exit repeats. */
  readonly finalBody: readonly stmt[] | null;
  /** The name of `except E as name`. */
  readonly name: string | null;
}

/** Counts of parameters, as the metadata of a unit holds them. */
export interface ParameterCounts {
  readonly argcount?: number;
  readonly posonlyargcount?: number;
  readonly kwonlyargcount?: number;
}

/** Adds names in order, the first with index `first`. */
function addSorted(table: NameTable, names: string[], first: number): NameTable {
  if (names.length > 1) sortNames(names);
  for (const name of names) table.set(name, first + table.size);
  return table;
}

/** The cells of a block and what it finds in the cells of others. */
function closureNames(entry: SymbolTableEntry): { cellvars: NameTable; freevars: NameTable } {
  const cells: string[] = [];
  const free: string[] = [];
  entry.symbols.forEach((symbol, name) => {
    const scope = scopeOf(symbol);
    if (scope === CELL || symbol & DEF_COMP_CELL) cells.push(name);
    if (scope === FREE || symbol & DEF_FREE_CLASS) free.push(name);
  });
  const cellvars = addSorted(new Map(), cells, 0);
  if (entry.needsClassClosure) addName(cellvars, "__class__");
  if (entry.needsClassdict) addName(cellvars, "__classdict__");
  if (entry.hasConditionalAnnotations) addName(cellvars, "__conditional_annotations__");
  return { cellvars, freevars: addSorted(new Map(), free, cellvars.size) };
}

/** State of code generation for one code object. Follows `struct compiler_unit` (`Python/compile.c`). */
export class CompilerUnit {
  readonly entry: SymbolTableEntry;
  readonly scopeType: ScopeType;
  readonly metadata: UnitMetadata;
  /** Name of the innermost class, for mangling. */
  readonly privateName: string | null;
  /** Names assigned to as `self.name` in methods, of a class. */
  readonly staticAttributes: Set<string> | null;
  /** Annotations of the block's variables, for its `__annotate__`. */
  readonly deferredAnnotations: AnnAssign[] = [];
  /** For each of them its number if it runs conditionally, else -1. */
  readonly conditionalIndices: number[] = [];
  nextConditionalIndex = 0;
  sequence = new InstructionSequence();
  readonly frameBlocks: FrameBlock[] = [];
  /** How many inlined comprehensions enclose what is compiled. */
  inlinedComprehensions = 0;
  /** How many statements that may not run their body enclose what is compiled. */
  conditionalBlocks = 0;

  constructor(
    entry: SymbolTableEntry,
    scopeType: ScopeType,
    name: string,
    firstlineno: number,
    privateName: string | null,
    counts: ParameterCounts,
  ) {
    this.entry = entry;
    this.scopeType = scopeType;
    this.privateName = privateName;
    this.staticAttributes = scopeType === "class" ? new Set() : null;
    const { cellvars, freevars } = closureNames(entry);
    const metadata = new UnitMetadata(name, name, firstlineno, cellvars, freevars);
    this.metadata = metadata;
    metadata.argcount = counts.argcount ?? 0;
    metadata.posonlyargcount = counts.posonlyargcount ?? 0;
    metadata.kwonlyargcount = counts.kwonlyargcount ?? 0;
    for (let i = 0; i < entry.varnames.length; i++) addName(metadata.varnames, entry.varnames[i]);
  }
}
