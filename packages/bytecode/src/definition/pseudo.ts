import type { InstructionDefinition, OpcodeFlag, OperandKind } from "./instruction.js";

/** Instructions that only the compiler knows; assembly replaces or drops them. */
export const pseudo: readonly InstructionDefinition[] = [
  { name: "ANNOTATIONS_PLACEHOLDER", opcode: 256, effect: "--", doc: "Where the code of annotations goes." },
  {
    name: "JUMP",
    opcode: 257,
    effect: "--",
    operand: "jump",
    traits: ["always", "eval-break"],
    doc: "JUMP_FORWARD or JUMP_BACKWARD.",
  },
  {
    name: "JUMP_IF_FALSE",
    opcode: 258,
    effect: "cond -- cond",
    operand: "jump",
    doc: "COPY, TO_BOOL and POP_JUMP_IF_FALSE.",
  },
  {
    name: "JUMP_IF_TRUE",
    opcode: 259,
    effect: "cond -- cond",
    operand: "jump",
    doc: "COPY, TO_BOOL and POP_JUMP_IF_TRUE.",
  },
  {
    name: "JUMP_NO_INTERRUPT",
    opcode: 260,
    effect: "--",
    operand: "jump",
    traits: ["always"],
    doc: "JUMP_FORWARD or JUMP_BACKWARD_NO_INTERRUPT.",
  },
  {
    name: "LOAD_CLOSURE",
    opcode: 261,
    effect: "-- unused",
    operand: "free",
    flags: ["arg", "local"],
    doc: "LOAD_FAST of a cell.",
  },
  { name: "POP_BLOCK", opcode: 262, effect: "--", doc: "Leaves an exception handler's range." },
  {
    name: "SETUP_CLEANUP",
    opcode: 263,
    effect: "-- lasti, exc",
    operand: "label",
    traits: ["block-push"],
    doc: "Enters the range of a handler that gets the position and the exception.",
  },
  {
    name: "SETUP_FINALLY",
    opcode: 264,
    effect: "-- exc",
    operand: "label",
    traits: ["block-push"],
    doc: "Enters the range of a handler that gets the exception.",
  },
  {
    name: "SETUP_WITH",
    opcode: 265,
    effect: "-- exc",
    operand: "label",
    traits: ["block-push"],
    doc: "Enters the range of a `with` body's handler.",
  },
  {
    name: "STORE_FAST_MAYBE_NULL",
    opcode: 266,
    effect: "value --",
    operand: "local",
    doc: "STORE_FAST of a value that may be NULL.",
  },
];

function instrumented(
  base: string,
  opcode: number,
  effect: string,
  flags: readonly OpcodeFlag[],
  operand: OperandKind = "none",
): InstructionDefinition {
  const doc = `Reports to \`sys.monitoring\`, then does what ${base} does.`;
  return { name: `INSTRUMENTED_${base}`, opcode, effect, operand, flags, base, doc };
}

/** Instructions that tell `sys.monitoring` what happens (PEP 669). */
export const instrumentedForms: readonly InstructionDefinition[] = [
  instrumented("END_FOR", 234, "value --", []),
  instrumented("POP_ITER", 235, "value --", []),
  instrumented("END_SEND", 236, "receiver, value -- val", []),
  instrumented("FOR_ITER", 237, "iter -- iter, next", ["arg", "jump"], "jump"),
  {
    name: "INSTRUMENTED_INSTRUCTION",
    opcode: 238,
    effect: "--",
    doc: "Reports every instruction to `sys.monitoring`, then does what the original does.",
  },
  instrumented("JUMP_FORWARD", 239, "--", ["arg"], "jump"),
  instrumented("NOT_TAKEN", 240, "--", []),
  instrumented("POP_JUMP_IF_TRUE", 241, "cond --", ["arg"], "jump"),
  instrumented("POP_JUMP_IF_FALSE", 242, "cond --", ["arg"], "jump"),
  instrumented("POP_JUMP_IF_NONE", 243, "value --", ["arg"], "jump"),
  instrumented("POP_JUMP_IF_NOT_NONE", 244, "value --", ["arg"], "jump"),
  instrumented("RESUME", 245, "--", ["arg"], "flag"),
  instrumented("RETURN_VALUE", 246, "retval -- res", []),
  instrumented("YIELD_VALUE", 247, "retval -- value", ["arg"], "flag"),
  instrumented("END_ASYNC_FOR", 248, "awaitable, exc --", ["arg", "jump"], "jump-back"),
  instrumented(
    "LOAD_SUPER_ATTR",
    249,
    "global_super, class, self -- attr, self_or_null[oparg & 1]",
    ["arg", "name"],
    "name-shift-2",
  ),
  instrumented("CALL", 250, "callable, self_or_null, args[oparg] -- res", ["arg"], "count"),
  instrumented("CALL_KW", 251, "callable, self_or_null, args[oparg], kwnames -- res", ["arg"], "count"),
  instrumented("CALL_FUNCTION_EX", 252, "func, self_or_null, callargs, kwargs_or_null -- result", []),
  instrumented("JUMP_BACKWARD", 253, "--", ["arg"], "jump-back"),
  {
    name: "INSTRUMENTED_LINE",
    opcode: 254,
    effect: "--",
    doc: "Reports a new line to `sys.monitoring`, then does what the original does.",
  },
  { name: "ENTER_EXECUTOR", opcode: 255, effect: "--", operand: "count", doc: "Enters compiled code." },
];
