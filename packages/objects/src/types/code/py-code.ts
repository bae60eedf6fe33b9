import type { CodeObject } from "@adder/bytecode";
import { CodeType } from "../../core/builtin-types.js";
import type { PyObject, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { constantValue } from "./constants.js";

const NOT_EXECUTED = new Int32Array(0);
const NO_CACHES: unknown[] = [];
const NO_NAMES: readonly string[] = [];
const NO_CONSTANTS: readonly Value[] = [];

/** A code object as a Python value: the immutable code, and what executing it needs or has learned. */
export class PyCode implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly code: CodeObject;
  /** Names in key form (`strKey`), for the interpreter; empty before the first execution. */
  names: readonly string[] = NO_NAMES;
  /**
   * What the interpreter executes, its own business: a wider copy of the generic code that it makes on first execution
   * and specialises later. Empty before.
   */
  instructions: Int32Array = NOT_EXECUTED;
  /** Values that inline caches refer to, by code unit; empty until the code is quickened. */
  caches: unknown[] = NO_CACHES;
  /** The constants' values, for the interpreter; empty before the first execution. */
  constants: readonly Value[] = NO_CONSTANTS;
  /** Code unit at which calls that count their ticks begin: behind RESUME, once that has nothing else to do. */
  entry = 0;
  /** Executions and back-edges seen, for the tiers above. */
  warmth = 0;
  /** What tools want to know of this code (`sys.monitoring`), the interpreter's business; `null` for nothing. */
  monitoring: unknown = null;
  /** What a tier above the interpreter has made of it, for calls; `null` for nothing. Its business, as are the counts. */
  compiled: unknown = null;
  /** Guards of compiled code that have failed since it was compiled. */
  misses = 0;
  /** How often compiled code was thrown away because it guessed wrong. */
  discarded = 0;
  /** What the runtime derives on first execution (decoded exception table, argument layout); its own business. */
  executable: unknown = null;
  /** Values of the constants, or before they are made the thread for which they will be. */
  #consts: readonly Value[] | ThreadState;

  /** @param consts values of the constants where they are known already */
  constructor(ts: ThreadState, code: CodeObject, consts: readonly Value[] | null = null) {
    this.cls = CodeType;
    this.code = code;
    this.#consts = consts ?? ts;
  }

  /** Values of the constants, nested code as {@link PyCode}; made on first use, since much code never runs. */
  get consts(): readonly Value[] {
    if (Array.isArray(this.#consts)) return this.#consts;
    const ts = this.#consts as ThreadState;
    const values = this.code.consts.map((constant) => constantValue(ts, constant));
    this.#consts = values;
    return values;
  }
}
