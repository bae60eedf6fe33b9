import { binaryOps, Form, Op } from "@adder/bytecode";
import type { Instruction } from "./graph.js";
import type { Fact } from "./template.js";

const number: readonly Fact[] = ["typeof number"];
const boolean: readonly Fact[] = ["typeof boolean"];
const text: readonly Fact[] = ["typeof string"];
const list: readonly Fact[] = ["is PyList", "cls ListType"];
const tuple: readonly Fact[] = ["is PyTuple", "cls TupleType"];
const none: readonly Fact[] = [];

/** What is known of what instructions leave on the stack. */
const facts: ReadonlyMap<number, readonly Fact[]> = new Map([
  [Op.BINARY_OP_ADD_INT, number],
  [Op.BINARY_OP_SUBTRACT_INT, number],
  [Op.BINARY_OP_MULTIPLY_INT, number],
  [Op.BINARY_OP_ADD_UNICODE, text],
  [Op.BINARY_OP_SUBSCR_STR_INT, text],
  [Op.COMPARE_OP_INT, boolean],
  [Op.COMPARE_OP_FLOAT, boolean],
  [Op.COMPARE_OP_STR, boolean],
  [Op.CONTAINS_OP, boolean],
  [Op.CONTAINS_OP_DICT, boolean],
  [Op.CONTAINS_OP_SET, boolean],
  [Op.IS_OP, boolean],
  [Op.UNARY_NOT, boolean],
  [Op.TO_BOOL, boolean],
  [Op.TO_BOOL_BOOL, boolean],
  [Op.TO_BOOL_INT, boolean],
  [Op.TO_BOOL_LIST, boolean],
  [Op.TO_BOOL_NONE, boolean],
  [Op.TO_BOOL_STR, boolean],
  [Op.TO_BOOL_ALWAYS_TRUE, boolean],
  [Op.FOR_ITER_RANGE, number],
  [Op.CALL_LEN, none],
  [Op.BUILD_LIST, list],
  [Op.BUILD_TUPLE, tuple],
]);

/** Operators on ints whose results are always small ints. */
const small = new Set(["&", "|", "^", "//", "%", ">>", "<<", "&=", "|=", "^=", "//=", "%=", ">>=", "<<="]);

/** What is known of the first output of an instruction; nothing of the others. */
export function resultFacts({ opcode, oparg }: Instruction, output = 0): readonly Fact[] {
  if (output > 0) return none;
  if (opcode === Form.BINARY_OP_INT) return small.has(binaryOps[oparg][1]) ? number : none;
  return facts.get(opcode) ?? none;
}
