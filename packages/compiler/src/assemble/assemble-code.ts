import type { CodeObject } from "@adder/bytecode";
import type { InstructionSequence, UnitMetadata } from "../ir/index.js";

/** What {@link assembleCode} must be told about a code object besides its unit. */
export interface AssembleOptions {
  filename: string;
  /** Bits of `CodeFlags`. */
  flags: number;
}

/**
 * Optimises the instructions of one unit and packs them into a code object.
 * Follows CPython's `optimize_and_assemble_code_unit` (`Python/compile.c`).
 */
export function assembleCode(
  _unit: UnitMetadata,
  _sequence: InstructionSequence,
  _options: AssembleOptions,
): CodeObject {
  throw new TypeError("assembleCode is not there yet");
}
