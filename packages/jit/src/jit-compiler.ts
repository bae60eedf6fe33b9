import { Op } from "@adder/bytecode";
import {
  activations,
  type CompiledCode,
  DEFAULT_HOT,
  type InstructionTemplates,
  type SiteFeedback,
  type TierCompiler,
  YIELDED,
} from "@adder/frames";
import type { PyCode } from "@adder/objects";
import { type Block, CodeGraph, type Instruction, targetOf } from "./graph.js";
import { intrinsics } from "./intrinsics.js";
import { naturalLoop, structure } from "./structure.js";
import { templateOf, UnitWriter } from "./unit-writer.js";

/** Instructions of a unit: V8 gives up on functions that are too large. */
const MAX_INSTRUCTIONS = 2_000;

/** Settings of the tier. */
export interface JitOptions {
  /** Warmth from which code is compiled, see {@link TierCompiler.threshold}; {@link DEFAULT_HOT} when absent. */
  readonly threshold?: number;
  /** Is shown the text of every unit that is compiled. */
  readonly onCompile?: (code: PyCode, at: number, text: string) => void;
}

/**
 * The tier that generates JavaScript: a hot function, or a hot loop, becomes one JavaScript function whose variables are the
 * program's local variables and evaluation stack. It is put together from the templates of the specialised instructions, with
 * their guards; where one fails the interpreter goes on at that instruction.
 */
export class JitCompiler implements TierCompiler {
  readonly threshold: number;
  readonly #templates: InstructionTemplates;
  /** What was compiled since code was last thrown away, by the code unit where it begins: several jumps lead to one loop. */
  readonly #units = new WeakMap<
    PyCode,
    { readonly discarded: number; readonly byEntry: Map<number, CompiledCode | null> }
  >();
  readonly #onCompile: JitOptions["onCompile"];

  constructor(templates: InstructionTemplates, { threshold = DEFAULT_HOT, onCompile }: JitOptions = {}) {
    this.#templates = templates;
    this.threshold = threshold;
    this.#onCompile = onCompile;
  }

  compile(code: PyCode, at: number, feedback: readonly SiteFeedback[]): CompiledCode | null {
    let known = this.#units.get(code);
    if (known === undefined || known.discarded !== code.discarded) {
      known = { discarded: code.discarded, byEntry: new Map() };
      this.#units.set(code, known);
    }
    const graph = new CodeGraph(code, feedback, (instruction) => this.#leaves(instruction));
    const hot = graph.at(at);
    const isLoop = hot.generic === Op.JUMP_BACKWARD;
    const entry = isLoop ? targetOf(hot) : at;
    let unit = known.byEntry.get(entry);
    if (unit === undefined) {
      unit = this.#compileFrom(graph, entry, isLoop);
      known.byEntry.set(entry, unit);
    }
    return unit;
  }

  #compileFrom(graph: CodeGraph, entry: number, isLoop: boolean): CompiledCode | null {
    let blocks = graph.blocksFrom(entry);
    if (isLoop) {
      const loop = naturalLoop(blocks, entry);
      blocks = new Map([...blocks].filter(([start]) => loop.has(start)));
      // A loop that is left in each round is better left alone.
      if (![...blocks.values()].some(({ successors }) => successors.includes(entry))) return null;
    }
    let count = 0;
    for (const { instructions } of blocks.values()) count += instructions.length;
    if (count > MAX_INSTRUCTIONS) return null;
    const nodes = structure(blocks, entry);
    if (nodes === null) return null;
    const dirty = this.#dirty(blocks, entry);
    let writer = new UnitWriter(graph, this.#templates, nodes, entry, dirty);
    let text = writer.write();
    if (writer.floatLocals.size > 0) {
      writer = new UnitWriter(graph, this.#templates, nodes, entry, dirty, writer.floatLocals);
      text = writer.write();
    }
    return this.#make(graph.code, entry, text, writer.constants);
  }

  /** Is an instruction left to the interpreter? */
  #leaves({ opcode, generic }: Instruction): boolean {
    if (
      intrinsics.has(opcode) ||
      generic === Op.FOR_ITER ||
      generic === Op.SEND ||
      generic === Op.RETURN_VALUE
    )
      return false;
    if (templateOf(this.#templates, opcode) !== undefined) return false;
    return !structural.has(generic);
  }

  /** The locals whose slots in the frame may be out of date at the beginning of each block. */
  #dirty(blocks: ReadonlyMap<number, Block>, entry: number): Map<number, Set<number>> {
    const at = new Map<number, Set<number>>([[entry, new Set()]]);
    const work = [entry];
    for (let start = work.pop(); start !== undefined; start = work.pop()) {
      const { instructions, successors } = blocks.get(start) as Block;
      const dirty = new Set(at.get(start));
      for (const instruction of instructions) {
        if (this.#saves(instruction)) dirty.clear();
        for (const local of storedBy(instruction)) dirty.add(local);
      }
      for (const to of successors) {
        if (!blocks.has(to)) continue;
        const known = at.get(to);
        const size = known?.size ?? -1;
        const merged = new Set([...(known ?? []), ...dirty]);
        if (merged.size === size) continue;
        at.set(to, merged);
        work.push(to);
      }
    }
    return at;
  }

  #saves({ opcode, generic }: Instruction): boolean {
    return (
      generic === Op.CALL ||
      generic === Op.SEND ||
      (templateOf(this.#templates, opcode)?.alwaysSaves ?? false)
    );
  }

  #make(code: PyCode, at: number, body: string, constants: readonly unknown[]): CompiledCode | null {
    const scope: Readonly<Record<string, unknown>> = { ...this.#templates.scope, activations, YIELDED };
    const names = Object.keys(scope).filter((name) => body.includes(name));
    const text = [
      '"use strict";',
      `const { ${names.join(", ")} } = $scope;`,
      ...constants.map((_, i) => `const $k${i} = $constants[${i}];`),
      "const method = { self: undefined }, $float = {};",
      `return function ${/^[A-Za-z_]\w*$/.test(code.code.name) ? `py_${code.code.name}` : "py"}(ts, frame) {`,
      body,
      "};",
    ].join("\n");
    this.#onCompile?.(code, at, text);
    try {
      return new Function("$scope", "$constants", text)(scope, constants) as CompiledCode;
    } catch (error) {
      // Hosts may forbid code from text (a Content Security Policy): the interpreter is the product there.
      if (error instanceof EvalError) return null;
      throw error;
    }
  }
}

const structural: ReadonlySet<number> = new Set([
  Op.JUMP_FORWARD,
  Op.JUMP_BACKWARD,
  Op.JUMP_BACKWARD_NO_INTERRUPT,
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
]);

/** The locals that an instruction assigns to. */
function storedBy({ generic, oparg }: Instruction): number[] {
  switch (generic) {
    case Op.STORE_FAST:
    case Op.LOAD_FAST_AND_CLEAR:
    case Op.DELETE_FAST:
    case Op.MAKE_CELL:
      return [oparg];
    case Op.STORE_FAST_LOAD_FAST:
      return [oparg >> 4];
    case Op.STORE_FAST_STORE_FAST:
      return [oparg >> 4, oparg & 15];
    default:
      return [];
  }
}
