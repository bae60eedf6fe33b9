import type { InstructionTemplate } from "@adder/frames";

/** What is known of a value for good: `typeof number`, `is PyFloat` (its JavaScript class), `cls FloatType` (its Python class). */
export type Fact = string;

/** An alternative of a guard's condition. */
export interface Alternative {
  readonly parts: readonly Part[];
  /**
   * The guard passes only where this holds of an input, so that what knows it needs no guard: a {@link Fact}, `bound` (it is
   * there), `null` (it is not there), or `version` (its type has the version that the inline cache says).
   */
  readonly fact: { readonly input: number; readonly fact: Fact } | null;
}

/** A piece of a template. */
export type Part =
  | string
  | { readonly kind: "input" | "output" | "cache" | "type"; readonly index: number }
  | { readonly kind: "oparg" | "sp" | "value" | "save" | "done" | "next" | "error" | "globals" | "builtins" }
  | { readonly kind: "name" | "local" | "errorIf" | "jump"; readonly parts: readonly Part[] }
  | { readonly kind: "guard"; readonly alternatives: readonly Alternative[]; readonly always: boolean };

/** An input or output of an instruction. */
export interface Operand {
  readonly name: string;
  /** How many values, as an expression of `oparg`; `null` for one. */
  readonly size: ((oparg: number) => number) | null;
}

/** A behaviour, taken apart once and put together for each instruction. */
export interface Template {
  readonly name: string;
  readonly inputs: readonly Operand[];
  readonly outputs: readonly Operand[];
  readonly parts: readonly Part[];
  /** May it execute Python code, or raise? */
  readonly saves: boolean;
  /** Does it make the place visible on every way through it? */
  readonly alwaysSaves: boolean;
  /** Does it look at the evaluation stack by index? */
  readonly touchesStack: boolean;
  readonly finishesEarly: boolean;
  /** Outputs that the behaviour writes to the stack by itself. */
  readonly written: ReadonlySet<string>;
  /** Outputs whose value is said by the only assignment to them: `undefined`, what the inline cache refers to, or an input. */
  readonly fixed: ReadonlyMap<string, "undefined" | "value" | number>;
}

const sizes = new Map<string, (oparg: number) => number>();

function sizeOf(text: string): (oparg: number) => number {
  let size = sizes.get(text);
  if (size === undefined) {
    size = new Function("oparg", `return ${text};`) as (oparg: number) => number;
    sizes.set(text, size);
  }
  return size;
}

function operands(side: string): Operand[] {
  return side
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "")
    .map((item) => {
      const [, name, size] = /^(\w+)(?:\[(.*)\])?$/.exec(item) as RegExpExecArray;
      return { name, size: size === undefined ? null : sizeOf(size) };
    });
}

/** Where the parenthesis or bracket that is open in front of `at` closes. */
function closing(text: string, at: number): number {
  for (let depth = 1; ; at++) {
    if (at >= text.length) throw new SyntaxError(`not closed: ${text}`);
    const c = text[at];
    if (c === "(" || c === "[") depth++;
    else if ((c === ")" || c === "]") && --depth === 0) return at;
  }
}

function splitAlternatives(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(" || text[i] === "[") depth++;
    else if (text[i] === ")" || text[i] === "]") depth--;
    else if (depth === 0 && text.startsWith("||", i)) {
      found.push(text.slice(from, i).trim());
      from = i + 2;
      i++;
    }
  }
  found.push(text.slice(from).trim());
  return found;
}

const factPatterns: readonly (readonly [RegExp, string])[] = [
  [/^typeof (\w+) !== "(\w+)"$/, "typeof"],
  [/^!\((\w+) instanceof (\w+)\)$/, "is"],
  [/^(\w+)\.cls !== (\w+Type)$/, "cls"],
  [/^(\w+) === undefined$/, "bound"],
  [/^(\w+) !== undefined$/, "null"],
  [/^typeOf\((\w+)\)\.version !== CACHE\(1\)$/, "version"],
];

class Parser {
  saves = false;
  alwaysSaves = false;
  early = false;
  stack = false;
  readonly #inputs: readonly string[];
  readonly #outputs: readonly string[];
  readonly #token: RegExp;

  constructor(inputs: readonly string[], outputs: readonly string[]) {
    this.#inputs = inputs;
    this.#outputs = outputs;
    const names = [...new Set([...inputs, ...outputs, "oparg", "sp", "stack"])].filter(
      (name) => name !== "unused",
    );
    this.#token = new RegExp(
      `\\b(DEOPT_IF|ERROR_IF|ERROR|SAVE|DONE|NEXT|JUMPBY|CACHE|WRITTEN)\\(|(LOCAL|names)\\[|typeOf\\((${inputs.join("|")})\\)|(frame\\.code\\.caches\\[pc\\]|frame\\.globals|frame\\.builtins)|(?<![.\\w$])(${names.join("|")})\\b`,
      "g",
    );
  }

  parse(text: string, top: boolean): Part[] {
    const parts: Part[] = [];
    const token = new RegExp(this.#token);
    let at = 0;
    let braces = 0;
    const plain = (to: number): void => {
      if (to <= at) return;
      const piece = text.slice(at, to);
      for (const c of piece) braces += c === "{" ? 1 : c === "}" ? -1 : 0;
      parts.push(piece);
    };
    for (let match = token.exec(text); match !== null; match = token.exec(text)) {
      plain(match.index);
      const [whole, macro, indexed, typed, known, name] = match;
      at = match.index + whole.length;
      if (macro !== undefined || indexed !== undefined) {
        const end = closing(text, at);
        const inner = text.slice(at, end);
        at = end + 1;
        token.lastIndex = at;
        parts.push(...this.#macro(macro ?? indexed, inner, top && braces === 0));
      } else if (typed !== undefined) {
        parts.push({ kind: "type", index: this.#inputs.indexOf(typed) });
      } else if (known !== undefined) {
        parts.push({
          kind: known === "frame.globals" ? "globals" : known === "frame.builtins" ? "builtins" : "value",
        });
      } else if (name === "oparg") parts.push({ kind: "oparg" });
      else if (name === "sp" || name === "stack") {
        this.stack = true;
        parts.push(name === "sp" ? { kind: "sp" } : "stack");
      } else {
        const output = this.#outputs.indexOf(name);
        const input = this.#inputs.indexOf(name);
        parts.push(input >= 0 ? { kind: "input", index: input } : { kind: "output", index: output });
      }
    }
    plain(text.length);
    return parts;
  }

  #macro(macro: string, inner: string, top: boolean): Part[] {
    switch (macro) {
      case "SAVE":
        this.saves = true;
        if (top && !this.early) this.alwaysSaves = true;
        return [{ kind: "save" }];
      case "DONE":
        this.early = true;
        return [{ kind: "done" }];
      case "NEXT":
        return [{ kind: "next" }];
      case "ERROR":
        return [{ kind: "error" }];
      case "ERROR_IF":
        return [{ kind: "errorIf", parts: this.parse(inner, false) }];
      case "JUMPBY":
        return [{ kind: "jump", parts: this.parse(inner, false) }];
      case "CACHE":
        return [{ kind: "cache", index: Number(inner) }];
      case "LOCAL":
        return [{ kind: "local", parts: this.parse(inner, false) }];
      case "names":
        return [{ kind: "name", parts: this.parse(inner, false) }];
      case "WRITTEN":
        return [];
      default:
        return [
          {
            kind: "guard",
            alternatives: splitAlternatives(inner).map((a) => this.#alternative(a)),
            always: top,
          },
        ];
    }
  }

  #alternative(text: string): Alternative {
    let fact: Alternative["fact"] = null;
    for (const [pattern, kind] of factPatterns) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const input = this.#inputs.indexOf(match[1]);
      if (input >= 0) fact = { input, fact: match[2] === undefined ? kind : `${kind} ${match[2]}` };
    }
    return { parts: this.parse(text, false), fact };
  }
}

/** Takes a template apart. */
export function parseTemplate({ name, effect, body }: InstructionTemplate): Template {
  const [before, after] = effect.split("--");
  const inputs = operands(before);
  const outputs = operands(after);
  const inputNames = inputs.map((operand) => operand.name);
  const fixed = new Map<string, "undefined" | "value" | number>();
  let text = body;
  for (const { name: output, size } of outputs) {
    if (output === "null_") fixed.set(output, "undefined");
    if (output === "null_") continue;
    const pattern = new RegExp(`(?<![.\\w$])${output} = ([^;]+);`, "g");
    const values = [...text.matchAll(pattern)].map(([, value]) => value);
    if (values.length !== 1) continue;
    const value =
      values[0] === "undefined"
        ? "undefined"
        : values[0] === "frame.code.caches[pc]"
          ? "value"
          : inputNames.indexOf(values[0]);
    if (value === -1 || (size === null && value !== "value")) continue;
    fixed.set(output, value);
    text = text.replace(pattern, "");
  }
  const written = new Set(/\bWRITTEN\((.*)\)/.exec(text)?.[1].split(", "));
  for (const { name: output, size } of outputs)
    if (size !== null && !fixed.has(output) && size(3) !== 1) written.add(output);
  const parser = new Parser(
    inputNames,
    outputs.map((operand) => operand.name),
  );
  const parts = parser.parse(text, true);
  const { saves, alwaysSaves, stack, early } = parser;
  return {
    name,
    inputs,
    outputs,
    parts,
    saves,
    alwaysSaves,
    touchesStack: stack,
    finishesEarly: early,
    written,
    fixed,
  };
}
