import { type Constant, intrinsics1, OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { foldBinary, foldUnary } from "../fold/operators.js";
import { Op } from "../generated/op.js";
import { type BasicBlock, type ConstTable, type Instruction, NO_LOCATION } from "../ir/index.js";
import { Scratch } from "./scratch.js";

/** Longest display that is looked at, a guideline of CPython's for the C stack (`_PY_STACK_USE_GUIDELINE`). */
const MAX_DISPLAY = 30;

/** Shortest display of constants outside loops and membership tests that becomes one constant. */
const MIN_CONST_SEQUENCE_SIZE = 3;

/** Whether an instruction pushes a constant. */
export function loadsConstant(opcode: number): boolean {
  return opcode === Op.LOAD_SMALL_INT || (opcodeFlags[opcode] & OpcodeFlag.CONST) !== 0;
}

/** The constant that an instruction pushes. */
export function constantOf(opcode: number, oparg: number, consts: ConstTable): Constant {
  return opcode === Op.LOAD_SMALL_INT ? oparg : consts.values[oparg];
}

/** Turns an instruction into LOAD_SMALL_INT if the constant is an int from 0 to 255; tells whether it did. */
export function makeSmallInt(instruction: Instruction, constant: Constant): boolean {
  if (typeof constant !== "number" || constant < 0 || constant > 255) return false;
  instruction.set(Op.LOAD_SMALL_INT, constant);
  return true;
}

function makeLoad(instruction: Instruction, constant: Constant, consts: ConstTable): void {
  if (!makeSmallInt(instruction, constant)) instruction.set(Op.LOAD_CONST, consts.add(constant));
}

/** The `size` instructions that end at `end` and push constants, NOPs left out; null if others are among them. */
function constantLoads(block: BasicBlock, end: number, size: number): Instruction[] | null {
  const found: Instruction[] = [];
  for (let i = end; found.length < size; i--) {
    if (i < 0) return null;
    const instruction = block.instructions[i];
    if (instruction.opcode === Op.NOP) continue;
    if (!loadsConstant(instruction.opcode)) return null;
    found.push(instruction);
  }
  return found.reverse();
}

function erase(instruction: Instruction): void {
  instruction.clear();
  instruction.loc = NO_LOCATION;
}

function values(loads: readonly Instruction[], consts: ConstTable): Constant[] {
  return loads.map(({ opcode, oparg }) => constantOf(opcode, oparg, consts));
}

/** Replaces BUILD_TUPLE of constants by the tuple. */
export function foldTuple(block: BasicBlock, index: number, consts: ConstTable): void {
  const build = block.instructions[index];
  if (build.oparg > MAX_DISPLAY) return;
  const loads = constantLoads(block, index - 1, build.oparg);
  if (loads === null) return;
  const items = values(loads, consts);
  loads.forEach(erase);
  makeLoad(build, { type: "tuple", items }, consts);
}

/** Replaces a list of constants that is built item by item and made a tuple by the tuple. */
export function foldListToTuple(block: BasicBlock, index: number, consts: ConstTable): void {
  const { instructions } = block;
  const loads: Instruction[] = [];
  let wantAppend = true;
  for (let i = index - 1; i >= 0; i--) {
    const { opcode, oparg } = instructions[i];
    if (opcode === Op.NOP) continue;
    if (opcode === Op.BUILD_LIST && oparg === 0) {
      if (!wantAppend) return;
      const items = values(loads.reverse(), consts);
      for (let j = index - 1; j >= i; j--) if (instructions[j].opcode !== Op.NOP) erase(instructions[j]);
      makeLoad(instructions[index], { type: "tuple", items }, consts);
      return;
    }
    if (wantAppend) {
      if (opcode !== Op.LIST_APPEND || oparg !== 1) return;
    } else {
      if (!loadsConstant(opcode)) return;
      loads.push(instructions[i]);
    }
    wantAppend = !wantAppend;
  }
}

/** Items without those that are equal to an earlier one, as a set would keep them. */
function distinct(items: readonly Constant[]): Constant[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const key = equalityKey(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What is the same for constants that compare equal in Python: 1, 1.0, True and 1+0j are. */
function equalityKey(item: Constant): unknown {
  if (typeof item === "boolean") return Number(item);
  if (typeof item === "string") return `s${item}`;
  if (typeof item !== "object" || item === null) return item;
  switch (item.type) {
    case "float":
      // Integral floats beyond the safe range equal big ints.
      if (Number.isNaN(item.value)) return item;
      if (Number.isSafeInteger(item.value)) return item.value + 0;
      return Number.isInteger(item.value) ? BigInt(item.value) : `f${item.value}`;
    case "complex":
      if (item.imag === 0) return equalityKey({ type: "float", value: item.real });
      return `c${item.real + 0} ${item.imag}`;
    case "str":
      return `w${item.codePoints.join()}`;
    case "bytes":
      return `b${item.value.join()}`;
    case "ellipsis":
      return "e";
    case "tuple":
      return `t${JSON.stringify(item.items.map((inner) => String(equalityKey(inner))))}`;
    default:
      return item;
  }
}

/**
 * Replaces a list or set of constants by one constant: in a loop or membership test as a whole, elsewhere as what the
 * new container is filled from. Other lists that are iterated over become tuples.
 * Follows CPython's `optimize_lists_and_sets`.
 */
export function foldListOrSet(
  block: BasicBlock,
  index: number,
  nextOpcode: number,
  consts: ConstTable,
): void {
  const { instructions } = block;
  const build = instructions[index];
  const { opcode, oparg: size } = build;
  const readOnly = nextOpcode === Op.GET_ITER || nextOpcode === Op.CONTAINS_OP;
  if (size > MAX_DISPLAY || (size < MIN_CONST_SEQUENCE_SIZE && !readOnly)) return;
  const loads = constantLoads(block, index - 1, size);
  if (loads === null) {
    if (readOnly && opcode === Op.BUILD_LIST) build.opcode = Op.BUILD_TUPLE;
    return;
  }
  const items = values(loads, consts);
  const constant: Constant =
    opcode === Op.BUILD_SET ? { type: "frozenset", items: distinct(items) } : { type: "tuple", items };
  const place = consts.add(constant);
  loads.forEach(erase);
  if (readOnly) {
    build.set(Op.LOAD_CONST, place);
    return;
  }
  const start = instructions[index - 2];
  start.loc = build.loc;
  start.set(opcode, 0);
  instructions[index - 1].set(Op.LOAD_CONST, place);
  build.set(opcode === Op.BUILD_LIST ? Op.LIST_EXTEND : Op.SET_UPDATE, 1);
}

/** Computes a binary operator on constants. */
export function foldBinaryOp(block: BasicBlock, index: number, consts: ConstTable): void {
  const loads = constantLoads(block, index - 1, 2);
  if (loads === null) return;
  const operation = block.instructions[index];
  const [left, right] = values(loads, consts);
  const result = foldBinary(operation.oparg, left, right);
  if (result === undefined) return;
  loads.forEach(erase);
  makeLoad(operation, result, consts);
}

/** Computes a unary operator on a constant. */
export function foldUnaryOp(block: BasicBlock, index: number, consts: ConstTable): void {
  const loads = constantLoads(block, index - 1, 1);
  if (loads === null) return;
  const operation = block.instructions[index];
  const [operand] = values(loads, consts);
  const symbol =
    operation.opcode === Op.UNARY_NEGATIVE
      ? "-"
      : operation.opcode === Op.UNARY_INVERT
        ? "~"
        : operation.opcode === Op.UNARY_NOT
          ? "not"
          : "+";
  const result = foldUnary(symbol, operand);
  if (result === undefined) return;
  loads.forEach(erase);
  makeLoad(operation, result, consts);
}

/** Argument of CALL_INTRINSIC_1 for unary plus. */
export const UNARY_POSITIVE = intrinsics1.indexOf("INTRINSIC_UNARY_POSITIVE");

/** Argument of CALL_INTRINSIC_1 that makes a tuple of a list. */
export const LIST_TO_TUPLE = intrinsics1.indexOf("INTRINSIC_LIST_TO_TUPLE");

const scratch = new Scratch();

/**
 * Drops constants that no instruction loads; the first, which may be the docstring, always stays.
 * Follows CPython's `remove_unused_consts`.
 *
 * @returns the constants that are left
 */
export function removeUnusedConstants(entry: BasicBlock, consts: ConstTable): Constant[] {
  const { values: all } = consts;
  const places = scratch.zeros(all.length);
  if (all.length > 0) places[0] = 1;
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    const { instructions } = b;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i];
      if (instruction.opcode === Op.LOAD_CONST) places[instruction.oparg] = 1;
    }
  }
  const unused = places.indexOf(0);
  if (unused < 0 || unused >= all.length) return all.slice();
  const kept: Constant[] = [];
  for (let i = 0; i < all.length; i++) {
    const isUsed = places[i] !== 0;
    places[i] = kept.length;
    if (isUsed) kept.push(all[i]);
  }
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    const { instructions } = b;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i];
      if (instruction.opcode === Op.LOAD_CONST) instruction.oparg = places[instruction.oparg];
    }
  }
  return kept;
}
