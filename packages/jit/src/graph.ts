import {
  CodeFlags,
  cacheWords,
  decodeHandlers,
  genericOf,
  type Handler,
  handlerAt,
  numPopped,
  numPushed,
  OPCODE_BITS,
  OPCODE_MASK,
  Op,
} from "@adder/bytecode";
import type { SiteFeedback } from "@adder/frames";
import type { PyCode } from "@adder/objects";

/** An instruction as the tier sees it: what the program says, and what the site has learned. */
export interface Instruction {
  /** Code unit. */
  readonly at: number;
  /** Code unit of the instruction that follows, behind the cache. */
  readonly next: number;
  /** The form that is to be compiled: the specialised one where there is one. */
  readonly opcode: number;
  readonly generic: number;
  readonly oparg: number;
  readonly feedback: SiteFeedback | null;
}

/** Instructions that are entered at the first and left at the last. */
export interface Block {
  readonly start: number;
  readonly instructions: readonly Instruction[];
  /** Code units of the blocks that may follow: the next one first, a jump's target behind it. */
  readonly successors: readonly number[];
}

/** How an instruction goes on. */
export type Flow = "next" | "jump" | "branch" | "leave";

const branches: ReadonlySet<number> = new Set([
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
  Op.FOR_ITER,
  Op.SEND,
]);
const jumps: ReadonlySet<number> = new Set([
  Op.JUMP_FORWARD,
  Op.JUMP_BACKWARD,
  Op.JUMP_BACKWARD_NO_INTERRUPT,
]);

/** The code unit to which a jump or branch may go. */
export function targetOf({ generic, next, oparg }: Instruction): number {
  if (generic === Op.JUMP_BACKWARD || generic === Op.JUMP_BACKWARD_NO_INTERRUPT) return next - oparg;
  // An exhausted loop goes on behind END_FOR.
  return generic === Op.FOR_ITER ? next + oparg + 1 : next + oparg;
}

/** The instructions of a code object, and how deep the evaluation stack is at each of them. */
export class CodeGraph {
  readonly code: PyCode;
  readonly #instructions: (Instruction | undefined)[] = [];
  readonly #depths: number[] = [];
  readonly #handlers: readonly Handler[];
  readonly #leaves: (instruction: Instruction) => boolean;

  /** @param leaves says which instructions are left to the interpreter */
  constructor(
    code: PyCode,
    feedback: readonly SiteFeedback[],
    leaves: (instruction: Instruction) => boolean,
  ) {
    this.code = code;
    this.#leaves = leaves;
    this.#handlers = decodeHandlers(code.code.exceptiontable);
    const sites = new Map(feedback.map((site) => [site.at, site]));
    const units = code.code.code;
    for (let at = 0; at < units.length; ) {
      const generic = genericOf(units[at] & 0xff);
      const site = sites.get(at) ?? null;
      const next = at + 1 + cacheWords[generic];
      this.#instructions[at] = {
        at,
        next,
        // A site that waits for another attempt is executed generically meanwhile.
        opcode: (code.instructions[at] & OPCODE_MASK) === generic ? generic : (site?.form ?? generic),
        generic,
        oparg: code.instructions[at] >> OPCODE_BITS,
        feedback: site,
      };
      at = next;
    }
    this.#measure();
  }

  get isGenerator(): boolean {
    const generators = CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR;
    return (this.code.code.flags & generators) !== 0;
  }

  at(unit: number): Instruction {
    return this.#instructions[unit] as Instruction;
  }

  /** Values on the stack in front of an instruction; -1 for one that is never reached. */
  depthAt(unit: number): number {
    return this.#depths[unit] ?? -1;
  }

  /** Values on the stack that the handler of exceptions at a code unit finds again, 0 where there is none. */
  protectedDepth(unit: number): number {
    return handlerAt(this.#handlers, unit)?.depth ?? 0;
  }

  flowOf(instruction: Instruction): Flow {
    if (this.#leaves(instruction) || instruction.generic === Op.RETURN_VALUE) return "leave";
    if (jumps.has(instruction.generic)) return "jump";
    return branches.has(instruction.generic) ? "branch" : "next";
  }

  /** The blocks that are reached from a code unit. */
  blocksFrom(entry: number): Map<number, Block> {
    const leaders = new Set([entry]);
    const seen = new Set<number>();
    const work = [entry];
    for (let start = work.pop(); start !== undefined; start = work.pop()) {
      for (let at = start; !seen.has(at); ) {
        seen.add(at);
        const instruction = this.at(at);
        const flow = this.flowOf(instruction);
        if (flow === "leave") break;
        if (flow === "next") {
          at = instruction.next;
          continue;
        }
        const targets = flow === "jump" ? [targetOf(instruction)] : [instruction.next, targetOf(instruction)];
        for (const target of targets) {
          leaders.add(target);
          work.push(target);
        }
        break;
      }
    }
    return new Map([...leaders].map((start) => [start, this.#block(start, leaders)]));
  }

  #block(start: number, leaders: ReadonlySet<number>): Block {
    const instructions: Instruction[] = [];
    for (let at = start; ; ) {
      const instruction = this.at(at);
      instructions.push(instruction);
      const flow = this.flowOf(instruction);
      if (flow === "leave") return { start, instructions, successors: [] };
      if (flow === "jump") return { start, instructions, successors: [targetOf(instruction)] };
      if (flow === "branch")
        return { start, instructions, successors: [instruction.next, targetOf(instruction)] };
      at = instruction.next;
      if (leaders.has(at)) return { start, instructions, successors: [at] };
    }
  }

  /** Follows every way through the code, handlers included. */
  #measure(): void {
    const depths = this.#depths;
    const work: [unit: number, depth: number][] = [[0, 0]];
    for (const { target, depth, lasti } of this.#handlers) work.push([target, depth + 1 + (lasti ? 1 : 0)]);
    for (let item = work.pop(); item !== undefined; item = work.pop()) {
      let [at, depth] = item;
      while (depths[at] === undefined) {
        depths[at] = depth;
        const instruction = this.#instructions[at];
        if (instruction === undefined) break;
        const { generic, oparg, next } = instruction;
        if (generic === Op.RETURN_VALUE || generic === Op.RAISE_VARARGS || generic === Op.RERAISE) break;
        const before = depth;
        depth += numPushed(generic, oparg) - numPopped(generic, oparg);
        if (jumps.has(generic)) {
          at = targetOf(instruction);
          continue;
        }
        if (branches.has(generic))
          work.push([targetOf(instruction), generic === Op.FOR_ITER ? before : depth]);
        at = next;
      }
    }
  }
}
