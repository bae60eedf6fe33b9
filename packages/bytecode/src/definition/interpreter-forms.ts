/**
 * A form of an instruction that CPython does not have: only the interpreter's own code (`widenInstructions`) holds it.
 */
export interface InterpreterForm {
  readonly name: string;
  /** From 300 on. */
  readonly opcode: number;
  /** The form of CPython's that `dis.dis(f, adaptive=True)` shows in its place, of the same family. */
  readonly shown: string;
  /** One sentence for the reference page. */
  readonly doc: string;
}

/** Specialised forms that Adder adds to CPython's families. */
export const interpreterForms: readonly InterpreterForm[] = [
  { name: "BINARY_OP_INT", opcode: 300, shown: "BINARY_OP_EXTEND", doc: "Any other operator on ints." },
  {
    name: "BINARY_OP_FLOAT",
    opcode: 301,
    shown: "BINARY_OP_EXTEND",
    doc: "Arithmetic on floats, or on a float and an int.",
  },
  {
    name: "STORE_ATTR_ADD_VALUE",
    opcode: 302,
    shown: "STORE_ATTR_INSTANCE_VALUE",
    doc: "Adds an attribute to the instance itself, in the next field.",
  },
  {
    name: "FOR_ITER_NATIVE",
    opcode: 303,
    shown: "FOR_ITER",
    doc: "Next item of an iterator of a built-in type.",
  },
  {
    name: "CALL_NATIVE",
    opcode: 304,
    shown: "CALL_BUILTIN_FAST",
    doc: "Calls a built-in function or method with arguments that need no binding.",
  },
  {
    name: "LOAD_ATTR_POLYMORPHIC",
    opcode: 305,
    shown: "LOAD_ATTR",
    doc: "Reads an attribute or method where instances of two to eight classes have been seen.",
  },
  {
    name: "STORE_ATTR_POLYMORPHIC",
    opcode: 306,
    shown: "STORE_ATTR",
    doc: "Sets an attribute where instances of two to eight classes have been seen.",
  },
  {
    name: "BINARY_OP_SLOT",
    opcode: 307,
    shown: "BINARY_OP_EXTEND",
    doc: "An operator or subscript that one slot of a known type sees to.",
  },
  {
    name: "COMPARE_OP_SLOT",
    opcode: 308,
    shown: "COMPARE_OP",
    doc: "A comparison that a slot of a known type sees to.",
  },
  {
    name: "CONTAINS_OP_SLOT",
    opcode: 309,
    shown: "CONTAINS_OP",
    doc: "`item in container` of a container whose type is known.",
  },
  { name: "TO_BOOL_SLOT", opcode: 310, shown: "TO_BOOL", doc: "Truth of an object whose type is known." },
  {
    name: "STORE_SUBSCR_SLOT",
    opcode: 311,
    shown: "STORE_SUBSCR",
    doc: "`container[sub] = v` of a container whose type is known.",
  },
  {
    name: "LOAD_ATTR_CACHED",
    opcode: 312,
    shown: "LOAD_ATTR",
    doc: "Reads an attribute of which is known what the class has.",
  },
  {
    name: "STORE_ATTR_CACHED",
    opcode: 313,
    shown: "STORE_ATTR",
    doc: "Sets an attribute of which is known what the class has.",
  },
  {
    name: "CALL_SLOT_WRAPPER",
    opcode: 314,
    shown: "CALL_NON_PY_GENERAL",
    doc: "Calls a slot of a built-in class as a method.",
  },
  {
    name: "CALL_INSTANCE",
    opcode: 315,
    shown: "CALL_NON_PY_GENERAL",
    doc: "Enters the `__call__` of an instance.",
  },
  {
    name: "RESUME_COMPILED",
    opcode: 316,
    shown: "RESUME_CHECK",
    doc: "Begins a function that a tier above the interpreter has compiled.",
  },
  {
    name: "JUMP_BACKWARD_COMPILED",
    opcode: 317,
    shown: "JUMP_BACKWARD_JIT",
    doc: "Jumps to the beginning of a loop that a tier above the interpreter has compiled.",
  },
  {
    name: "PUSH_EXC_INFO_COMPILED",
    opcode: 318,
    shown: "PUSH_EXC_INFO",
    doc: "Begins an exception handler that a tier above the interpreter has compiled.",
  },
  {
    name: "BINARY_OP_METHOD",
    opcode: 319,
    shown: "BINARY_OP_EXTEND",
    doc: "An operator that the left operand, whose type is known, has a Python method for.",
  },
];
