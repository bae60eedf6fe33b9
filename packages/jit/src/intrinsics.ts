import { binaryOps, Form, Op } from "@adder/bytecode";
import { NativeDef, NativeKind, PyFloat, PyMethodDescriptor, type PyType } from "@adder/objects";
import type { Instruction } from "./graph.js";
import { resultFacts } from "./result-facts.js";
import type { Entry, State } from "./state.js";
import type { UnitWriter } from "./unit-writer.js";

/**
 * Writes an instruction in another way than its template says: because it only moves values about, goes on in another frame,
 * or because more can be made of it. Answers false when it leaves it to the template after all.
 */
type Intrinsic = (writer: UnitWriter, instruction: Instruction, state: State) => boolean;

const nothing: Intrinsic = () => true;

const load =
  (...of: ((oparg: number) => number)[]): Intrinsic =>
  (_writer, { oparg }, { stack }) => {
    for (const local of of) stack.push({ kind: "local", index: local(oparg) });
    return true;
  };
const whole = (oparg: number): number => oparg;
const high = (oparg: number): number => oparg >> 4;
const low = (oparg: number): number => oparg & 15;

function variable(text: string, instruction: Instruction): Entry {
  return { kind: "variable", text, facts: new Set(resultFacts(instruction)) };
}

// Floats

/**
 * The number that a float or an int is, as an expression that may be used more than once; what is neither of those leaves to
 * the interpreter.
 */
function numberOf(
  writer: UnitWriter,
  instruction: Instruction,
  state: State,
  before: State,
  entry: Entry,
  mixed: boolean,
): string {
  if (entry.kind === "float") return entry.text;
  if (entry.kind === "constant") {
    const { value } = entry;
    if (typeof value === "number") return `(${value})`;
    if (value instanceof PyFloat) return Object.is(value.value, -0) ? "(-0)" : `(${value.value})`;
  }
  if (entry.kind === "local") {
    const known = state.localNumbers.get(entry.index);
    if (known !== undefined) return known;
  }
  const number = writer.temporary();
  if (entry.kind === "local" && writer.isFloat(entry.index)) {
    const name = writer.local(entry.index);
    writer.line(`let ${number};`, `if (${name} === $float) ${number} = $n${entry.index};`);
    writer.line(
      `else if (${name} instanceof PyFloat && ${name}.cls === FloatType) ${number} = ${name}.value;`,
    );
    if (mixed) writer.line(`else if (typeof ${name} === "number") ${number} = ${name};`);
    writer.line("else {");
    writer.miss(instruction, before);
    writer.line("}");
    if (!mixed) state.localNumbers.set(entry.index, number);
    return number;
  }
  const text = writer.boxed(entry);
  if (writer.knows(state, entry, "typeof number")) return text;
  if (writer.knows(state, entry, "cls FloatType") && writer.knows(state, entry, "is PyFloat")) {
    writer.line(`const ${number} = ${text}.value;`);
  } else if (!mixed) {
    writer.line(`if (!(${text} instanceof PyFloat) || ${text}.cls !== FloatType) {`);
    writer.miss(instruction, before);
    writer.line("}", `const ${number} = ${text}.value;`);
    writer.learn(state, before, entry, "is PyFloat");
    writer.learn(state, before, entry, "cls FloatType");
  } else {
    writer.line(`let ${number};`);
    writer.line(`if (${text} instanceof PyFloat && ${text}.cls === FloatType) ${number} = ${text}.value;`);
    writer.line(`else if (typeof ${text} === "number") ${number} = ${text};`, "else {");
    writer.miss(instruction, before);
    writer.line("}");
    return number;
  }
  if (entry.kind === "local") state.localNumbers.set(entry.index, number);
  return number;
}

const isFloat = (writer: UnitWriter, state: State, entry: Entry): boolean =>
  writer.knows(state, entry, "cls FloatType") && writer.knows(state, entry, "is PyFloat");

/** A local as it is, which may be as a number; anything else as an object. */
const plain = (writer: UnitWriter, entry: Entry): string =>
  entry.kind === "local" ? writer.local(entry.index) : writer.stable(entry);

/** Both operands of an operator on floats, the left one first. */
function numbers(
  writer: UnitWriter,
  instruction: Instruction,
  state: State,
  mixed: boolean,
): [left: string, right: string] {
  const before = state.copy();
  const [lhs, rhs] = state.stack.splice(-2);
  // One of them must be a float: the other operators on two ints have results of another kind.
  if (mixed && !isFloat(writer, state, lhs) && !isFloat(writer, state, rhs)) {
    // What is there as a number only is a float.
    const maybe = [lhs, rhs].find((entry) => entry.kind === "local" && writer.isFloat(entry.index));
    const [a, b] =
      maybe === undefined
        ? [writer.stable(lhs), writer.stable(rhs)]
        : [plain(writer, lhs), plain(writer, rhs)];
    const ints = [lhs, rhs].map((entry, i) =>
      writer.knows(state, entry, "typeof number") ? "" : `typeof ${[a, b][i]} === "number"`,
    );
    writer.line(`if (${ints.filter((text) => text !== "").join(" && ") || "true"}) {`);
    writer.miss(instruction, before);
    writer.line("}");
  }
  const left = numberOf(writer, instruction, state, before, lhs, mixed);
  return [left, numberOf(writer, instruction, state, before, rhs, mixed)];
}

/** Puts a float on the stack that no object exists for yet. */
function pushFloat(writer: UnitWriter, state: State, expression: string): true {
  const text = writer.temporary();
  writer.line(`const ${text} = ${expression};`);
  state.stack.push({ kind: "float", text });
  return true;
}

const floatOperator =
  (operator: string): Intrinsic =>
  (writer, instruction, state) => {
    const [left, right] = numbers(writer, instruction, state, false);
    return pushFloat(writer, state, `${left} ${operator} ${right}`);
  };

const mixedOperator: Intrinsic = (writer, instruction, state) => {
  const operator = binaryOps[instruction.oparg][1].replace("=", "");
  if (!["+", "-", "*", "/"].includes(operator)) return false;
  const before = state.copy();
  const [left, right] = numbers(writer, instruction, state, true);
  if (operator === "/") {
    writer.line(`if (${right} === 0) {`);
    writer.miss(instruction, before);
    writer.line("}");
  }
  return pushFloat(writer, state, `${left} ${operator} ${right}`);
};

const comparisons = ["<", "<=", "===", "!==", ">", ">="];

const compareFloats: Intrinsic = (writer, instruction, state) => {
  const [left, right] = numbers(writer, instruction, state, true);
  const text = writer.temporary();
  writer.line(`const ${text} = ${left} ${comparisons[instruction.oparg >> 5]} ${right};`);
  state.stack.push(variable(text, instruction));
  return true;
};

// Ints

/** A guard that both operands on top of the stack are ints; takes them. */
function ints(writer: UnitWriter, instruction: Instruction, state: State): [left: string, right: string] {
  const before = state.copy();
  const operands = state.stack.splice(-2);
  const texts = operands.map((entry) => writer.stable(entry));
  const unknown = texts.filter((_, i) => !writer.knows(state, operands[i], "typeof number"));
  if (unknown.length > 0) {
    writer.line(`if (${unknown.map((text) => `typeof ${text} !== "number"`).join(" || ")}) {`);
    writer.miss(instruction, before);
    writer.line("}");
    for (const entry of operands) writer.learn(state, before, entry, "typeof number");
  }
  return [texts[0], texts[1]];
}

const compareInts: Intrinsic = (writer, instruction, state) => {
  const [left, right] = ints(writer, instruction, state);
  const text = writer.temporary();
  writer.line(`const ${text} = ${left} ${comparisons[instruction.oparg >> 5]} ${right};`);
  state.stack.push(variable(text, instruction));
  return true;
};

/** Operators on two ints of 32 bits; everything else is for `otherIntOperator`. */
const narrow: Readonly<Record<string, (a: string, b: string) => string>> = {
  "&": (a, b) => `${a} & ${b}`,
  "|": (a, b) => `${a} | ${b}`,
  "^": (a, b) => `${a} ^ ${b}`,
};

const otherInts: Intrinsic = (writer, instruction, state) => {
  const operator = binaryOps[instruction.oparg][1].replace("=", "");
  const before = state.copy();
  const [left, right] = ints(writer, instruction, state);
  const result = writer.temporary();
  const general = `${result} = otherIntOperator(${instruction.oparg}, ${left}, ${right});`;
  writer.line(`let ${result};`);
  if (operator in narrow) {
    const fast = narrow[operator](left, right);
    writer.line(
      `if ((${left} | 0) === ${left} && (${right} | 0) === ${right}) ${result} = ${fast};`,
      `else ${general}`,
    );
  } else if (operator === "%" || operator === "//") {
    writer.line(
      `if ((${left} | 0) === ${left} && (${right} | 0) === ${right} && ${left} >= 0 && ${right} > 0)`,
    );
    writer.line(`${result} = (${left} ${operator[0]} ${right}) | 0;`, `else ${general}`);
  } else if (operator === ">>") {
    writer.line(
      `if ((${left} | 0) === ${left} && ${right} >= 0 && ${right} < 32) ${result} = ${left} >> ${right};`,
    );
    writer.line(`else ${general}`);
  } else writer.line(general);
  writer.line(`if (${result} === undefined) {`);
  writer.miss(instruction, before);
  writer.line("}");
  state.stack.push(variable(result, instruction));
  return true;
};

// Containers

const build =
  (make: (items: string) => string): Intrinsic =>
  (writer, instruction, state) => {
    const { oparg } = instruction;
    const items = oparg === 0 ? [] : state.stack.splice(-oparg);
    const text = writer.temporary();
    writer.line(`const ${text} = ${make(items.map((entry) => writer.boxed(entry)).join(", "))};`);
    state.stack.push(variable(text, instruction));
    return true;
  };

const unpack =
  (cls: "Tuple" | "List"): Intrinsic =>
  (writer, instruction, state) => {
    const before = state.copy();
    const sequence = writer.pop(state);
    const text = writer.stable(sequence);
    const facts = [`is Py${cls}`, `cls ${cls}Type`];
    const count = instruction.opcode === Op.UNPACK_SEQUENCE_TWO_TUPLE ? 2 : instruction.oparg;
    const guards = [
      ...(writer.knows(state, sequence, facts[0]) ? [] : [`!(${text} instanceof Py${cls})`]),
      ...(writer.knows(state, sequence, facts[1]) ? [] : [`${text}.cls !== ${cls}Type`]),
      `${text}.items.length !== ${count}`,
    ];
    writer.line(`if (${guards.join(" || ")}) {`);
    writer.miss(instruction, before);
    writer.line("}");
    for (const fact of facts) writer.learn(state, before, sequence, fact);
    const items: Entry[] = [];
    for (let i = 0; i < count; i++) {
      const item = writer.temporary();
      writer.line(`const ${item} = ${text}.items[${i}];`);
      items.push({ kind: "variable", text: item, facts: new Set() });
    }
    state.stack.push(...items.reverse());
    return true;
  };

// Calls

/** Where the arguments of a call stand, as they must for a frame that begins with them. */
interface Arguments {
  /** Index of the callable's place on the stack. */
  readonly place: number;
  /** Expressions: the first slot, and how many there are with `self`. */
  readonly start: string;
  readonly count: string;
}

/** Takes callable, self and arguments from the stack and puts the latter into the frame's slots. */
function passArguments(writer: UnitWriter, state: State, argc: number): Arguments {
  const place = state.stack.length - argc - 2;
  const self = state.stack[place + 1];
  const first = self.kind === "null" ? place + 2 : place + 1;
  for (let i = first; i < state.stack.length; i++) writer.store(state, i);
  const text = writer.boxed(self);
  state.stack.length = place;
  if (self.kind === "null") return { place, start: `$b + ${place + 2}`, count: `${argc}` };
  if (self.kind !== "variable" || self.facts.has("bound"))
    return { place, start: `$b + ${place + 1}`, count: `${argc + 1}` };
  return {
    place,
    start: `${text} === undefined ? $b + ${place + 2} : $b + ${place + 1}`,
    count: `${text} === undefined ? ${argc} : ${argc + 1}`,
  };
}

/** Writes a call whose result comes onto the stack. */
function called(writer: UnitWriter, instruction: Instruction, state: State, call: string): true {
  const text = writer.temporary();
  writer.line(`const ${text} = ${call};`, `if (${text} === null) {`);
  writer.fail(instruction, state);
  writer.line("}");
  state.stack.push({ kind: "variable", text, facts: new Set() });
  writer.afterCall(instruction, state);
  return true;
}

const guarded = (writer: UnitWriter, instruction: Instruction, before: State, condition: string): void => {
  writer.line(`if (${condition}) {`);
  writer.miss(instruction, before);
  writer.line("}");
};

const callFunction =
  (exact: boolean): Intrinsic =>
  (writer, instruction, state) => {
    const { oparg } = instruction;
    const before = state.copy();
    const callable = state.stack[state.stack.length - oparg - 2];
    const text = writer.stable(callable);
    if (!writer.knows(state, callable, "is PyFunction")) {
      guarded(writer, instruction, before, `!(${text} instanceof PyFunction)`);
      writer.learn(state, before, callable, "is PyFunction");
    }
    if (exact) {
      const self = before.stack[before.stack.length - oparg - 1];
      const argc =
        self.kind === "null"
          ? `${oparg}`
          : self.kind !== "variable" || self.facts.has("bound")
            ? `${oparg + 1}`
            : `(${self.text} === undefined ? ${oparg} : ${oparg + 1})`;
      guarded(
        writer,
        instruction,
        before,
        `${text}.code.executable === null || ${text}.code.executable.exactArgs !== ${argc}`,
      );
    }
    writer.save(instruction, state);
    const { place, start, count } = passArguments(writer, state, oparg);
    const how = exact ? "callExact" : "callPython";
    return called(
      writer,
      instruction,
      state,
      `${how}(ts, frame, ${text}, $b + ${place}, ${start}, ${count})`,
    );
  };

const callBoundMethod: Intrinsic = (writer, instruction, state) => {
  const { oparg } = instruction;
  const before = state.copy();
  const at = state.stack.length - oparg - 2;
  if (state.stack[at + 1].kind !== "null") return callAny("callFrom")(writer, instruction, state);
  const text = writer.stable(state.stack[at]);
  guarded(
    writer,
    instruction,
    before,
    `!(${text} instanceof PyMethod) || !(${text}.func instanceof PyFunction) || ${text}.func.code.executable === null || ${text}.func.code.executable.exactArgs !== ${oparg + 1}`,
  );
  writer.save(instruction, state);
  const self = writer.temporary();
  writer.line(`const ${self} = ${text}.self;`);
  state.stack[at + 1] = { kind: "variable", text: self, facts: new Set(["bound"]) };
  const { place, start, count } = passArguments(writer, state, oparg);
  return called(
    writer,
    instruction,
    state,
    `callExact(ts, frame, ${text}.func, $b + ${place}, ${start}, ${count})`,
  );
};

const callClass: Intrinsic = (writer, instruction, state) => {
  const { oparg, feedback } = instruction;
  const before = state.copy();
  const at = state.stack.length - oparg - 2;
  const text = writer.stable(state.stack[at]);
  if (state.stack[at + 1].kind !== "null") return callAny("callFrom")(writer, instruction, state);
  const version = feedback?.cache[0] ?? 0;
  guarded(writer, instruction, before, `!(${text} instanceof PyType) || ${text}.version !== ${version}`);
  writer.save(instruction, state);
  const { place, start } = passArguments(writer, state, oparg);
  const init = writer.constant(feedback?.value);
  return called(
    writer,
    instruction,
    state,
    `callInit(ts, frame, ${text}, ${init}, $b + ${place}, ${start}, ${oparg})`,
  );
};

/** A call of anything: the interpreter's own function finds out what is called. */
const callAny =
  (how: "callFrom" | "callKeywordsFrom" | "callSpreadFrom"): Intrinsic =>
  (writer, instruction, state) => {
    const { oparg } = instruction;
    const count = how === "callSpreadFrom" ? 4 : how === "callKeywordsFrom" ? oparg + 3 : oparg + 2;
    writer.save(instruction, state);
    const depth = state.stack.length;
    for (let i = depth - count; i < depth; i++) writer.store(state, i);
    state.stack.length = depth - count;
    const argc = how === "callSpreadFrom" ? "" : `, ${oparg}`;
    return called(
      writer,
      instruction,
      state,
      `finishCall(ts, frame, ${how}(ts, frame, $b + ${depth}${argc}))`,
    );
  };

const getProperty: Intrinsic = (writer, instruction, state) => {
  const { feedback } = instruction;
  const before = state.copy();
  const at = state.stack.length - 1;
  const text = writer.stable(state.stack[at]);
  const version = feedback?.cache[0] ?? 0;
  const property = writer.constant(feedback?.value);
  guarded(
    writer,
    instruction,
    before,
    `!(${text} instanceof PyInstance) || ${text}.shape.version !== ${version} || !(${property}.fget instanceof PyFunction)`,
  );
  writer.save(instruction, state);
  writer.store(state, at);
  state.stack.length = at;
  return called(
    writer,
    instruction,
    state,
    `finishCall(ts, frame, enterGetter(ts, frame, $b + ${at + 1}, ${property}))`,
  );
};

/** Calls a native function whose number of arguments is right with the values themselves, without the evaluation stack. */
const nativeCall =
  (isMethod: boolean): Intrinsic =>
  (writer, instruction, state) => {
    const { oparg, feedback } = instruction;
    const def = feedback?.value;
    if (!(def instanceof NativeDef) || def.kind !== NativeKind.FIXED) return false;
    const at = state.stack.length - oparg - 2;
    const [callable, self, ...args] = state.stack.slice(at);
    if (oparg < def.minArgs || oparg > def.maxArgs || (self.kind === "null") === isMethod) return false;
    const before = state.copy();
    const text = writer.stable(callable);
    const method = callable.kind === "constant" ? callable.value : null;
    const known = method instanceof PyMethodDescriptor && method.def === def;
    const cls = isMethod ? "PyMethodDescriptor" : "PyBuiltinFunction";
    const guards = known ? [] : [`!(${text} instanceof ${cls})`, `${text}.def !== ${writer.constant(def)}`];
    let receiver = `${text}.self`;
    let learned: PyType | null = null;
    if (isMethod) {
      receiver = writer.stable(self);
      if (!writer.knows(state, self, "bound") && self.kind !== "constant")
        guards.push(`${receiver} === undefined`);
      // Instances of subclasses have a form of their own.
      const type = writer.classOf(state, self);
      if (instruction.opcode === Op.CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS) {
        const version = feedback?.cache[0] ?? 0;
        if (type?.version !== version) guards.push(`${writer.typeOf(state, self)}.version !== ${version}`);
      } else if (!known) guards.push(`${writer.typeOf(state, self)} !== ${text}.owner`);
      else if (type !== method.owner) {
        guards.push(`${writer.typeOf(state, self)} !== ${writer.constant(method.owner)}`);
        learned = method.owner;
      }
    }
    if (guards.length > 0) guarded(writer, instruction, before, guards.join(" || "));
    if (learned !== null) writer.learnClass(state, before, self, learned);
    const values = args.map((entry) => writer.stable(entry));
    writer.save(instruction, state);
    state.stack.length = at;
    const fn = writer.constant(def.fn);
    writer.line(`frame.sp = $b + ${at};`);
    return called(writer, instruction, state, `${fn}(${["ts", receiver, ...values].join(", ")})`);
  };

/** By opcode. */
export const intrinsics: ReadonlyMap<number, Intrinsic> = new Map<number, Intrinsic>([
  [Op.NOP, nothing],
  [Op.NOT_TAKEN, nothing],
  [Op.EXTENDED_ARG, nothing],
  [Op.RESUME, resume],
  [Op.LOAD_FAST, load(whole)],
  [Op.LOAD_FAST_BORROW, load(whole)],
  [Op.LOAD_FAST_LOAD_FAST, load(high, low)],
  [Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW, load(high, low)],
  [
    Op.LOAD_CONST,
    (writer, { oparg }, { stack }) => stack.push(writer.literal(writer.code.consts[oparg])) > 0,
  ],
  [Op.LOAD_SMALL_INT, (writer, { oparg }, { stack }) => stack.push(writer.literal(oparg)) > 0],
  [Op.PUSH_NULL, (_writer, _instruction, { stack }) => stack.push({ kind: "null" }) > 0],
  [
    Op.STORE_FAST,
    (writer, { oparg }, state) => {
      writer.assign(state, oparg, writer.pop(state));
      return true;
    },
  ],
  [
    Op.STORE_FAST_LOAD_FAST,
    (writer, { oparg }, state) => {
      writer.assign(state, high(oparg), writer.pop(state));
      state.stack.push({ kind: "local", index: low(oparg) });
      return true;
    },
  ],
  [
    Op.STORE_FAST_STORE_FAST,
    (writer, { oparg }, state) => {
      writer.assign(state, high(oparg), writer.pop(state));
      writer.assign(state, low(oparg), writer.pop(state));
      return true;
    },
  ],
  [
    Op.LOAD_FAST_AND_CLEAR,
    (writer, { oparg }, state) => {
      const text = writer.temporary();
      writer.line(`const ${text} = ${writer.local(oparg)};`);
      writer.assign(state, oparg, { kind: "null" });
      state.stack.push({ kind: "variable", text, facts: new Set() });
      return true;
    },
  ],
  [
    Op.DELETE_FAST,
    (writer, instruction, state) => {
      writer.line(`if (${writer.local(instruction.oparg)} === undefined) {`);
      writer.leave(instruction.at, state);
      writer.line("}");
      writer.assign(state, instruction.oparg, { kind: "null" });
      return true;
    },
  ],
  [
    Op.MAKE_CELL,
    (writer, { oparg }, state) => {
      const text = writer.temporary();
      writer.line(`const ${text} = new PyCell(${writer.local(oparg)});`);
      writer.assign(state, oparg, { kind: "variable", text, facts: new Set() });
      return true;
    },
  ],
  [
    Op.COPY,
    (_writer, { oparg }, { stack }) => {
      stack.push(stack[stack.length - oparg]);
      return true;
    },
  ],
  [
    Op.SWAP,
    (_writer, { oparg }, { stack }) => {
      const [top, other] = [stack.length - 1, stack.length - oparg];
      [stack[top], stack[other]] = [stack[other], stack[top]];
      return true;
    },
  ],
  [
    Op.POP_TOP,
    (writer, _instruction, state) => {
      const entry = state.stack.at(-1) as Entry;
      // Only generators are looked at when they are dropped.
      const harmless =
        (entry.kind !== "variable" && entry.kind !== "local") ||
        ["typeof number", "typeof boolean", "typeof string", "is PyFloat"].some((fact) =>
          writer.knows(state, entry, fact),
        );
      if (harmless) state.stack.pop();
      return harmless;
    },
  ],
  [Op.BINARY_OP_ADD_FLOAT, floatOperator("+")],
  [Op.BINARY_OP_SUBTRACT_FLOAT, floatOperator("-")],
  [Op.BINARY_OP_MULTIPLY_FLOAT, floatOperator("*")],
  [Form.BINARY_OP_FLOAT, mixedOperator],
  [Op.COMPARE_OP_FLOAT, compareFloats],
  [Op.COMPARE_OP_INT, compareInts],
  [Form.BINARY_OP_INT, otherInts],
  [Op.BUILD_LIST, build((items) => `new PyList([${items}])`)],
  [Op.BUILD_TUPLE, build((items) => (items === "" ? "emptyTuple" : `new PyTuple([${items}])`))],
  [Op.UNPACK_SEQUENCE_TWO_TUPLE, unpack("Tuple")],
  [Op.UNPACK_SEQUENCE_TUPLE, unpack("Tuple")],
  [Op.UNPACK_SEQUENCE_LIST, unpack("List")],
  [Op.CALL_METHOD_DESCRIPTOR_NOARGS, nativeCall(true)],
  [Op.CALL_METHOD_DESCRIPTOR_O, nativeCall(true)],
  [Op.CALL_METHOD_DESCRIPTOR_FAST, nativeCall(true)],
  [Op.CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS, nativeCall(true)],
  [Op.CALL_BUILTIN_O, nativeCall(false)],
  [Op.CALL_BUILTIN_FAST, nativeCall(false)],
  [Op.CALL_PY_EXACT_ARGS, callFunction(true)],
  [Op.CALL_PY_GENERAL, callFunction(false)],
  [Op.CALL_BOUND_METHOD_EXACT_ARGS, callBoundMethod],
  [Op.CALL_ALLOC_AND_ENTER_INIT, callClass],
  [Op.CALL, callAny("callFrom")],
  [Op.CALL_BOUND_METHOD_GENERAL, callAny("callFrom")],
  [Form.CALL_INSTANCE, callAny("callFrom")],
  [Op.CALL_KW_PY, callAny("callKeywordsFrom")],
  [Op.CALL_KW_BOUND_METHOD, callAny("callKeywordsFrom")],
  [Op.CALL_KW_NON_PY, callAny("callKeywordsFrom")],
  [Op.CALL_KW, callAny("callKeywordsFrom")],
  [Op.CALL_FUNCTION_EX, callAny("callSpreadFrom")],
  [Op.LOAD_ATTR_PROPERTY, getProperty],
]);

/** The first instruction of a function: it counts as a step. */
function resume(writer: UnitWriter, instruction: Instruction, state: State): true {
  writer.line("if ((ts.ticks = (ts.ticks - 1) | 0) < 0) {");
  writer.save(instruction, state, false);
  writer.line("if (tick(ts) === null) {");
  writer.fail(instruction, state);
  writer.line("}");
  writer.afterCall(instruction, state);
  writer.line("}");
  return true;
}
