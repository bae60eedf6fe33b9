export {
  append,
  BasicBlock,
  clearVisited,
  fallsThrough,
  lastInstruction,
  nextNonempty,
  shorten,
} from "./basic-block.js";
export { ConstTable } from "./const-table.js";
export { Instruction } from "./instruction.js";
export { InstructionSequence, type Label, NO_LABEL } from "./instruction-sequence.js";
export { Location, locationOf, NEXT_LOCATION, NO_LOCATION, sameLocation } from "./location.js";
export { addName, type NameTable, UnitMetadata } from "./unit-metadata.js";
