/**
 * What the argument of an instruction means.
 *
 * - `none` no argument · `count` a number that the sentence explains · `flag` bits that the sentence explains
 * - `const` index into `co_consts` · `small-int` the int itself · `name` index into `co_names`
 * - `name-shift-1`, `name-shift-2` index into `co_names`, with one or two flag bits below it
 * - `local` index of a fast local · `local-pair` two of them, four bits each · `free` index of a cell or free variable
 * - `jump` distance forward in code units from the next instruction · `jump-back` distance backward
 * - `binary-op`, `compare`, `intrinsic-1`, `intrinsic-2`, `common-constant`, `special`, `conversion`,
 *   `function-attribute` index into the table of that name in `tables.ts`
 * - `label` place of a handler, until the graph is built
 */
export type OperandKind =
  | "none"
  | "count"
  | "flag"
  | "const"
  | "small-int"
  | "name"
  | "name-shift-1"
  | "name-shift-2"
  | "local"
  | "local-pair"
  | "free"
  | "jump"
  | "jump-back"
  | "binary-op"
  | "compare"
  | "intrinsic-1"
  | "intrinsic-2"
  | "common-constant"
  | "special"
  | "conversion"
  | "function-attribute"
  | "label";

/** Answers of CPython's `_opcode.has_*` for an instruction. */
export type OpcodeFlag = "arg" | "const" | "name" | "jump" | "free" | "local" | "exc";

/**
 * What the compiler must know of an instruction besides its operand.
 *
 * - `exit` leaves the code object · `always` jumps whenever it runs · `conditional` jumps by the value it pops
 * - `block-push` enters an exception handler, only known to the compiler
 * - `eval-break` gives way to signals and other threads
 * - `assembler` is not written by code generation
 */
export type Trait = "exit" | "always" | "conditional" | "block-push" | "eval-break" | "assembler";

/** One row of the instruction table, from which everything that lists instructions is generated. */
export interface InstructionDefinition {
  name: string;
  /** CPython 3.14's number; pseudo instructions are 256 and above. */
  opcode: number;
  /** Stack before and after, top at the right, as in CPython's `Python/bytecodes.c`: `"left, right -- res"`,
   * `values[oparg]` for that many values, `null[oparg & 1]` for a value that is there only sometimes. */
  effect: string;
  /** `none` unless given. */
  operand?: OperandKind;
  /** Words behind the instruction, by name: `"counter/1, version/2"`. */
  cache?: string;
  traits?: readonly Trait[];
  /** CPython's flags where they do not follow from the operand. */
  flags?: readonly OpcodeFlag[];
  /** The generic instruction, for a specialised or an instrumented form. */
  base?: string;
  /** One sentence for the reference page. */
  doc: string;
}

/** Specialised forms of `generic`, which share its effect, operand and cache (PEP 659). */
export function family(
  generic: string,
  members: readonly (readonly [opcode: number, suffix: string, flags: readonly OpcodeFlag[], doc: string])[],
): InstructionDefinition[] {
  return members.map(([opcode, suffix, flags, doc]) => {
    return { name: `${generic}_${suffix}`, opcode, effect: "", base: generic, flags, doc };
  });
}
