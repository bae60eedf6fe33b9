import type { ConstantValue } from "@adder/ast";

/** A constant of a code object: what a syntax tree can hold, slices of constants, and nested code. */
export type Constant =
  | Exclude<ConstantValue, { readonly items: readonly ConstantValue[] }>
  | { readonly type: "tuple"; readonly items: readonly Constant[] }
  | { readonly type: "frozenset"; readonly items: readonly Constant[] }
  | { readonly type: "slice"; readonly start: Constant; readonly stop: Constant; readonly step: Constant }
  | CodeObject;

/** `co_flags` bits (CPython `Include/cpython/code.h`). */
export const CodeFlags = {
  OPTIMIZED: 0x1,
  NEWLOCALS: 0x2,
  VARARGS: 0x4,
  VARKEYWORDS: 0x8,
  NESTED: 0x10,
  GENERATOR: 0x20,
  COROUTINE: 0x80,
  ITERABLE_COROUTINE: 0x100,
  ASYNC_GENERATOR: 0x200,
  FUTURE_DIVISION: 0x20000,
  FUTURE_ABSOLUTE_IMPORT: 0x40000,
  FUTURE_WITH_STATEMENT: 0x80000,
  FUTURE_PRINT_FUNCTION: 0x100000,
  FUTURE_UNICODE_LITERALS: 0x200000,
  FUTURE_BARRY_AS_BDFL: 0x400000,
  FUTURE_GENERATOR_STOP: 0x800000,
  FUTURE_ANNOTATIONS: 0x1000000,
  HAS_DOCSTRING: 0x4000000,
  METHOD: 0x8000000,
} as const;

/** Bits of `CodeObject.localsplusKinds` (CPython `Include/internal/pycore_code.h`). */
export const LocalKind = {
  ARG_POS: 0x02,
  ARG_KW: 0x04,
  ARG_VAR: 0x08,
  HIDDEN: 0x10,
  LOCAL: 0x20,
  CELL: 0x40,
  FREE: 0x80,
} as const;

/** What is known of a code object without its body: enough to make a function. */
export interface CodeHeader {
  /** Positional parameters, positional-only ones included, without `*args`. */
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  /** Bits of {@link CodeFlags}. */
  readonly flags: number;
  readonly filename: string;
  readonly name: string;
  readonly qualname: string;
  readonly firstlineno: number;
}

/** What only running or inspecting code needs. */
export interface CodeBody {
  /** Deepest evaluation stack in values, locals not counted. */
  readonly stacksize: number;
  /** Generic instructions with their cache words: opcode in the low byte, oparg in the high byte. */
  readonly code: Uint16Array;
  readonly consts: readonly Constant[];
  /** Names as well-formed UTF-16. */
  readonly names: readonly string[];
  /** Locals, then cells that are no arguments, then free variables. */
  readonly localsplusNames: readonly string[];
  /** Bits of {@link LocalKind} for each of `localsplusNames`. */
  readonly localsplusKinds: Uint8Array;
  /** Positions in CPython's location-table encoding (`InternalDocs/code_objects.md`). */
  readonly linetable: Uint8Array;
  /** Handlers in CPython's exception-table encoding (`InternalDocs/exception_handling.md`). */
  readonly exceptiontable: Uint8Array;
}

/** All fields of a {@link CodeObject}. */
export interface CodeFields extends CodeHeader, CodeBody {}

/** Where a body comes from that is not there yet: an image that is decoded, a compiler that assembles it. */
export interface CodeSource {
  /** Makes the body at a place that the source itself gave out. When it throws, it may be asked again. */
  loadBody(place: number): CodeBody;
}

/**
 * Compiled code, immutable: what the compiler returns, marshal stores and the runtime executes.
 * The runtime keeps what it derives from it (values of constants, quickened code) elsewhere.
 * Most code of a module never runs, so that the body may be made when it is first asked for.
 */
export class CodeObject implements CodeFields {
  readonly type = "code";
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly flags: number;
  readonly filename: string;
  readonly name: string;
  readonly qualname: string;
  readonly firstlineno: number;
  private body: CodeBody | null;
  private source: CodeSource | null;
  private readonly place: number;

  /**
   * @param header also the body, when `source` is null
   * @param place what `source` needs to find the body
   */
  constructor(header: CodeFields);
  constructor(header: CodeHeader, source: CodeSource, place: number);
  constructor(header: CodeHeader, source: CodeSource | null = null, place = 0) {
    this.argcount = header.argcount;
    this.posonlyargcount = header.posonlyargcount;
    this.kwonlyargcount = header.kwonlyargcount;
    this.flags = header.flags;
    this.filename = header.filename;
    this.name = header.name;
    this.qualname = header.qualname;
    this.firstlineno = header.firstlineno;
    this.source = source;
    this.place = place;
    if (source !== null) this.body = null;
    else {
      const { stacksize, code, consts, names, localsplusNames, localsplusKinds, linetable, exceptiontable } =
        header as CodeFields;
      this.body = {
        stacksize,
        code,
        consts,
        names,
        localsplusNames,
        localsplusKinds,
        linetable,
        exceptiontable,
      };
    }
  }

  private load(): CodeBody {
    const body = this.source!.loadBody(this.place);
    this.body = body;
    this.source = null;
    return body;
  }

  /** Deepest evaluation stack in values, locals not counted. */
  get stacksize(): number {
    return (this.body ?? this.load()).stacksize;
  }

  /** Generic instructions with their cache words. */
  get code(): Uint16Array {
    return (this.body ?? this.load()).code;
  }

  /** Constants; the first is the docstring where `HAS_DOCSTRING` is set. */
  get consts(): readonly Constant[] {
    return (this.body ?? this.load()).consts;
  }

  /** Names of globals, attributes and modules. */
  get names(): readonly string[] {
    return (this.body ?? this.load()).names;
  }

  /** Names of the frame slots. */
  get localsplusNames(): readonly string[] {
    return (this.body ?? this.load()).localsplusNames;
  }

  /** Bits of {@link LocalKind} of the frame slots. */
  get localsplusKinds(): Uint8Array {
    return (this.body ?? this.load()).localsplusKinds;
  }

  /** Encoded positions. */
  get linetable(): Uint8Array {
    return (this.body ?? this.load()).linetable;
  }

  /** Encoded exception handlers. */
  get exceptiontable(): Uint8Array {
    return (this.body ?? this.load()).exceptiontable;
  }

  /** Slots of a frame that hold locals, cells and free variables (CPython `co_nlocalsplus`). */
  get nlocalsplus(): number {
    return this.localsplusNames.length;
  }
}
