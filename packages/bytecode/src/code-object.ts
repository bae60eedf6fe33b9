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

/** All fields of a {@link CodeObject}. */
export interface CodeFields {
  /** Positional parameters, positional-only ones included, without `*args`. */
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  /** Deepest evaluation stack in values, locals not counted. */
  stacksize: number;
  /** Bits of {@link CodeFlags}. */
  flags: number;
  /** Generic instructions with their cache words: opcode in the low byte, oparg in the high byte. */
  code: Uint16Array;
  consts: readonly Constant[];
  /** Names as well-formed UTF-16. */
  names: readonly string[];
  /** Locals, then cells that are no arguments, then free variables. */
  localsplusNames: readonly string[];
  /** Bits of {@link LocalKind} for each of `localsplusNames`. */
  localsplusKinds: Uint8Array;
  filename: string;
  name: string;
  qualname: string;
  firstlineno: number;
  /** Positions in CPython's location-table encoding (`InternalDocs/code_objects.md`). */
  linetable: Uint8Array;
  /** Handlers in CPython's exception-table encoding (`InternalDocs/exception_handling.md`). */
  exceptiontable: Uint8Array;
}

/**
 * Compiled code, immutable: what the compiler returns, marshal stores and the runtime executes.
 * The runtime keeps what it derives from it (values of constants, quickened code) elsewhere.
 */
export class CodeObject implements CodeFields {
  readonly type = "code";
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly stacksize: number;
  readonly flags: number;
  readonly code: Uint16Array;
  readonly consts: readonly Constant[];
  readonly names: readonly string[];
  readonly localsplusNames: readonly string[];
  readonly localsplusKinds: Uint8Array;
  readonly filename: string;
  readonly name: string;
  readonly qualname: string;
  readonly firstlineno: number;
  readonly linetable: Uint8Array;
  readonly exceptiontable: Uint8Array;

  constructor(fields: CodeFields) {
    this.argcount = fields.argcount;
    this.posonlyargcount = fields.posonlyargcount;
    this.kwonlyargcount = fields.kwonlyargcount;
    this.stacksize = fields.stacksize;
    this.flags = fields.flags;
    this.code = fields.code;
    this.consts = fields.consts;
    this.names = fields.names;
    this.localsplusNames = fields.localsplusNames;
    this.localsplusKinds = fields.localsplusKinds;
    this.filename = fields.filename;
    this.name = fields.name;
    this.qualname = fields.qualname;
    this.firstlineno = fields.firstlineno;
    this.linetable = fields.linetable;
    this.exceptiontable = fields.exceptiontable;
  }

  /** Slots of a frame that hold locals, cells and free variables (CPython `co_nlocalsplus`). */
  get nlocalsplus(): number {
    return this.localsplusNames.length;
  }
}
