import type { expr_context, Located, mod } from "@adder/ast";
import type { Diagnostics, SourceRange } from "../errors.js";
import { type Future, PyCF } from "../future.js";
import { SymbolTableEntry } from "./entry.js";
import * as flags from "./flags.js";
import { BlockType } from "./flags.js";
import { maybeMangle } from "./mangle.js";

/** A node or a range: where an error stands. */
export type Place = SourceRange | Located;

/** Where a module begins, and all that has no line. */
export const NOWHERE: SourceRange = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };

/**
 * State of the first pass, which visits the syntax tree and collects what each block says about its names.
 * Follows CPython's `struct symtable` and the `symtable_*` helpers (`Python/symtable.c`).
 */
export class SymbolTableBuilder {
  readonly future: Future;
  /** The block of each node that opens one. */
  readonly blocks = new Map<object, SymbolTableEntry>();
  /** The block of a type variable's default, where its bound has the node itself as key. */
  readonly defaultBlocks = new Map<object, SymbolTableEntry>();
  readonly top: SymbolTableEntry;
  current: SymbolTableEntry;
  /** Name of the innermost class, for mangling. */
  privateName: string | null = null;
  readonly stack: SymbolTableEntry[] = [];
  private readonly diagnostics: Diagnostics;
  private nextId = 1;

  constructor(module: mod, diagnostics: Diagnostics, future: Future) {
    this.diagnostics = diagnostics;
    this.future = future;
    this.top = new SymbolTableEntry(0, "top", BlockType.MODULE, NOWHERE, null);
    this.blocks.set(module, this.top);
    this.current = this.top;
    this.stack.push(this.top);
  }

  /** The error to throw for a rule of the language that is broken at `place`. */
  error(message: string, place: Place): Error {
    return this.diagnostics.earlyError(message, place);
  }

  /** Makes a block without entering it, known by `key`. */
  newBlock(name: string, type: BlockType, key: object, place: Place, table = this.blocks): SymbolTableEntry {
    const entry = new SymbolTableEntry(this.nextId++, name, type, place, this.current);
    table.set(key, entry);
    return entry;
  }

  /** Makes and enters a block. */
  enterBlock(name: string, type: BlockType, key: object, place: Place, table = this.blocks): void {
    this.enterChild(this.newBlock(name, type, key, place, table));
    if (type === BlockType.ANNOTATION || type === BlockType.TYPE_VARIABLE || type === BlockType.TYPE_ALIAS) {
      // Such a block is a function of one argument that its own preamble reads.
      this.define(".format", flags.DEF_PARAM, place);
      this.define(".format", flags.USE, place);
    }
  }

  /** Enters a new block as the next child of the current one. */
  enterChild(entry: SymbolTableEntry): void {
    const previous = this.current;
    this.reenter(entry);
    // With `from __future__ import annotations` annotations become strings and have no scope.
    if (this.future.features & PyCF.FUTURE_ANNOTATIONS && entry.type === BlockType.ANNOTATION) return;
    previous.children.push(entry);
  }

  /** Enters a block that is a child already. */
  reenter(entry: SymbolTableEntry): void {
    const previous = this.current;
    this.stack.push(entry);
    // No assignment expression in a comprehension's iterable, however deep inside it.
    entry.iterableDepth = previous.iterableDepth;
    if (previous.mangledNames !== null && entry.type !== BlockType.CLASS) {
      entry.mangledNames = previous.mangledNames;
    }
    this.current = entry;
  }

  /** Leaves the current block. */
  exitBlock(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1];
  }

  /** Flags of a name in the current block; 0 if it was not mentioned yet. */
  lookup(name: string): number {
    return this.lookupIn(this.current, name);
  }

  /** Flags of a name in a block of the stack. */
  lookupIn(entry: SymbolTableEntry, name: string): number {
    return entry.symbols.get(maybeMangle(this.privateName, entry, name)) ?? 0;
  }

  /** Records a mention of `name` in the current block. Throws SyntaxError where it may not be bound. */
  define(name: string, flag: number, place: Place): void {
    this.defineWithContext(name, flag, place, flag === flags.USE ? "Load" : "Store");
  }

  /** As {@link define}, for a name that is read, written or deleted. */
  defineWithContext(name: string, flag: number, place: Place, context: expr_context): void {
    if (flag & (flags.DEF_PARAM | flags.DEF_LOCAL | flags.DEF_IMPORT)) this.checkName(name, place, context);
    const entry = this.current;
    if (flag & flags.DEF_TYPE_PARAM && entry.mangledNames !== null) entry.mangledNames.add(name);
    this.defineIn(entry, name, flag, place);
  }

  /** Records a mention of `name` in any block of the stack. */
  defineIn(entry: SymbolTableEntry, name: string, flag: number, place: Place): void {
    const mangled = this.privateName === null ? name : maybeMangle(this.privateName, this.current, name);
    const known = entry.symbols.get(mangled) ?? 0;
    if (flag & known & flags.DEF_PARAM) {
      throw this.error(`duplicate argument '${name}' in function definition`, place);
    }
    if (flag & known & flags.DEF_TYPE_PARAM) throw this.error(`duplicate type parameter '${name}'`, place);
    let value = known | flag;
    if (entry.inIterationTarget) {
      if (value & (flags.DEF_GLOBAL | flags.DEF_NONLOCAL)) {
        throw this.error(
          `comprehension inner loop cannot rebind assignment expression target '${name}'`,
          place,
        );
      }
      value |= flags.DEF_COMP_ITER;
    }
    if (value !== known) entry.symbols.set(mangled, value);
    if (flag & flags.DEF_PARAM) entry.varnames.push(mangled);
    else if (flag & flags.DEF_GLOBAL) {
      const globals = this.top.symbols;
      globals.set(mangled, (globals.get(mangled) ?? 0) | flag);
    }
  }

  /** `__debug__` can be neither assigned to nor deleted. */
  checkName(name: string, place: Place, context: expr_context): void {
    if (name !== "__debug__" || context === "Load") return;
    throw this.error(context === "Store" ? "cannot assign to __debug__" : "cannot delete __debug__", place);
  }

  /** Keeps a `global` or `nonlocal` for errors of the second pass. */
  recordDirective(name: string, place: Place): void {
    const entry = this.current;
    entry.directives ??= [];
    entry.directives.push({ name: maybeMangle(this.privateName, entry, name), range: place });
  }

  /** Whether `await` may stand outside functions here (the REPL of asyncio). */
  get allowsTopLevelAwait(): boolean {
    return (
      (this.future.features & PyCF.ALLOW_TOP_LEVEL_AWAIT) !== 0 && this.current.type === BlockType.MODULE
    );
  }

  /** Whether the current block is the body of an `async def`. */
  get inAsyncFunction(): boolean {
    return this.current.type === BlockType.FUNCTION && this.current.coroutine;
  }
}
