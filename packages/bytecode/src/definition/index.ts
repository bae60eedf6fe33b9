import { building } from "./building.js";
import { calls } from "./calls.js";
import { controlFlow } from "./control-flow.js";
import type { InstructionDefinition } from "./instruction.js";
import { interpreterForms } from "./interpreter-forms.js";
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

/** The interpreter's forms as rows: effect, operand and cache are those of their family, `base` is its generic instruction. */
export const formRows: readonly InstructionDefinition[] = interpreterForms.map(
  ({ name, opcode, shown, doc }) => {
    const row = instructions.find((r) => r.name === shown)!;
    const { effect, operand, cache, traits } = row;
    return { name, opcode, effect, operand, cache, traits, base: row.base ?? row.name, doc };
  },
);

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
export { type InterpreterForm, interpreterForms } from "./interpreter-forms.js";
export { type Superinstruction, superinstructions } from "./superinstructions.js";
export * from "./tables.js";
