import type { Diagnostics } from "../errors.js";
import { InternalError } from "../internal-error.js";
import type { SymbolTableEntry } from "./entry.js";
import * as flags from "./flags.js";
import { BlockType, Comprehension } from "./flags.js";

/** Names that a class block provides to inner scopes without binding them itself. */
const IMPLICIT_CELLS = ["__class__", "__classdict__", "__conditional_annotations__"];

/** What the analysis of one block reads and writes. */
class Analysis {
  /** Scope of each name of the block. */
  readonly scopes = new Map<string, number>();
  /** Names the block binds. */
  readonly local = new Set<string>();
  readonly entry: SymbolTableEntry;
  /** Names that enclosing functions bind; `null` for a module. */
  readonly bound: Set<string> | null;
  /** Names that enclosing blocks declare global. */
  readonly global: Set<string>;
  readonly typeParameters: Set<string>;
  /** Names that inner scopes take from outside this block. */
  readonly free: Set<string>;
  /** The class whose names the block sees, for an annotation scope in a class. */
  readonly classEntry: SymbolTableEntry | null;

  constructor(
    entry: SymbolTableEntry,
    bound: Set<string> | null,
    global: Set<string>,
    typeParameters: Set<string>,
    classEntry: SymbolTableEntry | null,
  ) {
    this.entry = entry;
    this.bound = bound;
    this.global = global;
    this.typeParameters = typeParameters;
    this.free = new Set();
    this.classEntry = classEntry;
  }
}

function unionInto(target: Set<string>, source: Set<string>): void {
  for (const name of source) target.add(name);
}

function directiveError(d: Diagnostics, entry: SymbolTableEntry, name: string, message: string): Error {
  const directive = entry.directives?.find((candidate) => candidate.name === name);
  if (directive === undefined) return new InternalError(`no declaration of ${name} to report`);
  return d.syntaxError(message, directive.range);
}

/** Decides the scope of one name. Follows `analyze_name`. Throws SyntaxError. */
function analyzeName(a: Analysis, name: string, symbol: number, d: Diagnostics): void {
  const { entry, bound, scopes } = a;
  if (symbol & flags.DEF_GLOBAL) {
    if (symbol & flags.DEF_NONLOCAL) {
      throw directiveError(d, entry, name, `name '${name}' is nonlocal and global`);
    }
    scopes.set(name, flags.GLOBAL_EXPLICIT);
    a.global.add(name);
    bound?.delete(name);
    return;
  }
  if (symbol & flags.DEF_NONLOCAL) {
    if (bound === null) {
      throw directiveError(d, entry, name, "nonlocal declaration not allowed at module level");
    }
    if (!bound.has(name)) throw directiveError(d, entry, name, `no binding for nonlocal '${name}' found`);
    if (a.typeParameters.has(name)) {
      throw directiveError(d, entry, name, `nonlocal binding not allowed for type parameter '${name}'`);
    }
    scopes.set(name, flags.FREE);
    a.free.add(name);
    return;
  }
  if (symbol & flags.DEF_BOUND) {
    scopes.set(name, flags.LOCAL);
    a.local.add(name);
    a.global.delete(name);
    if (symbol & flags.DEF_TYPE_PARAM) a.typeParameters.add(name);
    else a.typeParameters.delete(name);
    return;
  }
  if (a.classEntry !== null) {
    // The name is looked up in the class and then globally, never in a function around the class.
    const inClass = a.classEntry.symbols.get(name) ?? 0;
    if (inClass & flags.DEF_GLOBAL) {
      scopes.set(name, flags.GLOBAL_EXPLICIT);
      return;
    }
    if (inClass & flags.DEF_BOUND && !(inClass & flags.DEF_NONLOCAL)) {
      scopes.set(name, flags.GLOBAL_IMPLICIT);
      return;
    }
  }
  if (bound?.has(name)) {
    scopes.set(name, flags.FREE);
    a.free.add(name);
    return;
  }
  scopes.set(name, flags.GLOBAL_IMPLICIT);
}

function isFreeInChild(entry: SymbolTableEntry, name: string): boolean {
  return entry.children.some((child) => child.scopeOf(name) === flags.FREE);
}

/** Merges the names of a comprehension into the block that it is compiled into. Follows `inline_comprehension`. */
function inlineComprehension(
  a: Analysis,
  comprehension: SymbolTableEntry,
  comprehensionFree: Set<string>,
  inlinedCells: Set<string>,
): void {
  const { entry, scopes } = a;
  const removed: string[] = [];
  for (const [name, symbol] of comprehension.symbols) {
    if (symbol & flags.DEF_PARAM) continue; // the iterable, `.0`
    let scope = flags.scopeOf(symbol);
    const use = symbol & ((1 << flags.SCOPE_OFFSET) - 1);
    if (scope === flags.CELL || use & flags.DEF_COMP_CELL) inlinedCells.add(name);
    const existing = entry.symbols.get(name);
    if (scope === flags.FREE && entry.type === BlockType.CLASS && IMPLICIT_CELLS.includes(name)) {
      // The class itself does not see its own cell.
      scope = flags.GLOBAL_IMPLICIT;
      comprehensionFree.delete(name);
      removed.push(name);
    }
    if (existing === undefined) {
      entry.symbols.set(name, use);
      scopes.set(name, scope);
    } else if (existing & flags.DEF_BOUND && entry.type !== BlockType.CLASS) {
      // What was free in the comprehension is simply a local now, unless functions inside it need a cell.
      if (!isFreeInChild(comprehension, name)) comprehensionFree.delete(name);
    }
  }
  for (const name of removed) comprehension.symbols.delete(name);
}

/** Locals that inner scopes use become cells. Follows `analyze_cells`. */
function analyzeCells(scopes: Map<string, number>, free: Set<string>, inlinedCells: Set<string>): void {
  if (free.size === 0 && inlinedCells.size === 0) return;
  for (const [name, scope] of scopes) {
    if (scope !== flags.LOCAL || !(free.has(name) || inlinedCells.has(name))) continue;
    scopes.set(name, flags.CELL);
    free.delete(name);
  }
}

/** A class keeps the names that it provides implicitly. Follows `drop_class_free`. */
function dropClassFree(entry: SymbolTableEntry, free: Set<string>): void {
  if (free.delete("__class__")) entry.needsClassClosure = true;
  if (free.delete("__classdict__")) entry.needsClassdict = true;
  if (free.delete("__conditional_annotations__")) entry.hasConditionalAnnotations = true;
}

/** Writes the scopes into the entry, and free names of inner scopes. Follows `update_symbols`. */
function updateSymbols(a: Analysis, free: Set<string>, inlinedCells: Set<string>): void {
  const { entry, bound, scopes } = a;
  const symbols = entry.symbols;
  for (const [name, symbol] of symbols) {
    const cell = inlinedCells.has(name) ? flags.DEF_COMP_CELL : 0;
    symbols.set(name, symbol | cell | ((scopes.get(name) as number) << flags.SCOPE_OFFSET));
  }
  const throughClass = entry.type === BlockType.CLASS || entry.canSeeClassScope;
  for (const name of free) {
    const known = symbols.get(name);
    if (known !== undefined) {
      // A method uses a name of an outer function that the class has too.
      if (throughClass) symbols.set(name, known | flags.DEF_FREE_CLASS);
    } else if (bound === null || bound.has(name)) {
      symbols.set(name, flags.FREE << flags.SCOPE_OFFSET);
    }
  }
}

/** Analyses a block and those inside it; returns the names that it leaves free. Follows `analyze_block`. */
function analyzeBlock(a: Analysis, d: Diagnostics): Set<string> {
  const { entry } = a;
  const isClass = entry.type === BlockType.CLASS;
  const inlinedCells = new Set<string>();
  const newFree = new Set<string>();
  // A class's own names are not visible in its methods: pass on what was known before they are analysed.
  const newGlobal = new Set<string>(isClass ? a.global : undefined);
  const newBound = new Set<string>(isClass ? a.bound : undefined);
  for (const [name, symbol] of entry.symbols) analyzeName(a, name, symbol, d);
  if (isClass) {
    for (const name of IMPLICIT_CELLS) newBound.add(name);
  } else {
    if (entry.isFunctionLike) unionInto(newBound, a.local);
    if (a.bound !== null) unionInto(newBound, a.bound);
    unionInto(newGlobal, a.global);
  }
  const children = entry.children;
  let inlined = false;
  for (const child of children) {
    let classEntry: SymbolTableEntry | null = null;
    if (child.canSeeClassScope) classEntry = isClass ? entry : a.classEntry;
    const inner = new Analysis(
      child,
      new Set(newBound),
      new Set(newGlobal),
      new Set(a.typeParameters),
      classEntry,
    );
    const childFree = analyzeBlock(inner, d);
    // All comprehensions are inlined but generator expressions, and those in annotation scopes of classes.
    if (child.comprehension !== Comprehension.NONE && !child.generator && !entry.canSeeClassScope) {
      inlineComprehension(a, child, childFree, inlinedCells);
      child.inlined = true;
      inlined = true;
    }
    unionInto(newFree, childFree);
  }
  if (inlined) {
    const spliced = children.flatMap((child) => (child.inlined ? child.children : [child]));
    children.splice(0, children.length, ...spliced);
  }
  if (entry.isFunctionLike) analyzeCells(a.scopes, newFree, inlinedCells);
  else if (isClass) dropClassFree(entry, newFree);
  updateSymbols(a, newFree, inlinedCells);
  unionInto(newFree, a.free);
  return newFree;
}

/**
 * Second pass: resolves every name to a scope. Throws SyntaxError for a `nonlocal` without a binding.
 * Follows `symtable_analyze` (`Python/symtable.c`).
 */
export function analyze(top: SymbolTableEntry, diagnostics: Diagnostics): void {
  analyzeBlock(new Analysis(top, null, new Set(), new Set(), null), diagnostics);
}
