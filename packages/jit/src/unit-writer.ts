import { genericOf, Op } from "@adder/bytecode";
import type { InstructionTemplates } from "@adder/frames";
import { type PyCode, PyFloat, type PyType, TypeFlags, typeOf, type Value } from "@adder/objects";
import { type Block, type CodeGraph, type Instruction, targetOf } from "./graph.js";
import { intrinsics } from "./intrinsics.js";
import { resultFacts } from "./result-facts.js";
import { type Entry, State } from "./state.js";
import type { Node } from "./structure.js";
import { type Fact, type Part, parseTemplate, type Template } from "./template.js";

const parsed = new WeakMap<InstructionTemplates, Map<number, Template>>();

/** The template of an instruction, the generic one where a form has none; `undefined` when generated code leaves it to the interpreter. */
export function templateOf(templates: InstructionTemplates, opcode: number): Template | undefined {
  let known = parsed.get(templates);
  if (known === undefined) {
    known = new Map();
    parsed.set(templates, known);
  }
  let template = known.get(opcode);
  if (template === undefined) {
    const source = templates.bodies.get(opcode) ?? templates.bodies.get(genericOf(opcode));
    if (source === undefined) return undefined;
    template = parseTemplate(source);
    known.set(opcode, template);
  }
  return template;
}

/** Writes the JavaScript function of a unit: a stretch of code with one entry. */
export class UnitWriter {
  readonly code: PyCode;
  readonly graph: CodeGraph;
  readonly templates: InstructionTemplates;
  /** Objects that the text refers to, as `$k0`, `$k1`, ... */
  readonly constants: unknown[] = [];
  /** Locals that floats are assigned to which no object exists for yet. */
  readonly floatLocals = new Set<number>();
  /**
   * Locals that may be there as numbers: then `$n3` is the float and `$l3` is `$float`. Those that an earlier attempt to write
   * the unit has found.
   */
  readonly #floats: ReadonlySet<number>;
  /** What is known where the text has got to. */
  #state = new State([], new Set());
  readonly #nodes: ReadonlyMap<number, Node>;
  readonly #entry: number;
  readonly #dirtyAt: ReadonlyMap<number, ReadonlySet<number>>;
  /** Locals that the text reads or writes. */
  readonly #locals = new Set<number>();
  readonly #stored = new Set<number>();
  #slots = 0;
  #temporaries = 0;
  #lines: string[] = [];

  constructor(
    graph: CodeGraph,
    templates: InstructionTemplates,
    nodes: ReadonlyMap<number, Node>,
    entry: number,
    dirtyAt: ReadonlyMap<number, ReadonlySet<number>>,
    floats: ReadonlySet<number> = new Set(),
  ) {
    this.#floats = floats;
    this.graph = graph;
    this.code = graph.code;
    this.templates = templates;
    this.#nodes = nodes;
    this.#entry = entry;
    this.#dirtyAt = dirtyAt;
  }

  /** The body of the function `(ts, frame)`. */
  write(): string {
    const root = this.#nodes.get(this.#entry) as Node;
    this.#tree(root, this.#fresh(root));
    const body = this.#lines;
    const nlocals = this.code.code.localsplusNames.length;
    const locals = [...this.#locals].sort((a, b) => a - b);
    const head = [
      `const stack = frame.stack, base = frame.base, $b = base + ${nlocals};`,
      "const $globals = frame.globals, $builtins = frame.builtins;",
      "const $native = ts.nativeDepth, $compiled = ts.compiledDepth, $epoch = activations.epoch;",
      ...this.#prologue(),
      ...(locals.length > 0 ? [`let ${locals.map((i) => `$l${i} = stack[base + ${i}]`).join(", ")};`] : []),
    ];
    if (this.#slots > 0) {
      const depth = this.graph.depthAt(this.#entry);
      const slot = (i: number): string => (i < depth ? `$s${i} = stack[$b + ${i}]` : `$s${i}`);
      head.push(`let ${Array.from({ length: this.#slots }, (_, i) => slot(i)).join(", ")};`);
    }
    const numbers = locals.filter((i) => this.#floats.has(i));
    if (numbers.length > 0) head.push(`let ${numbers.map((i) => `$n${i} = 0`).join(", ")};`);
    const spill = [...this.#stored].map((i) => `stack[base + ${i}] = ${this.#localObject(i)};`).join(" ");
    return [
      ...head,
      "let $d = 0, $p = 0, $r, $unused;",
      "$out: {",
      "$exit: {",
      "$miss: {",
      "try {",
      ...body,
      "} catch ($error) {",
      spill,
      "return caughtInCompiled(ts, frame, $error, $native, $compiled);",
      "}",
      "}",
      "missed(frame);",
      "}",
      spill,
      "}",
      "frame.sp = $b + $d; frame.pc = $p;",
      "return $r;",
    ].join("\n");
  }

  /** What stands in front of RESUME, for frames that have not executed it yet. */
  #prologue(): string[] {
    if (this.#entry === 0 || this.graph.at(this.#entry).generic !== Op.RESUME) return [];
    if (this.graph.isGenerator) return [];
    const lines: string[] = [];
    for (let at = 0; at < this.#entry; at = this.graph.at(at).next) {
      const { generic, oparg } = this.graph.at(at);
      if (generic === Op.COPY_FREE_VARS) lines.push(`copyFreeVars(frame, ${oparg});`);
      else if (generic === Op.MAKE_CELL)
        lines.push(`stack[base + ${oparg}] = new PyCell(stack[base + ${oparg}]);`);
    }
    return lines.length === 0 ? [] : ["if (frame.pc === 0) {", ...lines, "}"];
  }

  // Structure

  #fresh({ block }: Node): State {
    const depth = this.graph.depthAt(block.start);
    const stack: Entry[] = [];
    for (let i = 0; i < depth; i++) stack.push({ kind: "variable", text: `$s${i}`, facts: new Set() });
    this.#slots = Math.max(this.#slots, depth);
    return new State(stack, new Set(this.#dirtyAt.get(block.start)));
  }

  #tree(node: Node, state: State): void {
    const byOrder = (nodes: readonly Node[]): Node[] => nodes.toSorted((a, b) => a.order - b.order);
    this.#within(byOrder(node.behind), () => {
      if (node.isHeader) this.line(`$L${node.block.start}: for (;;) {`);
      this.#within(byOrder(node.inside), () => this.#block(node, state));
      if (node.isHeader) this.line("}");
    });
  }

  /** Nests what `core` writes in labelled blocks, behind each of which one of the nodes follows. */
  #within(nodes: readonly Node[], core: () => void): void {
    const last = nodes.at(-1);
    if (last === undefined) {
      core();
      return;
    }
    this.line(`$B${last.block.start}: {`);
    this.#within(nodes.slice(0, -1), core);
    this.line("}");
    this.#tree(last, this.#fresh(last));
  }

  #block(node: Node, state: State): void {
    const { block } = node;
    this.#state = state;
    for (const instruction of block.instructions) {
      if (this.graph.flowOf(instruction) !== "next") {
        this.#end(node, instruction, state);
        return;
      }
      this.#instruction(instruction, state);
    }
    this.#goTo(node, block.successors[0], state);
  }

  /** Goes on in another block. */
  #goTo(node: Node, target: number, state: State): void {
    const outer = this.#state;
    this.#state = state;
    this.#jump(node, target, state);
    this.#state = outer;
  }

  #jump(node: Node, target: number, state: State): void {
    const to = this.#nodes.get(target);
    if (to === undefined) {
      this.leave(target, state);
    } else if (to.order <= node.order) {
      this.#canonical(state);
      this.line(`continue $L${target};`);
    } else if (to.labelled) {
      this.#canonical(state);
      this.line(`break $B${target};`);
    } else if (to.isHeader) {
      this.#canonical(state);
      this.#tree(to, this.#fresh(to));
    } else {
      this.#tree(to, state);
    }
  }

  #end(node: Node, instruction: Instruction, state: State): void {
    const { generic, at } = instruction;
    const flow = this.graph.flowOf(instruction);
    if (generic === Op.RETURN_VALUE) {
      const value = this.boxed(this.pop(state));
      this.line(`if (frame.activation !== null) {`);
      this.#spill(state, false);
      this.line(`frame.pc = ${at + 1};`, "}", `return ${value};`);
    } else if (generic === Op.YIELD_VALUE) {
      const value = this.boxed(this.pop(state));
      this.#spill(state, false);
      this.#stack(state);
      this.line(`frame.sp = $b + ${state.stack.length}; frame.pc = ${at + 1};`);
      this.line(`ts.left = ${value};`, "return YIELDED;");
    } else if (generic === Op.RAISE_VARARGS && instruction.oparg > 0) {
      const { oparg } = instruction;
      const first = state.stack.length - oparg;
      this.save(instruction, state);
      for (let i = first; i < state.stack.length; i++) this.store(state, i);
      state.stack.length = first;
      this.line(`raiseVarargs(ts, stack, $b + ${first}, ${oparg});`);
      this.fail(instruction, state);
    } else if (flow === "leave") {
      this.leave(at, state);
    } else if (flow === "jump") {
      if (generic === Op.JUMP_BACKWARD) {
        this.line("if ((ts.ticks = (ts.ticks - 1) | 0) < 0) {");
        this.leave(at, state);
        this.line("}");
      }
      this.#goTo(node, targetOf(instruction), state);
    } else if (generic === Op.SEND) {
      this.#send(node, instruction, state);
    } else if (generic === Op.FOR_ITER) {
      this.#forIter(node, instruction, state);
    } else {
      const [next, target] = node.block.successors;
      const entry = this.pop(state);
      this.line(`if (${this.#condition(generic, entry, state)}) {`);
      this.#goTo(node, target, state.copy());
      this.line("}");
      this.#goTo(node, next, state);
    }
  }

  #condition(generic: number, entry: Entry, state: State): string {
    const text = this.boxed(entry);
    if (generic === Op.POP_JUMP_IF_NONE) return `${text} === None`;
    if (generic === Op.POP_JUMP_IF_NOT_NONE) return `${text} !== None`;
    const known = this.knows(state, entry, "typeof boolean");
    if (generic === Op.POP_JUMP_IF_FALSE) return known ? `!${text}` : `${text} === false`;
    return known ? text : `${text} === true`;
  }

  /** Sends a value to an iterator: it goes on with what that yields, or jumps with what it returns. */
  #send(node: Node, instruction: Instruction, state: State): void {
    const [next, target] = node.block.successors;
    const receiver = this.stable(state.stack.at(-2) as Entry);
    const value = this.stable(this.pop(state));
    const result = this.temporary();
    this.save(instruction, state);
    this.line(`const ${result} = sendInto(ts, ${receiver}, ${value});`, `if (${result} === null) {`);
    this.fail(instruction, state);
    this.line("}", "const $returned = sent.returned;".replace("$returned", `${result}r`));
    state.stack.push({ kind: "variable", text: result, facts: new Set() });
    this.line("if (activations.epoch !== $epoch) {");
    this.#stack(state);
    this.line(`$d = ${state.stack.length}; $p = ${result}r ? ${target} : ${next}; break $out;`, "}");
    this.line(`if (${result}r) {`);
    this.#goTo(node, target, state.copy());
    this.line("}");
    this.#goTo(node, next, state);
  }

  /** Takes the next item, or goes on behind the loop. */
  #forIter(node: Node, instruction: Instruction, state: State): void {
    const [next, target] = node.block.successors;
    const item = this.temporary();
    const template = templateOf(this.templates, instruction.opcode);
    this.line(`let ${item};`);
    const over = (): void => this.#goTo(node, target, state.copy());
    if (template === undefined) {
      const entry = state.stack.at(-1) as Entry;
      const iterator = this.boxed(entry);
      if (instruction.opcode === Op.FOR_ITER_GEN && !this.knows(state, entry, "is PyGenerator")) {
        this.line(`if (!(${iterator} instanceof PyGenerator) || ${iterator}.cls !== GeneratorType) {`);
        this.miss(instruction, state);
        this.line("}");
      }
      this.save(instruction, state);
      this.line(
        `${item} = ${instruction.opcode === Op.FOR_ITER_GEN ? "iterate" : "iterNext"}(ts, ${iterator});`,
        `if (${item} === null) {`,
      );
      this.fail(instruction, state);
      this.line("}", `if (${item} === undefined) {`);
      over();
      this.line("}");
    } else {
      const before = state.copy();
      const iterator = state.stack.at(-1) as Entry;
      this.#expand(template, instruction, state, before, [[iterator]], new Map([["next", item]]), over);
    }
    state.stack.push({ kind: "variable", text: item, facts: new Set(resultFacts(instruction)) });
    if (template === undefined || template.saves) this.afterCall(instruction, state);
    this.#goTo(node, next, state);
  }

  // Instructions

  #instruction(instruction: Instruction, state: State): void {
    const intrinsic = intrinsics.get(instruction.opcode);
    if (intrinsic?.(this, instruction, state)) return;
    this.#generic(instruction, state);
  }

  /** Writes what the instruction's template says. */
  #generic(instruction: Instruction, state: State): void {
    const { oparg } = instruction;
    const template = templateOf(this.templates, instruction.opcode) as Template;
    const before = state.copy();
    if (template.touchesStack) {
      for (const i of state.stack.keys()) this.store(state, i);
    }
    const inputs: Entry[][] = [];
    for (const { size } of template.inputs.toReversed()) {
      const count = size === null ? 1 : size(oparg);
      inputs.unshift(state.stack.splice(state.stack.length - count, count));
    }
    const bottom = state.stack.length;
    const names = new Map<string, string>();
    const results: Entry[] = [];
    for (const [i, { name, size }] of template.outputs.entries()) {
      const count = size === null ? 1 : size(oparg);
      if (template.inputs[i]?.name === name) {
        results.push(...inputs[i]);
        continue;
      }
      const fixed = template.fixed.get(name);
      if (count === 0) continue;
      if (fixed !== undefined) {
        results.push(
          fixed === "undefined"
            ? { kind: "null" }
            : fixed === "value"
              ? this.literal(instruction.feedback?.value as Value)
              : bound(inputs[fixed][0]),
        );
        continue;
      }
      for (let n = 0; n < count; n++) {
        const text = this.temporary();
        this.line(`let ${text};`);
        if (!template.written.has(name)) names.set(name, text);
        results.push({ kind: "variable", text, facts: new Set(resultFacts(instruction, i)) });
      }
    }
    this.#expand(template, instruction, state, before, inputs, names);
    let at = bottom;
    for (const [i, { name, size }] of template.outputs.entries()) {
      const count = size === null ? 1 : size(oparg);
      for (let n = 0; n < count; n++, at++) {
        const entry = results[at - bottom];
        if (template.written.has(name) && template.inputs[i]?.name !== name && entry.kind === "variable")
          this.line(`${entry.text} = stack[$b + ${at}];`);
      }
    }
    state.stack.push(...results);
    if (template.saves) this.afterCall(instruction, state);
  }

  #expand(
    template: Template,
    instruction: Instruction,
    state: State,
    before: State,
    inputs: readonly Entry[][],
    outputs: ReadonlyMap<string, string>,
    jump?: () => void,
  ): void {
    const { at, oparg, feedback } = instruction;
    const label = `$E${at}`;
    const texts = new Map<number, string>();
    const input = (index: number): string => {
      const { size } = template.inputs[index];
      if (size !== null) {
        let place = state.stack.length;
        for (let i = 0; i < index; i++) place += inputs[i].length;
        return `($b + ${place})`;
      }
      let text = texts.get(index);
      if (text === undefined) {
        text = this.stable(inputs[index][0]);
        texts.set(index, text);
      }
      return text;
    };
    // Floats that exist as numbers only become objects once, in front of everything.
    for (const [i, { size }] of template.inputs.entries())
      if (size === null && inputs[i][0]?.kind === "float" && mentions(template.parts, i)) input(i);
    const text = (parts: readonly Part[]): string => {
      let out = "";
      for (const part of parts) {
        if (typeof part === "string") out += part;
        else out += one(part);
      }
      return out;
    };
    const capture = (write: () => void): string => {
      const outer = this.#lines;
      this.#lines = [];
      write();
      const inner = this.#lines.join("\n");
      this.#lines = outer;
      return inner;
    };
    const one = (part: Exclude<Part, string>): string => {
      switch (part.kind) {
        case "input":
          return input(part.index);
        case "type":
          return this.typeOf(state, inputs[part.index][0]);
        case "output":
          return outputs.get(template.outputs[part.index].name) ?? "$unused";
        case "oparg":
          return `${oparg}`;
        case "sp":
          return `($b + ${before.stack.length})`;
        case "cache":
          return `${feedback?.cache[part.index - 1] ?? 0}`;
        case "value":
          return this.constant(feedback?.value);
        case "globals":
          return "$globals";
        case "builtins":
          return "$builtins";
        case "name":
          return JSON.stringify(this.code.names[evaluate(text(part.parts))]);
        case "local":
          return this.object(evaluate(text(part.parts)));
        case "save":
          return capture(() => this.save(instruction, state, template.alwaysSaves));
        case "done":
          return `break ${label}`;
        case "next":
          return "";
        case "jump":
          return jump === undefined ? "" : capture(jump);
        case "error":
          return `{ ${capture(() => this.fail(instruction, state))} }`;
        case "errorIf":
          return `if (${text(part.parts)}) { ${capture(() => this.fail(instruction, state))} }`;
        case "guard": {
          const needed = part.alternatives.filter(
            ({ fact }) =>
              fact === null || !this.#passes(instruction, state, inputs[fact.input][0], fact.fact),
          );
          const guard =
            needed.length === 0
              ? ""
              : `if (${needed.map(({ parts }) => text(parts)).join(" || ")}) { ${capture(() => this.miss(instruction, before))} }`;
          if (part.always)
            for (const { fact } of needed)
              if (fact !== null && fact.fact !== "version")
                this.learn(state, before, inputs[fact.input][0], fact.fact);
          return guard;
        }
      }
    };
    // Sequences of statements: what is learnt by the first guard is known to the next.
    let body = "";
    for (const part of template.parts) body += typeof part === "string" ? part : one(part);
    if (body.trim() === "") return;
    this.line(template.finishesEarly ? `${label}: {` : "{", body, "}");
  }

  // What intrinsics use

  line(...lines: string[]): void {
    this.#lines.push(...lines);
  }

  temporary(): string {
    return `$t${this.#temporaries++}`;
  }

  pop(state: State): Entry {
    return state.stack.pop() as Entry;
  }

  /** The variable of a local of the program. */
  local(index: number): string {
    this.#locals.add(index);
    return `$l${index}`;
  }

  /** An expression for a local as an object, which may be used more than once. */
  object(index: number): string {
    const name = this.local(index);
    if (this.isFloat(index)) {
      this.line(`if (${name} === $float) ${name} = new PyFloat($n${index});`);
      this.#state.boxedLocals.add(index);
    }
    return name;
  }

  /** May a local be there as a number? */
  isFloat(index: number): boolean {
    return this.#floats.has(index) && !this.#state.boxedLocals.has(index);
  }

  /** The same as an expression that changes nothing, for ways out of the unit. */
  #localObject(index: number): string {
    const name = this.local(index);
    return this.#floats.has(index) ? `(${name} === $float ? new PyFloat($n${index}) : ${name})` : name;
  }

  /** A name for an object that the text refers to. */
  constant(value: unknown): string {
    const known = this.constants.indexOf(value);
    return `$k${known >= 0 ? known : this.constants.push(value) - 1}`;
  }

  /** An entry for a constant of the program. */
  literal(value: Value): Entry {
    const text =
      typeof value === "number"
        ? `(${value})`
        : typeof value === "string"
          ? JSON.stringify(value)
          : typeof value === "boolean"
            ? `${value}`
            : this.constant(value);
    return { kind: "constant", text, value };
  }

  /** An expression for the object that an entry stands for. */
  boxed(entry: Entry): string {
    switch (entry.kind) {
      case "local":
        return this.object(entry.index);
      case "null":
        return "undefined";
      case "float":
        return `new PyFloat(${entry.text})`;
      default:
        return entry.text;
    }
  }

  /** The same for an expression that is used more than once. */
  stable(entry: Entry): string {
    if (entry.kind !== "float") return this.boxed(entry);
    const text = this.temporary();
    this.line(`const ${text} = ${this.boxed(entry)};`);
    return text;
  }

  /** The type of an entry. A site of its own sees fewer classes than `typeOf` does, which is everybody's. */
  typeOf(state: State, entry: Entry): string {
    const type = this.classOf(state, entry);
    if (type !== null) return this.constant(type);
    const text = this.stable(entry);
    if (entry.kind === "variable" || entry.kind === "local") {
      const facts = entry.kind === "variable" ? entry.facts : state.factsOf(entry.index);
      if ([...facts].some((fact) => fact.startsWith("is "))) return `${text}.cls`;
    }
    return `(typeof ${text} === "object" ? ${text}.cls : typeOf(${text}))`;
  }

  /** The class of an entry, if it is known for good. */
  classOf(state: State, entry: Entry): PyType | null {
    if (entry.kind === "constant") return permanent(typeOf(entry.value));
    if (entry.kind !== "variable" && entry.kind !== "local") return null;
    return (entry.kind === "variable" ? entry.type : state.localTypes.get(entry.index)) ?? null;
  }

  /** Notes the class of an entry, if no object of it can get another class. */
  learnClass(state: State, before: State, entry: Entry, type: PyType): void {
    if (permanent(type) === null) return;
    state.learnClass(entry, type);
    if (entry.kind === "local") before.learnClass(entry, type);
  }

  /** Does an alternative of a guard never fail here? */
  #passes({ feedback }: Instruction, state: State, entry: Entry, fact: Fact): boolean {
    if (fact === "null") return entry.kind === "null";
    if (fact === "version") return this.classOf(state, entry)?.version === feedback?.cache[0];
    if (fact === "bound" && entry.kind !== "variable" && entry.kind !== "local") return entry.kind !== "null";
    return this.knows(state, entry, fact);
  }

  knows(state: State, entry: Entry, fact: Fact): boolean {
    switch (entry.kind) {
      case "variable":
        return entry.facts.has(fact);
      case "local":
        return state.factsOf(entry.index).has(fact);
      case "constant":
        return holds(entry.value, fact, this.templates.scope);
      case "float":
        return fact === "is PyFloat" || fact === "cls FloatType";
      default:
        return false;
    }
  }

  learn(state: State, before: State, entry: Entry, fact: Fact): void {
    state.learn(entry, fact);
    if (entry.kind === "local") before.learn(entry, fact);
  }

  /** Assigns to a local of the program. */
  assign(state: State, index: number, entry: Entry): void {
    const name = this.local(index);
    for (const [i, other] of state.stack.entries()) {
      if (other.kind !== "local" || other.index !== index) continue;
      const known = state.localNumbers.get(index);
      if (known !== undefined && this.isFloat(index)) {
        state.stack[i] = { kind: "float", text: known };
        continue;
      }
      const text = this.temporary();
      this.line(`const ${text} = ${this.object(index)};`);
      state.stack[i] = { kind: "variable", text, facts: new Set(state.localFacts.get(index)) };
    }
    const facts = this.#factsOf(state, entry);
    const number =
      entry.kind === "float"
        ? entry.text
        : entry.kind === "local"
          ? state.localNumbers.get(entry.index)
          : undefined;
    const unboxed = entry.kind === "float" || (entry.kind === "local" && this.isFloat(entry.index));
    if (entry.kind === "float") this.floatLocals.add(index);
    this.#stored.add(index);
    if (unboxed && number !== undefined && this.#floats.has(index)) {
      this.line(`$n${index} = ${number}; ${name} = $float;`);
      state.forget(index);
    } else {
      this.line(`${name} = ${this.boxed(entry)};`);
      state.forget(index);
      state.boxedLocals.add(index);
    }
    state.localFacts.set(index, facts);
    if (number !== undefined) state.localNumbers.set(index, number);
  }

  #factsOf(state: State, entry: Entry): Set<Fact> {
    switch (entry.kind) {
      case "variable":
        return new Set(entry.facts);
      case "local":
        return new Set(state.localFacts.get(entry.index));
      case "float":
        return new Set(["is PyFloat", "cls FloatType"]);
      case "constant": {
        const facts = new Set<Fact>([`typeof ${typeof entry.value}`]);
        if (entry.value instanceof PyFloat) facts.add("is PyFloat").add("cls FloatType");
        return facts;
      }
      default:
        return new Set();
    }
  }

  /** Puts an entry of the stack in its slot of the frame. */
  store(state: State, index: number): void {
    const entry = state.stack[index];
    const text = this.stable(entry);
    if (entry.kind === "float")
      state.stack[index] = { kind: "variable", text, facts: new Set(["is PyFloat", "cls FloatType"]) };
    this.line(`stack[$b + ${index}] = ${text};`);
  }

  /** Makes the place in the code and the locals visible, in front of what may execute Python code or raise. */
  save(instruction: Instruction, state: State, always = true): void {
    this.line(`frame.pc = ${instruction.at + 1};`);
    this.#spill(state, always);
    // What a handler finds on the stack must be there if something is thrown.
    const depth = Math.min(this.graph.protectedDepth(instruction.at), state.stack.length);
    for (let i = 0; i < depth; i++) this.store(state, i);
  }

  #spill(state: State, clean: boolean): void {
    for (const local of state.dirty) this.line(`stack[base + ${local}] = ${this.#localObject(local)};`);
    if (clean) state.dirty.clear();
  }

  /** Goes back to the interpreter if the frame's variables were changed or tracing was turned on meanwhile. */
  afterCall(instruction: Instruction, state: State): void {
    this.line("if (activations.epoch !== $epoch) {");
    this.#stack(state);
    this.line(`$d = ${state.stack.length}; $p = ${instruction.next}; break $out;`, "}");
  }

  /** Leaves with the exception that is pending. */
  fail(instruction: Instruction, state: State): void {
    this.#stack(state);
    this.line(`$d = ${state.stack.length}; $p = ${instruction.at + 1}; $r = null; break $out;`);
  }

  /** Leaves the instruction to the interpreter because a guard has failed. `before` is what was known in front of it. */
  miss(instruction: Instruction, before: State): void {
    this.#stack(before);
    this.line(`$d = ${before.stack.length}; $p = ${instruction.at}; break $miss;`);
  }

  /** Goes on in the interpreter. */
  leave(at: number, state: State): void {
    this.#stack(state);
    this.line(`$d = ${state.stack.length}; $p = ${at}; break $exit;`);
  }

  #stack(state: State): void {
    for (const [i, entry] of state.stack.entries())
      this.line(
        `stack[$b + ${i}] = ${entry.kind === "local" ? this.#localObject(entry.index) : this.boxed(entry)};`,
      );
  }

  /** Puts all entries in the variables where the next block looks for them. */
  #canonical(state: State): void {
    const moves: [to: string, from: string][] = [];
    for (const [i, entry] of state.stack.entries()) {
      const from = this.boxed(entry);
      if (from !== `$s${i}`) moves.push([`$s${i}`, from]);
    }
    this.#slots = Math.max(this.#slots, state.stack.length);
    const targets = new Set(moves.map(([to]) => to));
    const clash = moves.some(
      ([, from], i) => targets.has(from) && moves.findIndex(([to]) => to === from) < i,
    );
    if (clash) {
      const temporaries = moves.map(([to, from]): [string, string, string] => [to, from, this.temporary()]);
      for (const [, from, text] of temporaries) this.line(`const ${text} = ${from};`);
      for (const [to, , text] of temporaries) this.line(`${to} = ${text};`);
    } else for (const [to, from] of moves) this.line(`${to} = ${from};`);
  }
}

/** A type, if its objects can't get another one: those of classes written in Python can. */
const permanent = (type: PyType): PyType | null => ((type.flags & TypeFlags.HEAP) === 0 ? type : null);

/** An entry that is known not to be NULL. */
function bound(entry: Entry): Entry {
  return entry.kind === "variable" ? { ...entry, facts: new Set([...entry.facts, "bound"]) } : entry;
}

function mentions(parts: readonly Part[], input: number): boolean {
  return parts.some((part) => {
    if (typeof part === "string") return false;
    if (part.kind === "input" || part.kind === "type") return part.index === input;
    if (part.kind === "guard") return part.alternatives.some((a) => mentions(a.parts, input));
    return "parts" in part && mentions(part.parts, input);
  });
}

/** The value of an index expression such as `3 >> 1`. */
function evaluate(text: string): number {
  const match = /^(\d+)(?: (>>|&) (\d+))?$/.exec(text.trim());
  if (match === null) return Number.NaN;
  const [, left, operator, right] = match;
  if (operator === undefined) return Number(left);
  return operator === ">>" ? Number(left) >> Number(right) : Number(left) & Number(right);
}

/** Is a fact true of a constant? */
function holds(value: Value, fact: Fact, scope: Readonly<Record<string, unknown>>): boolean {
  const [kind, name] = fact.split(" ");
  if (kind === "typeof") return typeof value === name;
  if (typeof value !== "object") return false;
  const known = scope[name];
  if (kind === "is") return typeof known === "function" && value instanceof known;
  return value.cls === known;
}

export type { Block };
