import type { Constant } from "@adder/bytecode";
import type { BasicBlock, InstructionSequence, UnitMetadata } from "../ir/index.js";
import { borrowLocals } from "./borrowed-locals.js";
import { buildGraph } from "./build-graph.js";
import { moveColdBlocks } from "./cold-blocks.js";
import { optimizeConditions } from "./conditions.js";
import { removeUnusedConstants } from "./constants.js";
import { labelHandlers } from "./label-handlers.js";
import { resolveLines } from "./lines.js";
import { removeNopsAndJumps, removeNopsAndPairs } from "./nops.js";
import { optimizeBlock } from "./peephole.js";
import { prepareLocals } from "./prefix.js";
import { convertConditionalJumps, convertPseudo, normalizeJumps } from "./pseudo.js";
import { inlineSmallBlocks, removeUnreachable } from "./reachability.js";
import { computeStackDepth } from "./stack-depth.js";
import { insertSuperInstructions } from "./super-instructions.js";
import { checkUnboundLocals } from "./unbound-locals.js";

/** A control-flow graph whose blocks are in their final order. */
export interface OptimizedUnit {
  entry: BasicBlock;
  /** Whether some instruction has a handler. */
  hasHandlers: boolean;
  /** Constants that are still used. */
  consts: Constant[];
  stackDepth: number;
}

/**
 * Turns the instructions of a unit, which stay as they are, into an optimised graph, phase by phase. Follows CPython's `_PyCfg_OptimizeCodeUnit`
 * and `_PyCfg_OptimizedCfgToInstructionSequence` (`Python/flowgraph.c`).
 *
 * @param parameters locals that are bound on entry
 * @param flags bits of `CodeFlags`
 */
export function optimizeUnit(
  unit: UnitMetadata,
  sequence: InstructionSequence,
  parameters: number,
  flags: number,
): OptimizedUnit {
  const { consts } = unit;
  const { entry, hasHandlers } = buildGraph(sequence);
  if (hasHandlers) labelHandlers(entry);

  inlineSmallBlocks(entry);
  removeUnreachable(entry, hasHandlers);
  resolveLines(entry);
  optimizeConditions(entry, consts);
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) optimizeBlock(b, consts);
  removeNopsAndPairs(entry);
  removeUnreachable(entry, hasHandlers);
  removeNopsAndJumps(entry);

  const used = removeUnusedConstants(entry, consts);
  if (unit.varnames.size > 0) {
    checkUnboundLocals(entry, unit.varnames.size, parameters);
    insertSuperInstructions(entry);
  }
  if (hasHandlers) moveColdBlocks(entry);
  resolveLines(entry);

  convertConditionalJumps(entry);
  const stackDepth = computeStackDepth(entry);
  prepareLocals(entry, unit, flags);
  convertPseudo(entry);
  normalizeJumps(entry);
  if (unit.varnames.size + unit.cellvars.size + unit.freevars.size > 0) borrowLocals(entry);
  return { entry, hasHandlers, consts: used, stackDepth };
}
