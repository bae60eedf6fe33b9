import { CodeFlags, OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import { type BasicBlock, Instruction, Location, NO_LOCATION, type UnitMetadata } from "../ir/index.js";

const generatorFlags = CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR;

/** Frame slots of cells and free variables by their index: a cell that is a parameter shares the parameter's. */
function cellSlots(unit: UnitMetadata): number[] {
  const locals = unit.varnames.size;
  const slots: number[] = [];
  let shared = 0;
  for (const name of unit.cellvars.keys()) {
    const local = unit.varnames.get(name);
    if (local === undefined) slots.push(locals + slots.length - shared);
    else {
      slots.push(local);
      shared++;
    }
  }
  for (let i = 0; i < unit.freevars.size; i++) slots.push(locals + slots.length - shared);
  return slots;
}

/** Instructions that run before the first of the body. */
function prefixInstructions(unit: UnitMetadata, slots: readonly number[], flags: number): Instruction[] {
  const prefix: Instruction[] = [];
  if (unit.freevars.size > 0) {
    prefix.push(new Instruction(Op.COPY_FREE_VARS, unit.freevars.size, NO_LOCATION));
  }
  const cells = slots.slice(0, unit.cellvars.size).sort((a, b) => a - b);
  for (const slot of cells) prefix.push(new Instruction(Op.MAKE_CELL, slot, NO_LOCATION));
  if (flags & generatorFlags) {
    const loc = new Location(unit.firstlineno, unit.firstlineno, -1, -1);
    prefix.push(new Instruction(Op.RETURN_GENERATOR, 0, loc), new Instruction(Op.POP_TOP, 0, loc));
  }
  return prefix;
}

/**
 * Replaces indices of cells and free variables by frame slots and puts the prefix in front.
 * Follows CPython's `prepare_localsplus` (`Python/flowgraph.c`).
 */
export function prepareLocals(entry: BasicBlock, unit: UnitMetadata, flags: number): void {
  const slots = cellSlots(unit);
  if (slots.length > 0) {
    for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
      const { instructions } = b;
      for (let i = 0; i < instructions.length; i++) {
        const instruction = instructions[i];
        const { opcode } = instruction;
        const isFree = (opcodeFlags[opcode] & OpcodeFlag.FREE) !== 0;
        if (isFree || opcode === Op.LOAD_DEREF || opcode === Op.LOAD_CLOSURE) {
          instruction.oparg = slots[instruction.oparg];
        }
      }
    }
  }
  const prefix = prefixInstructions(unit, slots, flags);
  if (prefix.length > 0) entry.instructions.unshift(...prefix);
}
