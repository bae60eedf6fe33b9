import type { CodeObject } from "@adder/bytecode";
import { CodeType } from "../../core/builtin-types.js";
import { PyObject, type Value } from "../../core/object.js";

/** A code object as a Python value: the immutable code, and what executing it needs or has learned. */
export class PyCode extends PyObject {
  readonly code: CodeObject;
  /** Values of the constants, nested code as {@link PyCode}. */
  readonly consts: readonly Value[];
  /** Names in key form (`strKey`). */
  readonly names: readonly string[];
  /** What the interpreter executes: a copy that it may quicken, or the generic code itself. */
  instructions: Uint16Array;
  /** Inline caches, indexed by code unit; `null` until the code is quickened. */
  caches: unknown[] | null = null;
  /** Executions and back-edges seen, for the tiers above. */
  warmth = 0;
  /** What the runtime derives on first execution (decoded exception table, argument layout); its own business. */
  executable: unknown = null;

  constructor(code: CodeObject, consts: readonly Value[]) {
    super(CodeType);
    this.code = code;
    this.consts = consts;
    this.names = code.names;
    this.instructions = code.code;
  }
}
