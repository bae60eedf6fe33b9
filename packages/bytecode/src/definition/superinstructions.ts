/**
 * Several instructions that the interpreter executes as one. A superinstruction stands in the place of its first part;
 * the others stay where they are, so that jumps to them and positions are not disturbed, and so that the first part
 * only has to be put back when a guard fails. Nothing that a program can see happens before the last guard.
 */
export interface Superinstruction {
  readonly name: string;
  /** From 320 on. */
  readonly opcode: number;
  /** Specialised or plain instructions, in their order. */
  readonly parts: readonly string[];
}

const pair = "LOAD_FAST_BORROW_LOAD_FAST_BORROW";
const local = "LOAD_FAST_BORROW";
const small = "LOAD_SMALL_INT";
const store = "STORE_FAST";
const branch = ["POP_JUMP_IF_FALSE", "NOT_TAKEN"];

/** Parts by what the name begins with, longest first where one begins with another. */
const groups: readonly (readonly [prefix: string, loads: readonly string[], then: readonly (readonly string[])[]])[] = [
  [
    "PAIR",
    [pair],
    [
      ["BINARY_OP_ADD_INT", store],
      ["BINARY_OP_ADD_INT"],
      ["BINARY_OP_SUBTRACT_INT"],
      ["BINARY_OP_MULTIPLY_INT"],
      ["BINARY_OP_ADD_FLOAT"],
      ["BINARY_OP_SUBTRACT_FLOAT"],
      ["BINARY_OP_MULTIPLY_FLOAT"],
      ["BINARY_OP_SUBSCR_LIST_INT"],
      ["COMPARE_OP_INT", ...branch],
    ],
  ],
  [
    "LOCAL_SMALL",
    [local, small],
    [
      ["BINARY_OP_ADD_INT", store],
      ["BINARY_OP_ADD_INT"],
      ["BINARY_OP_SUBTRACT_INT"],
      ["BINARY_OP_INT"],
      ["BINARY_OP_SUBSCR_LIST_INT"],
      ["COMPARE_OP_INT", ...branch],
    ],
  ],
  [
    "SMALL",
    [small],
    [
      ["BINARY_OP_ADD_INT", store],
      ["BINARY_OP_ADD_INT"],
      ["BINARY_OP_SUBTRACT_INT"],
      ["BINARY_OP_INT"],
      ["BINARY_OP_SUBSCR_LIST_INT"],
      ["COMPARE_OP_INT", ...branch],
    ],
  ],
  [
    "LOCAL",
    [local],
    [
      ["BINARY_OP_ADD_INT", store],
      ["BINARY_OP_ADD_INT"],
      ["BINARY_OP_MULTIPLY_INT"],
      ["BINARY_OP_ADD_FLOAT"],
      ["BINARY_OP_SUBTRACT_FLOAT"],
      ["BINARY_OP_MULTIPLY_FLOAT"],
      ["BINARY_OP_SUBSCR_LIST_INT"],
      ["LOAD_ATTR_INSTANCE_VALUE"],
      ["LOAD_ATTR_METHOD_WITH_VALUES"],
    ],
  ],
];

/** All superinstructions. Where several fit, the first one is taken. */
export const superinstructions: readonly Superinstruction[] = groups
  .flatMap(([prefix, loads, ends]) =>
    ends.map((end) => ({
      name: `${prefix}_${end.filter((part) => part !== "NOT_TAKEN").join("_")}`,
      parts: [...loads, ...end],
    })),
  )
  .map((row, i) => ({ ...row, opcode: 320 + i }));
