import type { Located } from "@adder/ast";
import type { SourceRange } from "../errors.js";
import { BlockType, Comprehension, DEF_BOUND, scopeOf } from "./flags.js";

/** A `global` or `nonlocal` declaration, kept for errors that show only in analysis. */
export interface Directive {
  readonly name: string;
  readonly range: SourceRange | Located;
}

/**
 * One block of a program: a module, class or function body, comprehension, or annotation scope.
 * Follows CPython's `PySTEntryObject` (`Include/internal/pycore_symtable.h`).
 */
export class SymbolTableEntry {
  /** Unique within one symbol table, in the order of creation. */
  readonly id: number;
  /** Name of the function or class; `top`, `lambda`, `genexpr`, `__annotate__`, ... for others. */
  readonly name: string;
  readonly type: BlockType;
  readonly range: SourceRange | Located;
  /** Flags by mangled name, in the order of first mention. */
  readonly symbols = new Map<string, number>();
  /** Parameters in the order of the frame: positional, keyword-only, `*args`, `**kwargs`. */
  readonly varnames: string[] = [];
  /** Inner blocks; those of inlined comprehensions stand in the place of the comprehension. */
  readonly children: SymbolTableEntry[] = [];
  directives: Directive[] | null = null;
  /** In the type-parameter scope of a generic class: the names that are mangled, others are not. */
  mangledNames: Set<string> | null = null;
  /** Lies inside a function. */
  nested = false;
  /** Contains `yield`, or is a generator expression. */
  generator = false;
  /** `async def`, or contains `await`, `async for` or an asynchronous comprehension. */
  coroutine = false;
  comprehension: Comprehension = Comprehension.NONE;
  varargs = false;
  varkeywords = false;
  returnsValue = false;
  /** A class whose methods use `__class__`. */
  needsClassClosure = false;
  /** A class whose annotation scopes read names through `__classdict__`. */
  needsClassdict = false;
  /** The comprehension is compiled into the enclosing block (PEP 709). */
  inlined = false;
  /** While a comprehension's target is visited. */
  inIterationTarget = false;
  /** How many iterables of comprehensions enclose what is visited. */
  iterableDepth = 0;
  /** An annotation scope directly in a class, which sees the class's names. */
  canSeeClassScope = false;
  hasConditionalAnnotations = false;
  inConditionalBlock = false;
  inUnevaluatedAnnotation = false;
  annotationsUsed = false;
  /** The annotations of this block's own variables. */
  annotationBlock: SymbolTableEntry | null = null;
  hasDocstring = false;
  /** A function directly in a class. */
  isMethod = false;
  /** What an error calls a bound or default, e.g. `a TypeVar bound`. */
  scopeInfo: string | null = null;

  constructor(
    id: number,
    name: string,
    type: BlockType,
    range: SourceRange | Located,
    parent: SymbolTableEntry | null,
  ) {
    this.id = id;
    this.name = name;
    this.type = type;
    this.range = range;
    if (parent !== null) {
      this.nested = parent.nested || parent.isFunctionLike;
      this.isMethod = parent.type === BlockType.CLASS && type === BlockType.FUNCTION;
    }
  }

  /** First line of the block; 0 for a module. */
  get lineno(): number {
    return this.range.lineno;
  }

  /** Functions and annotation scopes, which keep their names in fast locals. */
  get isFunctionLike(): boolean {
    return this.type !== BlockType.CLASS && this.type !== BlockType.MODULE;
  }

  /** Scope of a name, 0 if the block does not mention it. */
  scopeOf(name: string): number {
    return scopeOf(this.symbols.get(name) ?? 0);
  }

  /** Whether the block itself binds the name. */
  binds(name: string): boolean {
    return ((this.symbols.get(name) ?? 0) & DEF_BOUND) !== 0;
  }
}
