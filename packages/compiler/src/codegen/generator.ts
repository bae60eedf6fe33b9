import { constantRepr, type Located } from "@adder/ast";
import { CodeFlags, type CodeObject, type Constant } from "@adder/bytecode";
import { assembleCode } from "../assemble/assemble-code.js";
import type { CompileError, Diagnostics, SourceRange } from "../errors.js";
import { type Future, PYCF_MASK } from "../future.js";
import { Op } from "../generated/op.js";
import { InternalError } from "../internal-error.js";
import { addName, type Label, Location, type NameTable, NO_LABEL, NO_LOCATION } from "../ir/index.js";
import type { SymbolTableEntry } from "../symtable/entry.js";
import { CELL, GLOBAL_EXPLICIT } from "../symtable/flags.js";
import { mangle, maybeMangle } from "../symtable/mangle.js";
import type { SymbolTable } from "../symtable/symbol-table.js";
import { ResumeKind } from "./operands.js";
import {
  CompilerUnit,
  type FrameBlock,
  type FrameBlockType,
  type ParameterCounts,
  type ScopeType,
} from "./unit.js";

/** Statically nested blocks that one function may have (CPython's `CO_MAXBLOCKS`). */
const MAX_BLOCKS = 21;

/** A unit to which nothing is added any more. */
export interface FinishedUnit {
  readonly code: CodeObject;
  /** What it finds in cells of enclosing units. */
  readonly freevars: NameTable;
}

/** What code generation must know of the whole compilation. */
export interface GeneratorOptions {
  readonly diagnostics: Diagnostics;
  readonly future: Future;
  readonly table: SymbolTable;
  /** 0, 1 (`-O`) or 2 (`-OO`). */
  readonly optimize: number;
  /** Values of expression statements at the top are printed. */
  readonly interactive: boolean;
}

/**
 * Writes instructions for the unit that is compiled; a stack of units stands for the enclosing blocks.
 * Follows `struct _PyCompiler` (`Python/compile.c`) and the `ADDOP` macros of `Python/codegen.c`.
 */
export class CodeGenerator {
  readonly diagnostics: Diagnostics;
  readonly future: Future;
  readonly table: SymbolTable;
  readonly optimize: number;
  readonly interactive: boolean;
  unit!: CompilerUnit;
  /** Enclosing units, outermost first. */
  readonly outer: CompilerUnit[] = [];
  /** How many blocks are open in which warnings are silent: the second copies of `finally`. */
  private silent = 0;

  constructor(options: GeneratorOptions) {
    this.diagnostics = options.diagnostics;
    this.future = options.future;
    this.table = options.table;
    this.optimize = options.optimize;
    this.interactive = options.interactive;
  }

  // Errors ------------------------------------------------------------------------------------------------------

  /** The SyntaxError to throw. */
  error(message: string, range: SourceRange | Located): CompileError {
    return this.diagnostics.syntaxError(message, range);
  }

  /** Reports a SyntaxWarning. */
  warn(message: string, range: SourceRange | Located): void {
    if (this.silent === 0) this.diagnostics.warn(message, range);
  }

  // Instructions ------------------------------------------------------------------------------------------------

  /** Appends an instruction. */
  op(loc: Location, opcode: number, oparg = 0): void {
    this.unit.sequence.add(opcode, oparg, loc);
  }

  /** Appends a jump or block push. */
  jump(loc: Location, opcode: number, label: Label): void {
    this.unit.sequence.addJump(opcode, label, loc);
  }

  /** Appends LOAD_CONST. */
  loadConst(loc: Location, value: Constant): void {
    this.unit.sequence.add(Op.LOAD_CONST, this.unit.metadata.consts.add(value), loc);
  }

  /** Appends an instruction whose argument is a name's index in `table`; the name is mangled. */
  nameOp(loc: Location, opcode: number, name: string, table: NameTable): void {
    this.op(loc, opcode, addName(table, this.maybeMangle(name)));
  }

  /** Index of a name, mangled, in `co_names`. */
  nameIndex(name: string): number {
    return addName(this.unit.metadata.names, this.maybeMangle(name));
  }

  /** Makes a label. */
  newLabel(): Label {
    return this.unit.sequence.newLabel();
  }

  /** Puts a label before the next instruction. */
  useLabel(label: Label): void {
    this.unit.sequence.useLabel(label);
  }

  // Names -------------------------------------------------------------------------------------------------------

  /** Mangles a name as the current block requires. */
  maybeMangle(name: string): string {
    return maybeMangle(this.unit.privateName, this.unit.entry, name);
  }

  /** Mangles a name in any block. */
  mangle(name: string): string {
    return mangle(this.unit.privateName, name);
  }

  /** Scope of a name where its cell or free variable is looked for; a class has implicit cells. */
  referenceType(name: string): number {
    const { unit } = this;
    if (
      unit.scopeType === "class" &&
      (name === "__class__" || name === "__classdict__" || name === "__conditional_annotations__")
    ) {
      return CELL;
    }
    return unit.entry.scopeOf(name);
  }

  /**
   * Index of the cell or free variable that provides `name` to an inner function.
   * Throws SystemError where CPython does, whose implicit names programs can use otherwise (`global __classdict__`).
   */
  closureIndex(name: string, inner: FinishedUnit): number {
    const { name: unitName, cellvars, freevars } = this.unit.metadata;
    const reference = this.referenceType(name);
    if (reference === 0) {
      const failed = `_PyST_GetScope(name=${constantRepr(name)}) failed: unknown scope in unit ${unitName}`;
      throw this.diagnostics.systemError(failed);
    }
    const index = (reference === CELL ? cellvars : freevars).get(name);
    if (index !== undefined) return index;
    const names = constantRepr({ type: "tuple", items: [...inner.freevars.keys()] });
    throw this.diagnostics.systemError(
      `compiler_lookup_arg(name=${constantRepr(name)}) with reftype=${reference} failed in ${unitName}; ` +
        `freevars of code ${inner.code.name}: ${names}`,
    );
  }

  // Frame blocks ------------------------------------------------------------------------------------------------

  /** Enters a block. Throws SyntaxError when there are too many. */
  pushBlock(
    loc: Location,
    type: FrameBlockType,
    block: Label,
    exit: Label = NO_LABEL,
    finalBody: FrameBlock["finalBody"] = null,
    name: string | null = null,
  ): void {
    this.pushFrameBlock({ type, block, exit, loc, finalBody, name });
  }

  /** Enters a block again that an early exit had left. */
  pushFrameBlock(block: FrameBlock): void {
    const blocks = this.unit.frameBlocks;
    if (blocks.length >= MAX_BLOCKS) throw this.error("too many statically nested blocks", block.loc);
    blocks.push(block);
    // What the first copy of the body was warned of need not be said again.
    if (block.type === "finally-end") this.silent++;
  }

  /** Leaves the innermost block. */
  popBlock(): void {
    if (this.unit.frameBlocks.pop()?.type === "finally-end") this.silent--;
  }

  // Units -------------------------------------------------------------------------------------------------------

  /** The block that a node opens. */
  entryOf(key: object): SymbolTableEntry {
    const entry = this.table.blocks.get(key);
    if (entry === undefined) throw new InternalError("no block for a node");
    return entry;
  }

  /** Starts a new unit inside the current one, with its RESUME. */
  enterScope(
    name: string,
    scopeType: ScopeType,
    entry: SymbolTableEntry,
    lineno: number,
    privateName: string | null = null,
    counts: ParameterCounts = {},
  ): void {
    const parent: CompilerUnit | undefined = this.unit;
    if (parent !== undefined) this.outer.push(parent);
    const inherited = privateName ?? parent?.privateName ?? null;
    this.unit = new CompilerUnit(entry, scopeType, name, lineno, inherited, counts);
    if (scopeType === "module") {
      this.op(new Location(0, 1, 0, 0), Op.RESUME, ResumeKind.START);
      this.unit.sequence.addPlaceholder(new Location(0, 1, 0, 0));
    } else {
      this.unit.metadata.qualname = this.qualname();
      this.op(new Location(lineno, lineno, 0, 0), Op.RESUME, ResumeKind.START);
    }
  }

  /** Follows `compiler_set_qualname`. */
  private qualname(): string {
    const { unit, outer } = this;
    const name = unit.metadata.name;
    let depth = outer.length;
    if (depth <= 1) return name;
    let parent = outer[depth - 1];
    if (parent.scopeType === "annotations") {
      // Annotation scopes do not show; the one around them does.
      if (depth === 2) return name;
      depth--;
      parent = outer[depth - 1];
    }
    const { scopeType } = unit;
    if (scopeType === "function" || scopeType === "async-function" || scopeType === "class") {
      if (parent.entry.scopeOf(mangle(parent.privateName, name)) === GLOBAL_EXPLICIT) return name;
    }
    const base = parent.metadata.qualname;
    const isFunction =
      parent.scopeType === "function" ||
      parent.scopeType === "async-function" ||
      parent.scopeType === "lambda";
    return isFunction ? `${base}.<locals>.${name}` : `${base}.${name}`;
  }

  /** Drops the current unit. */
  private exitScope(): void {
    const parent = this.outer.pop();
    if (parent !== undefined) this.unit = parent;
  }

  /**
   * Ends the current unit, which returns its top value or else `None`, and returns to the enclosing one.
   *
   * @param parameterName how its signature calls its first parameter, where the body has another name for it
   */
  finishScope(returnNone: boolean, parameterName?: string): FinishedUnit {
    if (returnNone) this.loadConst(NO_LOCATION, null);
    this.op(NO_LOCATION, Op.RETURN_VALUE);
    const { metadata, sequence } = this.unit;
    const code = assembleCode(metadata, sequence, {
      filename: this.diagnostics.filename,
      flags: this.codeFlags(),
      parameterName,
    });
    this.exitScope();
    return { code, freevars: metadata.freevars };
  }

  /** Follows `compute_code_flags`. */
  private codeFlags(): number {
    const { entry } = this.unit;
    let flags = this.future.features & PYCF_MASK;
    if (entry.isFunctionLike) {
      flags |= CodeFlags.NEWLOCALS | CodeFlags.OPTIMIZED;
      if (entry.nested) flags |= CodeFlags.NESTED;
      if (entry.generator) flags |= entry.coroutine ? CodeFlags.ASYNC_GENERATOR : CodeFlags.GENERATOR;
      if (entry.varargs) flags |= CodeFlags.VARARGS;
      if (entry.varkeywords) flags |= CodeFlags.VARKEYWORDS;
      if (entry.hasDocstring) flags |= CodeFlags.HAS_DOCSTRING;
      if (entry.isMethod) flags |= CodeFlags.METHOD;
    }
    if (entry.coroutine && !entry.generator) flags |= CodeFlags.COROUTINE;
    return flags;
  }
}
