/**
 * Several instructions that the interpreter executes as one. A superinstruction stands in the place of its first part;
 * the others stay where they are, so that jumps to them and positions are not disturbed, and so that the first part
 * only has to be put back when a guard fails. Nothing that a program can see happens before the last guard; a part that may
 * raise does so at its own place.
 */
export interface Superinstruction {
  readonly name: string;
  /** From 320 on. */
  readonly opcode: number;
  /** Specialised or plain instructions, in their order. */
  readonly parts: readonly string[];
  /** Stack effect of one whose behaviour is written out; the others are put together from their parts. */
  readonly effect?: string;
}

type Parts = readonly string[];

/** Loads that superinstructions begin with, by what their names begin with. */
const loads: Readonly<Record<string, Parts>> = {
  PAIR: ["LOAD_FAST_BORROW_LOAD_FAST_BORROW"],
  LOCAL_SMALL: ["LOAD_FAST_BORROW", "LOAD_SMALL_INT"],
  LOCAL_CONST: ["LOAD_FAST_BORROW", "LOAD_CONST"],
  CONST: ["LOAD_CONST"],
  SMALL: ["LOAD_SMALL_INT"],
  LOCAL: ["LOAD_FAST_BORROW"],
  "": [],
};

const ADD = "BINARY_OP_ADD_INT";
const SUBTRACT = "BINARY_OP_SUBTRACT_INT";
const MULTIPLY = "BINARY_OP_MULTIPLY_INT";
const FADD = "BINARY_OP_ADD_FLOAT";
const FSUBTRACT = "BINARY_OP_SUBTRACT_FLOAT";
const FMULTIPLY = "BINARY_OP_MULTIPLY_FLOAT";
const ITEM = "BINARY_OP_SUBSCR_LIST_INT";
const STORE = "STORE_FAST";
const JUMP: Parts = ["POP_JUMP_IF_FALSE", "NOT_TAKEN"];
const JUMP_TRUE: Parts = ["POP_JUMP_IF_TRUE", "NOT_TAKEN"];

const memberships: readonly Parts[] = [
  ["CONTAINS_OP_SET", ...JUMP],
  ["CONTAINS_OP_SET", ...JUMP_TRUE],
  ["CONTAINS_OP_DICT", ...JUMP],
];

const floats: readonly Parts[] = [
  [FADD, STORE],
  [FADD],
  [FSUBTRACT, STORE],
  [FSUBTRACT],
  [FMULTIPLY, STORE],
  [FMULTIPLY],
];

/** What may follow, by the loads; among those that fit the first is taken. */
const rows: readonly (readonly [load: string, then: readonly Parts[]])[] = [
  [
    "PAIR",
    [
      [ADD, STORE],
      [ADD],
      [SUBTRACT],
      [MULTIPLY],
      ["BINARY_OP_INT"],
      [FMULTIPLY, FADD],
      [FMULTIPLY, FSUBTRACT],
      ...floats,
      [ITEM, STORE],
      [ITEM],
      ["COMPARE_OP_INT", ...JUMP],
      ["COMPARE_OP_FLOAT", ...JUMP],
      ...memberships,
      ["STORE_ATTR_INSTANCE_VALUE"],
      ["STORE_ATTR_ADD_VALUE"],
      ["STORE_SUBSCR_LIST_INT"],
    ],
  ],
  [
    "LOCAL_SMALL",
    [
      [ADD, STORE],
      [ADD],
      [SUBTRACT, STORE],
      [SUBTRACT],
      [MULTIPLY],
      ["BINARY_OP_INT"],
      [ITEM],
      ["COMPARE_OP_INT", ...JUMP],
      ["COMPARE_OP_INT", ...JUMP_TRUE],
    ],
  ],
  ["LOCAL_CONST", [[FADD], [FSUBTRACT], [FMULTIPLY], ["COMPARE_OP_STR", ...JUMP]]],
  ["CONST", [...floats, ["COMPARE_OP_STR", ...JUMP]]],
  [
    "SMALL",
    [
      [ADD, STORE],
      [ADD],
      [SUBTRACT],
      [MULTIPLY],
      ["BINARY_OP_INT"],
      [ITEM],
      ["COMPARE_OP_INT", ...JUMP],
      ["COMPARE_OP_INT", ...JUMP_TRUE],
    ],
  ],
  [
    "LOCAL",
    [
      [ADD, STORE],
      [ADD],
      [SUBTRACT],
      [MULTIPLY],
      [FMULTIPLY, FADD],
      ...floats,
      [ITEM],
      ["COMPARE_OP_INT", ...JUMP],
      ...memberships,
      ["LOAD_ATTR_INSTANCE_VALUE"],
      ["LOAD_ATTR_METHOD_WITH_VALUES"],
      ["LOAD_ATTR_METHOD_NO_DICT"],
      ["STORE_ATTR_INSTANCE_VALUE"],
      ["STORE_SUBSCR_LIST_INT"],
      ["TO_BOOL_BOOL", ...JUMP],
      ["TO_BOOL_INT", ...JUMP],
      ["TO_BOOL_LIST", ...JUMP],
    ],
  ],
  [
    "",
    [
      [ADD, STORE],
      [SUBTRACT, STORE],
      [FADD, STORE],
      [FSUBTRACT, STORE],
      [FMULTIPLY, STORE],
      [ITEM, STORE],
      ["COMPARE_OP_INT", ...JUMP],
      ["COMPARE_OP_INT", ...JUMP_TRUE],
      ["COMPARE_OP_STR", ...JUMP],
      ["TO_BOOL_BOOL", ...JUMP],
      ["TO_BOOL_INT", ...JUMP],
      JUMP,
      JUMP_TRUE,
    ],
  ],
];

/** Superinstructions with a behaviour of their own. */
const written: readonly Omit<Superinstruction, "opcode">[] = [
  // `container[index] op= value`, and the same with an attribute: what is read, and what is stored.
  { name: "COPY_COPY_AND_SUBSCR_LIST_INT", parts: ["COPY", "COPY", ITEM], effect: "--" },
  {
    name: "SWAP_SWAP_AND_STORE_SUBSCR_LIST_INT",
    parts: ["SWAP", "SWAP", "STORE_SUBSCR_LIST_INT"],
    effect: "--",
  },
  { name: "COPY_AND_LOAD_ATTR_INSTANCE_VALUE", parts: ["COPY", "LOAD_ATTR_INSTANCE_VALUE"], effect: "--" },
  { name: "SWAP_AND_STORE_ATTR_INSTANCE_VALUE", parts: ["SWAP", "STORE_ATTR_INSTANCE_VALUE"], effect: "--" },
  { name: "FOR_ITER_RANGE_AND_STORE_FAST", parts: ["FOR_ITER_RANGE", STORE], effect: "iter -- iter" },
  { name: "FOR_ITER_LIST_AND_STORE_FAST", parts: ["FOR_ITER_LIST", STORE], effect: "iter -- iter" },
  {
    name: "UNPACK_SEQUENCE_TWO_TUPLE_AND_STORE_FAST_STORE_FAST",
    parts: ["UNPACK_SEQUENCE_TWO_TUPLE", "STORE_FAST_STORE_FAST"],
    effect: "seq --",
  },
];

/** All superinstructions. Where several fit, the first one is taken. */
export const superinstructions: readonly Superinstruction[] = rows
  .flatMap(([load, ends]): Omit<Superinstruction, "opcode">[] =>
    ends.map((end) => ({
      name: [...(load === "" ? [] : [load]), ...end].filter((part) => part !== "NOT_TAKEN").join("_AND_"),
      parts: [...(loads[load] as Parts), ...end],
    })),
  )
  .concat(written)
  .map((row, i) => ({ ...row, opcode: 320 + i }));
