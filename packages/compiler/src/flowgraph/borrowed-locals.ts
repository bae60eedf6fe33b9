import { numPopped, numPushed, OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import { type BasicBlock, clearVisited, fallsThrough, type Instruction } from "../ir/index.js";
import { Scratch } from "./scratch.js";

const hasTarget = OpcodeFlag.JUMP | OpcodeFlag.EXC;

/** How an instruction changes the simulated stack where its stack effect does not tell which values stay. */
const enum Shape {
  DEFAULT = 0,
  LOAD = 1,
  LOAD_AND_CLEAR = 2,
  LOAD_PAIR = 3,
  STORE = 4,
  STORE_LOAD = 5,
  STORE_PAIR = 6,
  COPY = 7,
  SWAP = 8,
  PUSHES_ONLY = 9,
  POPS_ONLY = 10,
  REPLACES_TOP = 11,
  FOR_ITER = 12,
  ATTRIBUTE = 13,
  SUPER_ATTRIBUTE = 14,
  SEND = 15,
  METHOD_AND_SELF = 16,
  DELETE = 17,
}

const shapes = new Uint8Array(512);
shapes[Op.LOAD_FAST] = Shape.LOAD;
shapes[Op.LOAD_FAST_AND_CLEAR] = Shape.LOAD_AND_CLEAR;
shapes[Op.LOAD_FAST_LOAD_FAST] = Shape.LOAD_PAIR;
shapes[Op.STORE_FAST] = Shape.STORE;
shapes[Op.STORE_FAST_LOAD_FAST] = Shape.STORE_LOAD;
shapes[Op.STORE_FAST_STORE_FAST] = Shape.STORE_PAIR;
shapes[Op.DELETE_FAST] = Shape.DELETE;
shapes[Op.COPY] = Shape.COPY;
shapes[Op.SWAP] = Shape.SWAP;
shapes[Op.CHECK_EXC_MATCH] = Shape.REPLACES_TOP;
shapes[Op.FOR_ITER] = Shape.FOR_ITER;
shapes[Op.LOAD_ATTR] = Shape.ATTRIBUTE;
shapes[Op.LOAD_SUPER_ATTR] = Shape.SUPER_ATTRIBUTE;
shapes[Op.SEND] = Shape.SEND;
shapes[Op.LOAD_SPECIAL] = Shape.METHOD_AND_SELF;
shapes[Op.PUSH_EXC_INFO] = Shape.METHOD_AND_SELF;
for (const opcode of [
  Op.FORMAT_SIMPLE,
  Op.GET_ANEXT,
  Op.GET_LEN,
  Op.GET_YIELD_FROM_ITER,
  Op.IMPORT_FROM,
  Op.MATCH_KEYS,
  Op.MATCH_MAPPING,
  Op.MATCH_SEQUENCE,
  Op.WITH_EXCEPT_START,
]) {
  shapes[opcode] = Shape.PUSHES_ONLY;
}
for (const opcode of [
  Op.DICT_MERGE,
  Op.DICT_UPDATE,
  Op.LIST_APPEND,
  Op.LIST_EXTEND,
  Op.MAP_ADD,
  Op.RERAISE,
  Op.SET_ADD,
  Op.SET_UPDATE,
]) {
  shapes[opcode] = Shape.POPS_ONLY;
}

/** Marks a value that no load of this block produced, and one that is no local. */
const NONE = -1;

/**
 * Values on the stack while a block runs, each with the index of the instruction that produced it and the local it was
 * read from. Loads whose value outlives its local, is stored in a local, or is left on the stack are unsafe to borrow.
 */
class LoadTracker {
  private readonly producers: number[] = [];
  private readonly locals: number[] = [];
  private readonly scratch = new Scratch();
  private unsafe = this.scratch.zeros(0);
  depth = 0;

  start(depth: number, instructions: number): void {
    this.unsafe = this.scratch.zeros(instructions);
    this.depth = 0;
    this.push(NONE, NONE, depth);
  }

  push(producer: number, local: number, times: number): void {
    for (let i = 0; i < times; i++) {
      this.producers[this.depth] = producer;
      this.locals[this.depth++] = local;
    }
  }

  load(producer: number, local: number): void {
    this.producers[this.depth] = producer;
    this.locals[this.depth++] = local;
  }

  kill(local: number): void {
    for (let i = 0; i < this.depth; i++) if (this.locals[i] === local) this.unsafe[this.producers[i]] = 1;
  }

  store(local: number): void {
    const producer = this.producers[--this.depth];
    this.kill(local);
    if (producer !== NONE) this.unsafe[producer] = 1;
  }

  copy(distance: number): void {
    const from = this.depth - distance;
    this.load(this.producers[from], this.locals[from]);
  }

  swap(distance: number): void {
    const top = this.depth - 1;
    const other = this.depth - distance;
    const producer = this.producers[other];
    const local = this.locals[other];
    this.producers[other] = this.producers[top];
    this.locals[other] = this.locals[top];
    this.producers[top] = producer;
    this.locals[top] = local;
  }

  /** Pops the owner of an attribute and `below` values under it; a method call pushes the owner back. */
  attribute(index: number, below: number, isMethod: boolean): void {
    const producer = this.producers[--this.depth];
    const local = this.locals[this.depth];
    this.depth -= below;
    this.load(index, NONE);
    if (isMethod) this.load(producer, local);
  }

  finish(instructions: readonly Instruction[]): void {
    for (let i = 0; i < this.depth; i++) if (this.producers[i] !== NONE) this.unsafe[this.producers[i]] = 1;
    for (let i = 0; i < instructions.length; i++) {
      if (this.unsafe[i] !== 0) continue;
      const instruction = instructions[i];
      if (instruction.opcode === Op.LOAD_FAST) instruction.opcode = Op.LOAD_FAST_BORROW;
      else if (instruction.opcode === Op.LOAD_FAST_LOAD_FAST) {
        instruction.opcode = Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW;
      }
    }
  }
}

const tracker = new LoadTracker();

/** Runs one instruction on the tracked stack. */
function simulate(instruction: Instruction, index: number): void {
  const { opcode, oparg } = instruction;
  switch (shapes[opcode]) {
    case Shape.LOAD:
      tracker.load(index, oparg);
      break;
    case Shape.LOAD_AND_CLEAR:
      tracker.kill(oparg);
      tracker.load(index, oparg);
      break;
    case Shape.LOAD_PAIR:
      tracker.load(index, oparg >> 4);
      tracker.load(index, oparg & 15);
      break;
    case Shape.STORE:
      tracker.store(oparg);
      break;
    case Shape.STORE_LOAD:
      tracker.store(oparg >> 4);
      tracker.load(index, oparg & 15);
      break;
    case Shape.STORE_PAIR:
      tracker.store(oparg >> 4);
      tracker.store(oparg & 15);
      break;
    case Shape.DELETE:
      tracker.kill(oparg);
      break;
    case Shape.COPY:
      tracker.copy(oparg);
      break;
    case Shape.SWAP:
      tracker.swap(oparg);
      break;
    case Shape.PUSHES_ONLY:
      // CPython names the loop counter as producer here (a shadowed variable); equal code needs the same.
      for (let i = 0, n = numPushed(opcode, oparg) - numPopped(opcode, oparg); i < n; i++)
        tracker.load(i, NONE);
      break;
    case Shape.POPS_ONLY:
      tracker.depth -= numPopped(opcode, oparg) - numPushed(opcode, oparg);
      break;
    case Shape.REPLACES_TOP:
      tracker.depth--;
      tracker.load(index, NONE);
      break;
    case Shape.FOR_ITER:
      tracker.load(index, NONE);
      break;
    case Shape.ATTRIBUTE:
      tracker.attribute(index, 0, (oparg & 1) !== 0);
      break;
    case Shape.SUPER_ATTRIBUTE:
      tracker.attribute(index, 2, (oparg & 1) !== 0);
      break;
    case Shape.METHOD_AND_SELF:
      tracker.attribute(index, 0, true);
      break;
    case Shape.SEND:
      tracker.depth--;
      tracker.load(index, NONE);
      break;
    default: {
      const popped = numPopped(opcode, oparg);
      const pushed = numPushed(opcode, oparg);
      // Block pushes change the stack at their target only.
      if ((opcodeFlags[opcode] & OpcodeFlag.EXC) === 0) {
        tracker.depth -= popped;
        tracker.push(index, NONE, pushed);
      }
    }
  }
}

/**
 * Makes loads of locals LOAD_FAST_BORROW where the local provably stays bound until the value is consumed.
 * Follows CPython's `optimize_load_fast` (`Python/flowgraph.c`).
 */
export function borrowLocals(entry: BasicBlock): void {
  clearVisited(entry);
  const stack = [entry];
  entry.startDepth = 0;
  entry.visited = true;
  while (stack.length > 0) {
    const block = stack.pop()!;
    const { instructions } = block;
    tracker.start(block.startDepth, instructions.length);
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i];
      simulate(instruction, i);
      if ((opcodeFlags[instruction.opcode] & hasTarget) !== 0) {
        const target = instruction.target!;
        if (!target.visited) {
          target.visited = true;
          stack.push(target);
        }
      }
    }
    const next = block.next;
    if (next !== null && !next.visited && instructions.length > 0 && fallsThrough(block)) {
      next.visited = true;
      stack.push(next);
    }
    tracker.finish(instructions);
  }
}
