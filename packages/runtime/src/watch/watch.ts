import { genericOf, isAdaptive, superinstructionParts } from "@adder/bytecode";
import { type Attempt, type Frame, Statistics } from "@adder/frames";
import type { PyCode, ThreadState, Value } from "@adder/objects";

/** What is known of instructions, by opcode. */
interface OpcodeTables {
  /** What an instruction of the interpreter's own code is counted as: superinstructions as their first part. */
  readonly countedAs: Uint16Array;
  /** Is it a specialised form of an adaptive instruction? */
  readonly specialised: Uint8Array;
}

let tables: OpcodeTables | null = null;

/** Made when somebody watches. */
function opcodeTables(): OpcodeTables {
  if (tables !== null) return tables;
  const countedAs = Uint16Array.from({ length: 1024 }, (_, opcode) => opcode);
  for (const [opcode, first] of superinstructionParts) countedAs[opcode] = first;
  const specialised = Uint8Array.from(countedAs, (opcode) => {
    const generic = genericOf(opcode);
    return Number(opcode !== generic && isAdaptive(generic));
  });
  tables = { countedAs, specialised };
  return tables;
}

/** How often each instruction of a code object was executed, by code unit. */
export class CodeCounts {
  /** In its generic form. */
  readonly generic: Float64Array;
  /** In a specialised form whose guards held. */
  readonly hits: Float64Array;
  /** Guards that failed: the generic form was executed in its place, and is counted as such. */
  readonly misses: Float64Array;
  /** Why no form fitted at the last attempt, by code unit. */
  readonly reasons = new Map<number, string>();
  /** Executions by instruction, of all code. */
  readonly #byOpcode: Float64Array;
  readonly #tables = opcodeTables();

  constructor(units: number, byOpcode: Float64Array) {
    this.generic = new Float64Array(units);
    this.hits = new Float64Array(units);
    this.misses = new Float64Array(units);
    this.#byOpcode = byOpcode;
  }

  /** The instruction at a code unit begins. */
  executed(at: number, word: number): void {
    const { countedAs, specialised } = this.#tables;
    const opcode = countedAs[word];
    this.#byOpcode[opcode]++;
    if (specialised[opcode] === 1) this.hits[at]++;
    else this.generic[at]++;
  }

  /** It gives up: the specialiser is asked, and what stands there then is executed. */
  missed(at: number, word: number): void {
    const { countedAs, specialised } = this.#tables;
    const opcode = countedAs[word];
    this.#byOpcode[opcode]--;
    if (specialised[opcode] === 0) this.generic[at]--;
    else {
      this.hits[at]--;
      // A superinstruction is put back first, and its part fails then.
      if (opcode === word) this.misses[at]++;
    }
  }
}

/** Where an interpreter's watch is, once there is one. */
const watchOf = (ts: ThreadState): { watch: Watch | null } =>
  ts.interp.state(watchOf, () => ({ watch: null }));

/** What the loop that counts (`dispatch-watched.ts`) counts: everything that an interpreter executes. */
export class Watch {
  /** Code that was executed. */
  readonly codes = new Map<PyCode, CodeCounts>();
  /** Executions by instruction, as far as guards held. */
  readonly byOpcode = new Float64Array(1024);
  /** Frames of Python code that were begun. */
  frames = 0;
  /** Those of them that native code began, in a loop of their own. */
  framesFromNative = 0;
  /** Results of arithmetic on ints that no longer fit a double exactly. */
  intsBeyondSafe = 0;

  /** The one of a thread's interpreter, made on first use. */
  static of(ts: ThreadState): Watch {
    const place = watchOf(ts);
    if (place.watch === null) {
      const watch = new Watch();
      Statistics.of(ts).onAttempt = (attempt) => watch.#attempted(attempt);
      place.watch = watch;
    }
    return place.watch;
  }

  /** The one of a thread's interpreter, `null` when it is not watched. */
  static existing(ts: ThreadState): Watch | null {
    return watchOf(ts).watch;
  }

  countsOf(code: PyCode): CodeCounts {
    let counts = this.codes.get(code);
    if (counts === undefined) {
      counts = new CodeCounts(code.code.code.length, this.byOpcode);
      this.codes.set(code, counts);
    }
    return counts;
  }

  /** The loop begins with a frame. */
  started(frame: Frame): CodeCounts {
    if (frame.pc === 0) this.framesFromNative++;
    return this.countsOf(frame.code);
  }

  /** The loop goes on in a frame. */
  entered(frame: Frame): CodeCounts {
    if (frame.pc === 0) this.frames++;
    return this.countsOf(frame.code);
  }

  /** An operator has a result. */
  computed(left: Value, right: Value, result: Value | null): void {
    if (typeof result === "bigint" && typeof left === "number" && typeof right === "number")
      this.intsBeyondSafe++;
  }

  #attempted({ code, at, chosen, reason }: Attempt): void {
    const { reasons } = this.countsOf(code);
    if (chosen === null) reasons.set(at, reason);
    else reasons.delete(at);
  }
}
