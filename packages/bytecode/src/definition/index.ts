import { building } from "./building.js";
import { calls } from "./calls.js";
import { controlFlow } from "./control-flow.js";
import type { InstructionDefinition } from "./instruction.js";
import { operators } from "./operators.js";
import { instrumentedForms, pseudo } from "./pseudo.js";
import { variables } from "./variables.js";

/**
 * Every instruction of CPython 3.14 by number, specialised, instrumented and pseudo ones included. Specialised forms
 * have the effect, operand and cache of their family.
 */
export const instructions: readonly InstructionDefinition[] = resolve([
  ...variables,
  ...operators,
  ...building,
  ...calls,
  ...controlFlow,
  ...instrumentedForms,
  ...pseudo,
]);

function resolve(rows: readonly InstructionDefinition[]): InstructionDefinition[] {
  const byName = new Map(rows.map((row) => [row.name, row]));
  return rows
    .map((row) => {
      if (row.base === undefined || row.effect !== "") return row;
      const { effect, operand, cache, traits } = byName.get(row.base)!;
      return { ...row, effect, operand, cache, traits };
    })
    .sort((a, b) => a.opcode - b.opcode);
}

export type { InstructionDefinition, OpcodeFlag, OperandKind, Trait } from "./instruction.js";
export * from "./tables.js";
