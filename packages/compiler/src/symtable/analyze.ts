import type { Diagnostics } from "../errors.js";
import { InternalError } from "../internal-error.js";
import type { SymbolTableEntry } from "./entry.js";
import * as flags from "./flags.js";
import { BlockType, Comprehension } from "./flags.js";
import { NameSet } from "./name-set.js";

/** Names that a class block provides to inner scopes without binding them itself. */
const IMPLICIT_CELLS = ["__class__", "__classdict__", "__conditional_annotations__"];

/** What the analysis of one block reads and writes. */
class Analysis {
  readonly entry: SymbolTableEntry;
  /** Names that enclosing functions bind; `null` for a module. */
  readonly bound: NameSet | null;
  /** Names that enclosing blocks declare global. */
  readonly global: NameSet;
  readonly typeParameters: NameSet;
  /** The class whose names the block sees, for an annotation scope in a class. */
  readonly classEntry: SymbolTableEntry | null;
  /** Names that the block takes from outside. */
  readonly free = new NameSet();
  /** Names that inner scopes take from outside them. */
  readonly childrenFree = new NameSet();
  /** Cells of comprehensions that are compiled into the block. */
  readonly inlinedCells = new NameSet();

  constructor(
    entry: SymbolTableEntry,
    bound: ReadonlySet<string> | null,
    global: ReadonlySet<string>,
    typeParameters: ReadonlySet<string>,
    classEntry: SymbolTableEntry | null,
  ) {
    this.entry = entry;
    this.bound = bound === null ? null : new NameSet(bound);
    this.global = new NameSet(global);
    this.typeParameters = new NameSet(typeParameters);
    this.classEntry = classEntry;
  }
}

function directiveError(d: Diagnostics, entry: SymbolTableEntry, name: string, message: string): Error {
  const directive = entry.directives?.find((candidate) => candidate.name === name);
  if (directive === undefined) return new InternalError(`no declaration of ${name} to report`);
  return d.earlyError(message, directive.range);
}

/** Decides the scope of one name. Follows `analyze_name`. Throws SyntaxError. */
function scopeOfName(a: Analysis, name: string, symbol: number, d: Diagnostics): number {
  const { entry, bound } = a;
  if (symbol & flags.DEF_GLOBAL) {
    if (symbol & flags.DEF_NONLOCAL) {
      throw directiveError(d, entry, name, `name '${name}' is nonlocal and global`);
    }
    a.global.add(name);
    bound?.delete(name);
    return flags.GLOBAL_EXPLICIT;
  }
  if (symbol & flags.DEF_NONLOCAL) {
    if (bound === null) {
      throw directiveError(d, entry, name, "nonlocal declaration not allowed at module level");
    }
    if (!bound.has(name)) throw directiveError(d, entry, name, `no binding for nonlocal '${name}' found`);
    if (a.typeParameters.has(name)) {
      throw directiveError(d, entry, name, `nonlocal binding not allowed for type parameter '${name}'`);
    }
    a.free.add(name);
    return flags.FREE;
  }
  if (symbol & flags.DEF_BOUND) {
    a.global.delete(name);
    if (symbol & flags.DEF_TYPE_PARAM) a.typeParameters.add(name);
    else a.typeParameters.delete(name);
    return flags.LOCAL;
  }
  if (a.classEntry !== null) {
    // The name is looked up in the class and then globally, never in a function around the class.
    const inClass = a.classEntry.symbols.get(name) ?? 0;
    if (inClass & flags.DEF_GLOBAL) return flags.GLOBAL_EXPLICIT;
    if (inClass & flags.DEF_BOUND && !(inClass & flags.DEF_NONLOCAL)) return flags.GLOBAL_IMPLICIT;
  }
  if (bound?.has(name)) {
    a.free.add(name);
    return flags.FREE;
  }
  return flags.GLOBAL_IMPLICIT;
}

function isFreeInChild(entry: SymbolTableEntry, name: string): boolean {
  return entry.children.some((child) => child.scopeOf(name) === flags.FREE);
}

/** Merges the names of a comprehension into the block that it is compiled into. Follows `inline_comprehension`. */
function inlineComprehension(a: Analysis, comprehension: SymbolTableEntry, comprehensionFree: NameSet): void {
  const { entry } = a;
  let usesClass = false;
  for (const [name, symbol] of comprehension.symbols) {
    if (symbol & flags.DEF_PARAM) continue; // the iterator, `.0`
    let scope = flags.scopeOf(symbol);
    const use = symbol & ((1 << flags.SCOPE_OFFSET) - 1);
    if (scope === flags.CELL || use & flags.DEF_COMP_CELL) a.inlinedCells.add(name);
    const existing = entry.symbols.get(name);
    if (scope === flags.FREE && entry.type === BlockType.CLASS && name === "__class__") {
      // The class itself does not see its own cell.
      scope = flags.GLOBAL_IMPLICIT;
      comprehensionFree.delete(name);
      usesClass = true;
    }
    if (existing === undefined) {
      entry.symbols.set(name, use | (scope << flags.SCOPE_OFFSET));
    } else if (existing & flags.DEF_BOUND && entry.type !== BlockType.CLASS) {
      // What was free in the comprehension is simply a local now, unless functions inside it need a cell.
      if (!isFreeInChild(comprehension, name)) comprehensionFree.delete(name);
    }
  }
  if (usesClass) comprehension.symbols.delete("__class__");
}

/** Locals that inner scopes use become cells. Follows `analyze_cells`. */
function analyzeCells(a: Analysis): void {
  const { childrenFree: free, inlinedCells } = a;
  if (free.size === 0 && inlinedCells.size === 0) return;
  const { symbols } = a.entry;
  symbols.forEach((symbol, name) => {
    if (flags.scopeOf(symbol) !== flags.LOCAL || !(free.has(name) || inlinedCells.has(name))) return;
    symbols.set(name, symbol ^ ((flags.LOCAL ^ flags.CELL) << flags.SCOPE_OFFSET));
    free.delete(name);
  });
}

/** A class keeps the names that it provides implicitly. Follows `drop_class_free`. */
function dropClassFree(entry: SymbolTableEntry, free: NameSet): void {
  if (free.delete("__class__")) entry.needsClassClosure = true;
  if (free.delete("__classdict__")) entry.needsClassdict = true;
  if (free.delete("__conditional_annotations__")) entry.hasConditionalAnnotations = true;
}

/** Enters cells of comprehensions and free names of inner scopes. Follows `update_symbols`. */
function updateSymbols(a: Analysis): void {
  const { entry, bound } = a;
  const { symbols } = entry;
  for (const name of a.inlinedCells.view) {
    const symbol = symbols.get(name);
    if (symbol !== undefined) symbols.set(name, symbol | flags.DEF_COMP_CELL);
  }
  const throughClass = entry.type === BlockType.CLASS || entry.canSeeClassScope;
  for (const name of a.childrenFree.view) {
    const known = symbols.get(name);
    if (known !== undefined) {
      // A method uses a name of an outer function that the class has too.
      if (throughClass) symbols.set(name, known | flags.DEF_FREE_CLASS);
    } else if (bound === null || bound.has(name)) {
      symbols.set(name, flags.FREE << flags.SCOPE_OFFSET);
    }
  }
}

/** Names of the block that inner functions see, with those that it saw itself. */
function boundForChildren(a: Analysis, outer: ReadonlySet<string> | null): ReadonlySet<string> {
  const { entry, bound } = a;
  const names = new NameSet((entry.type === BlockType.CLASS ? outer : bound?.view) ?? undefined);
  if (entry.type === BlockType.CLASS) {
    for (const name of IMPLICIT_CELLS) names.add(name);
  } else if (entry.isFunctionLike) {
    entry.symbols.forEach((symbol, name) => {
      if (flags.scopeOf(symbol) === flags.LOCAL) names.add(name);
    });
  }
  return names.view;
}

function analyzeChildren(
  a: Analysis,
  bound: ReadonlySet<string>,
  global: ReadonlySet<string>,
  d: Diagnostics,
): void {
  const { entry } = a;
  const { children } = entry;
  const isClass = entry.type === BlockType.CLASS;
  let inlined = false;
  for (const child of children) {
    let classEntry: SymbolTableEntry | null = null;
    if (child.canSeeClassScope) classEntry = isClass ? entry : a.classEntry;
    const inner = new Analysis(child, bound, global, a.typeParameters.view, classEntry);
    const childFree = analyzeBlock(inner, d);
    // All comprehensions are inlined but generator expressions, and those in annotation scopes of classes.
    if (child.comprehension !== Comprehension.NONE && !child.generator && !entry.canSeeClassScope) {
      inlineComprehension(a, child, childFree);
      child.inlined = true;
      inlined = true;
    }
    a.childrenFree.addAll(childFree.view);
  }
  if (inlined) {
    const spliced = children.flatMap((child) => (child.inlined ? child.children : [child]));
    children.splice(0, children.length, ...spliced);
  }
}

/** Analyses a block and those inside it; returns the names that they leave free. Follows `analyze_block`. */
function analyzeBlock(a: Analysis, d: Diagnostics): NameSet {
  const { entry } = a;
  const { symbols } = entry;
  const isClass = entry.type === BlockType.CLASS;
  // A class's own names are not visible in its methods: pass on what was known before they are analysed.
  const outerBound = a.bound === null ? null : a.bound.view;
  const outerGlobal = a.global.view;
  symbols.forEach((symbol, name) => {
    symbols.set(name, symbol | (scopeOfName(a, name, symbol, d) << flags.SCOPE_OFFSET));
  });
  if (entry.children.length > 0) {
    analyzeChildren(a, boundForChildren(a, outerBound), isClass ? outerGlobal : a.global.view, d);
  }
  if (entry.isFunctionLike) analyzeCells(a);
  else if (isClass) dropClassFree(entry, a.childrenFree);
  updateSymbols(a);
  a.free.addAll(a.childrenFree.view);
  return a.free;
}

/**
 * Second pass: resolves every name to a scope. Throws SyntaxError for a `nonlocal` without a binding.
 * Follows `symtable_analyze` (`Python/symtable.c`).
 */
export function analyze(top: SymbolTableEntry, diagnostics: Diagnostics): void {
  const none: ReadonlySet<string> = new Set();
  analyzeBlock(new Analysis(top, null, none, none, null), diagnostics);
}
