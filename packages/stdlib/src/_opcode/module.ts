import {
  binaryOps,
  intrinsics1,
  intrinsics2,
  OpcodeFlag,
  opcodeFlags,
  opcodeNames,
  specialMethods,
  stackEffect,
} from "@adder/bytecode";
import {
  type MethodRow,
  type ModuleSpec,
  None,
  PyCode,
  PyList,
  PyTuple,
  type Result,
  RuntimeErrorType,
  raise,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** A question about an opcode. */
const question = (name: string, answer: (opcode: number) => boolean, doc: string): MethodRow => [
  name,
  "($module, /, opcode)",
  (ts, _m, v: Value) => {
    const opcode = sizeArgument(ts, v);
    return opcode === null ? null : opcodeNames[opcode] !== undefined && answer(opcode);
  },
  doc,
];

const flag = (name: string, bit: number, what: string): MethodRow =>
  question(
    name,
    (opcode) => (opcodeFlags[opcode] & bit) !== 0,
    `Return True if the opcode ${what}, False otherwise.`,
  );

function effect(
  ts: ThreadState,
  _m: Value,
  opcodeValue: Value,
  opargValue: Value = None,
  jump: Value = None,
): Result<Value> {
  const opcode = sizeArgument(ts, opcodeValue);
  const oparg = opcode === null ? null : opargValue === None ? 0 : sizeArgument(ts, opargValue);
  if (opcode === null || oparg === null) return null;
  if (jump !== None && typeof jump !== "boolean") {
    return raise(ts, ValueErrorType, "stack_effect: jump must be False, True or None");
  }
  const taken = stackEffect(opcode, oparg, true);
  const passed = stackEffect(opcode, oparg, false);
  if (taken === null || passed === null) return raise(ts, ValueErrorType, "invalid opcode or oparg");
  return jump === None ? Math.max(taken, passed) : jump ? taken : passed;
}

const names = (list: readonly string[]) => (): Value => new PyList([...list]);

/** `_opcode` (CPython `Modules/_opcode.c`). */
export const opcodeModule: ModuleSpec = {
  name: "_opcode",
  doc: "Opcode support module.",
  functions: [
    [
      "stack_effect",
      "($module, opcode, oparg=None, /, *, jump=None)",
      effect,
      "By how much an instruction grows the stack; the larger number where a jump makes a difference.",
    ],
    question("is_valid", () => true, "Return True if opcode is valid, False otherwise."),
    flag("has_arg", OpcodeFlag.ARG, "uses its oparg"),
    flag("has_const", OpcodeFlag.CONST, "accesses a constant"),
    flag("has_name", OpcodeFlag.NAME, "accesses an attribute by name"),
    flag("has_jump", OpcodeFlag.JUMP, "has a jump target"),
    flag("has_free", OpcodeFlag.FREE, "accesses a free variable"),
    flag("has_local", OpcodeFlag.LOCAL, "accesses a local variable"),
    flag("has_exc", OpcodeFlag.EXC, "sets an exception handler"),
    ["get_specialization_stats", "($module, /)", () => None, "Return the specialization stats"],
    [
      "get_nb_ops",
      "($module, /)",
      () => new PyList(binaryOps.map(([name, symbol]) => new PyTuple([name, symbol]))),
      "Return array of symbols of binary ops.",
    ],
    [
      "get_intrinsic1_descs",
      "($module, /)",
      names(intrinsics1),
      "Return a list of names of the unary intrinsics.",
    ],
    [
      "get_intrinsic2_descs",
      "($module, /)",
      names(intrinsics2),
      "Return a list of names of the binary intrinsics.",
    ],
    [
      "get_executor",
      "($module, /, code, offset)",
      (ts, _m, code: Value) =>
        code instanceof PyCode
          ? raise(ts, RuntimeErrorType, "Executors are not available in this build")
          : raise(ts, TypeErrorType, `expected a code object, not '${typeName(code)}'`),
      "Return the executor object at offset in code.",
    ],
    [
      "get_special_method_names",
      "($module, /)",
      names(specialMethods),
      "Return a list of special method names.",
    ],
  ],
  attributes: { ENABLE_SPECIALIZATION: 1, ENABLE_SPECIALIZATION_FT: 1 },
};
