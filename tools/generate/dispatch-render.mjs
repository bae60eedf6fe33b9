import { cacheLayout } from "./bytecode.mjs";
import { parseEffect } from "./dispatch-parse.mjs";

/** An index expression: slots counted from the bottom of the inputs, `sp` being behind them. */
class Place {
  constructor(fixed = 0, terms = []) {
    this.fixed = fixed;
    this.terms = terms;
  }
  plus({ size }, sign = 1) {
    if (size === null) return new Place(this.fixed + sign, this.terms);
    const number = /^oparg - (\d+)$/.exec(size);
    const text = number === null ? (/^\w+$/.test(size) ? size : `(${size})`) : "oparg";
    const fixed = number === null ? this.fixed : this.fixed - sign * Number(number[1]);
    const opposite = this.terms.findIndex((t) => t.text === text && t.sign === -sign);
    if (opposite >= 0)
      return new Place(
        fixed,
        this.terms.filter((_, i) => i !== opposite),
      );
    return new Place(fixed, [...this.terms, { text, sign }]);
  }
  get isZero() {
    return this.fixed === 0 && this.terms.length === 0;
  }
  toString() {
    const terms = this.terms.map(({ text, sign }) => (sign > 0 ? ` + ${text}` : ` - ${text}`)).join("");
    const fixed = this.fixed === 0 ? "" : this.fixed > 0 ? ` + ${this.fixed}` : ` - ${-this.fixed}`;
    return `sp${fixed}${terms}`;
  }
}

/** What only the loop that counts does: `WATCH(statement)`, a line each. */
export const watching = /^[ \t]*WATCH\((.*)\);(\n|$)/gm;

/** Replaces `NAME(argument)` for a macro of one argument; parentheses inside the argument are matched. */
function expandMacro(text, name, replace) {
  let out = "";
  let at = 0;
  const pattern = new RegExp(`\\b${name}\\(`, "g");
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    let depth = 1;
    let end = match.index + match[0].length;
    while (depth > 0) {
      if (end >= text.length) throw new SyntaxError(`${name}( is not closed`);
      if (text[end] === "(") depth++;
      if (text[end] === ")") depth--;
      end++;
    }
    const argument = text.slice(match.index + match[0].length, end - 1);
    out += text.slice(at, match.index) + replace(expandMacro(argument, name, replace));
    at = end;
    pattern.lastIndex = end;
  }
  return out + text.slice(at);
}

const macros = {
  /** A local, cell or free variable. */
  LOCAL: (index) => (/^\w+$/.test(index) ? `stack[base + ${index}]` : `stack[base + (${index})]`),
  /** Leaves with the exception that is pending. */
  ERROR: () => "break dispatch",
  /** The same for an exception that is raised again: the traceback knows the place, which is `frame.pc`. */
  RERAISE: () => "{\n  trace = false;\n  break dispatch;\n}",
  ERROR_IF: (condition) => `if (${condition}) break dispatch`,
  /** Ends the behaviour; outputs are pushed. */
  DONE: () => "break body",
  /** Ends the behaviour as it is: the stack pointer and the place in the code have been set by it. */
  NEXT: () => "continue dispatch",
  /** Goes on in another frame (or in this one, after its fields have changed). */
  ENTER: (target) => `{\n  frame = ${target};\n  continue enter;\n}`,
  /** Leaves the loop. */
  EXIT: (result) => `{\n  ts.ticks = ticks;\n  return ${result};\n}`,
  /** Jumps relative to the next instruction. */
  JUMPBY: (distance) => `pc = (pc + ${distance}) | 0`,
  /** A word of the inline cache; the first, 0, is the counter. */
  CACHE: (index) => `code[pc + ${index}]`,
  /** Makes the place in the code visible; required before anything that may run Python code or raise. */
  SAVE: () => "frame.pc = pc",
};

const mentions = (body, name) => new RegExp(`(?<![.\\w])${name}\\b`).test(body);
const nullable = (name) => /_or_null$|^null_$/.test(name);

/**
 * Variables of the loop that stand for inputs and outputs, by what they hold: values, values or NULL, indices of the
 * first of several values, outputs. They are shared by all cases, because V8 reserves stack for each variable of
 * each block: a frame of its interpreter would be three times as big.
 */
const sharedKinds = {
  value: { prefix: "v", type: "Value", empty: "0" },
  slot: { prefix: "s", type: "Slot", empty: "undefined" },
  index: { prefix: "n", type: "number" },
  output: { prefix: "o", type: "Slot | null", empty: "undefined" },
};

/** Hands out the shared variables to the names of one case. */
class SharedNames {
  used = { value: 0, slot: 0, index: 0, output: 0 };
  names = new Map();

  take(name, kind) {
    const shared = `${sharedKinds[kind].prefix}${this.used[kind]++}`;
    this.names.set(name, shared);
    return shared;
  }

  rename(text) {
    for (const [name, shared] of this.names) {
      text = text.replace(new RegExp(`(?<![.\\w$])${name}\\b(?!:)`, "g"), shared);
    }
    return text;
  }
}

/** Declarations of as many shared variables as any case uses. */
export function renderShared(cases) {
  const lines = [];
  for (const [kind, { prefix, type }] of Object.entries(sharedKinds)) {
    const count = Math.max(...cases.map(({ used }) => used[kind]));
    for (let i = 0; i < count; i++) lines.push(`let ${prefix}${i}: ${type};`);
  }
  return lines.join("\n");
}

/** Lets go of what the shared variables refer to: where nobody reads them, they would keep it alive. */
export function renderForget(cases) {
  const lines = [];
  for (const [kind, { prefix, empty }] of Object.entries(sharedKinds)) {
    const count = Math.max(...cases.map(({ used }) => used[kind]));
    if (empty !== undefined && count > 0) {
      lines.push(`${Array.from({ length: count }, (_, i) => `${prefix}${i} = `).join("")}${empty};`);
    }
  }
  return lines.join("\n");
}

/**
 * Enters the function `fn`, whose code `exec` describes and whose arguments begin at `start` of this frame's stack, after
 * the statement that follows, if any.
 * Where there is no room for its frame, the general instruction has to find some.
 */
const pushFrame = `const pushed = frame.next;
DEOPT_IF(pushed === null || pushed.stack !== stack || start + exec.frameSize > stack.length || frame.depth >= ts.interp.frameLimit);
FIRST
frame.pc = pc;
frame.sp = (sp - oparg - 2) | 0;
frame.returnOffset = 3;
pushed.base = start;
pushed.top = start + exec.frameSize;
pushed.code = FN.code;
pushed.func = FN;
pushed.globals = FN.globals;
pushed.builtins = FN.builtins;
pushed.previous = frame;
pushed.onReturn = 0;
pushed.depth = frame.depth + 1;
n0 = (start + exec.nlocals) | 0;
pushed.sp = n0;
ticks = (ticks - 1) | 0;
pushed.pc = ticks > 0 ? FN.code.entry : 0;
while (sp < n0) stack[--n0] = undefined;
frame = pushed;
continue enter`;

/**
 * What an adaptive instruction does first: it counts down, and when the counter has run out lets the specialiser choose a
 * form for the operands on the stack.
 */
const countDown = `n0 = code[pc];
if ((n0 & 0xfff0) === 0) break adapting;
code[pc] = n0 - 16;`;

/**
 * The case of one instruction, and how many shared variables of each kind it uses: `{ text, used }`.
 *
 * @param adaptive whether the instruction has specialised forms
 * @param opcodes the numbers of instructions that are executed like this one
 * @param watched whether `WATCH(statement)`, a line each, stands for the statement or for nothing
 */
export function renderCase(row, body, { adaptive = false, opcodes = [row.opcode], watched = false } = {}) {
  body = body.replaceAll(watching, watched ? "$1;$2" : "");
  const { inputs, outputs } = parseEffect(row.effect);
  // Outputs that the behaviour says it has written to the stack by itself.
  const written = new Set(/\bWRITTEN\((.*)\);/.exec(body)?.[1].split(", "));
  let text = body.replace(/\bWRITTEN\(.*\);/, "");
  for (const [name, replace] of Object.entries(macros)) text = expandMacro(text, name, replace);
  text = expandMacro(text, "PUSH_FRAME", (argument) => {
    const [, fn, first = ""] = /^(\w+)(?:, (.*))?$/.exec(argument);
    const push = pushFrame.replaceAll("FN", fn).replace("FIRST", first);
    // The loop that counts tells calls by frames that have not executed anything.
    return watched ? push.replace(/ticks > 0 \? .* : 0/, "0") : push;
  });
  text = expandMacro(text, "DEOPT_IF", (condition) => `if (${condition}) break adapting`);
  const labelled = /\bbreak body\b/.test(text);
  // Does the behaviour end by itself, because its last statement leaves?
  const leaves = !labelled && /(^|\n) {2}(ERROR|RERAISE|NEXT|ENTER|EXIT|PUSH_FRAME)\(.*\);\s*$/.test(body);
  const shared = new SharedNames();
  const lines = [];
  if (adaptive) lines.push(countDown);
  let bottom = new Place();
  for (const input of inputs) bottom = bottom.plus(input, -1);
  const places = new Map();
  let place = bottom;
  for (const input of inputs) {
    const { name, size } = input;
    places.set(name, place.toString());
    if (name !== "unused" && mentions(body, name)) {
      if (size !== null) lines.push(`${shared.take(name, "index")} = ${place}; // ${name}`);
      else if (nullable(name)) lines.push(`${shared.take(name, "slot")} = stack[${place}]; // ${name}`);
      else lines.push(`${shared.take(name, "value")} = stack[${place}] as Value; // ${name}`);
    }
    place = place.plus(input);
  }
  const writes = [];
  place = bottom;
  for (const output of outputs) {
    const { name, size } = output;
    const skipped = leaves || written.has(name) || name === "unused" || places.get(name) === place.toString();
    if (!skipped) {
      const condition = size === "oparg & 1" ? "if ((oparg & 1) !== 0) " : "";
      if (name === "null_") writes.push(`${condition}stack[${place}] = undefined;`);
      else if (size !== null && condition === "") {
        // Several values: the behaviour gets the index of the first and fills them in.
        if (mentions(body, name)) lines.push(`${shared.take(name, "index")} = ${place}; // ${name}`);
      } else {
        if (!places.has(name)) {
          if (!mentions(body, name)) throw new SyntaxError(`${row.name}: ${name} is never set`);
          shared.take(name, "output");
        }
        writes.push(`${condition}stack[${place}] = ${shared.names.get(name) ?? name};`);
      }
    }
    place = place.plus(output);
  }
  if (labelled) lines.push("body: {");
  if (text.trim() !== "") lines.push(shared.rename(text));
  if (labelled) lines.push("}");
  if (!leaves) {
    lines.push(...writes);
    if (!place.isZero) lines.push(`sp = (${place}) | 0;`);
    const words = cacheLayout(row).reduce((sum, [, n]) => sum + n, 0);
    if (words > 0) lines.push(`pc = (pc + ${words}) | 0;`);
    lines.push("continue dispatch;");
  }
  if (adaptive) shared.used.index = Math.max(shared.used.index, 1);
  const labels = opcodes.map((opcode) => `case ${opcode}:`).join("\n");
  return { text: `${labels} {\n// ${row.name}\n${lines.join("\n")}\n}`, used: shared.used };
}

/**
 * The case of a superinstruction: the behaviours of its parts one after the other, with what one leaves for the next in
 * variables instead of on the stack. Parts either load, or take values and leave one, or take one at the end.
 */
export function renderSuperinstruction({ name, opcode }, parts) {
  const shared = new SharedNames();
  const lines = [];
  const waiting = [];
  // A last value that is there only sometimes.
  let optional = null;
  let mayRaise = false;
  let taken = 0;
  // Code units between the one behind the first part's word and the one behind this part's word.
  let offset = 0;
  for (const [index, { row, body }] of parts.entries()) {
    const { inputs, outputs } = parseEffect(row.effect);
    const names = new Map();
    for (const input of inputs.toReversed()) {
      if (waiting.length > 0) names.set(input.name, waiting.pop());
      else {
        taken++;
        const variable = shared.take(`${input.name}#${index}`, "value");
        lines.push(`${variable} = stack[${new Place(-taken)}] as Value; // ${input.name}`);
        names.set(input.name, variable);
      }
    }
    const produced = outputs.filter(({ size }) => size === null);
    // What a load leaves is bound; other instructions may still find that there is nothing.
    const kind = inputs.length === 0 ? "value" : "output";
    for (const output of produced) names.set(output.name, shared.take(`${output.name}#${index}`, kind));
    const sometimes = outputs.find(({ size }) => size === "oparg & 1");
    if (sometimes !== undefined)
      names.set(sometimes.name, shared.take(`${sometimes.name}#${index}`, "output"));
    const words = cacheLayout(row).reduce((sum, [, n]) => sum + n, 0);
    const behind = offset + words;
    let text = body.replaceAll(watching, "");
    let oparg = "oparg";
    if (index > 0 && (mentions(body, "oparg") || sometimes !== undefined)) {
      oparg = shared.take(`oparg#${index}`, "index");
      lines.push(`${oparg} = code[pc + ${offset - 1}] >> 10;`);
    }
    const at = offset;
    if (mayRaise && text.includes("DEOPT_IF("))
      throw new SyntaxError(`${name}: ${row.name} has a guard behind what may raise`);
    mayRaise ||= text.includes("SAVE(");
    text = expandMacro(text, "CACHE", (i) => `code[pc + ${at + Number(i)}]`);
    text = text.replaceAll("frame.code.caches[pc]", `frame.code.caches[pc + ${at}]`);
    text = expandMacro(text, "DEOPT_IF", (condition) => `if (${condition}) break adapting`);
    // An error is one of this part; what its operands were is gone either way.
    text = expandMacro(text, "SAVE", () => `frame.pc = (pc + ${at}) | 0`);
    text = expandMacro(
      text,
      "ERROR_IF",
      (condition) => `if (${condition}) {\npc = (pc + ${at}) | 0;\nbreak dispatch;\n}`,
    );
    const jumps = /\bJUMPBY\(/.test(text);
    if (jumps) {
      lines.push(`sp = (${new Place(-taken)}) | 0;`);
      text = expandMacro(
        text,
        "JUMPBY",
        (d) => `{\npc = (pc + ${behind} + ${d}) | 0;\ncontinue dispatch;\n}`,
      );
    }
    text = expandMacro(text, "LOCAL", (i) => `${macros.LOCAL(i)}${inputs.length === 0 ? " as Value" : ""}`);
    const left = /\b([A-Z]{3,})\(/.exec(text);
    if (left !== null) throw new SyntaxError(`${name}: ${row.name} uses ${left[1]}, which no part may`);
    for (const [from, to] of names) text = text.replace(new RegExp(`(?<![.\\w$])${from}\\b(?!:)`, "g"), to);
    text = text.replace(/(?<![.\w$])oparg\b/g, oparg);
    if (text.trim() !== "") lines.push(/\b(const|let) /.test(text) ? `{\n${text}\n}` : text);
    for (const output of produced) waiting.push(names.get(output.name));
    if (sometimes !== undefined) optional = { variable: names.get(sometimes.name), flag: `(${oparg} & 1)` };
    if (jumps) taken = 0;
    offset = behind + 1;
  }
  for (const [i, variable] of waiting.entries()) lines.push(`stack[${new Place(i - taken)}] = ${variable};`);
  let change = new Place(waiting.length - taken);
  if (optional !== null) {
    lines.push(`if (${optional.flag} !== 0) stack[${change}] = ${optional.variable};`);
    change = `${change} + ${optional.flag}`;
  }
  if (!change.isZero) lines.push(`sp = (${change}) | 0;`);
  lines.push(`pc = (pc + ${offset - 1}) | 0;`, "continue dispatch;");
  return { text: `case ${opcode}: {\n// ${name}\n${lines.join("\n")}\n}`, used: shared.used };
}

/** Gathers imports of several files: one statement for each module. */
export function renderImports(imports) {
  const byModule = new Map();
  for (const { names, from, typeOnly } of imports) {
    const known = byModule.get(from) ?? new Set();
    for (const name of names) known.add(typeOnly && !name.startsWith("type ") ? `type ${name}` : name);
    byModule.set(from, known);
  }
  const bare = (name) => name.replace(/^type /, "");
  return [...byModule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, names]) => {
      const values = [...names].filter((n) => !n.startsWith("type ") || !names.has(bare(n)));
      values.sort((a, b) => (bare(a).toLowerCase() < bare(b).toLowerCase() ? -1 : 1));
      return `import { ${values.join(", ")} } from "${from}";`;
    })
    .join("\n");
}

/** Indents by braces; enough for code that people read when they debug. */
export function indent(text) {
  let depth = 0;
  return text
    .split("\n")
    .map((raw) => {
      const line = raw.trim();
      if (/^[})]/.test(line)) depth--;
      const out = line === "" ? "" : "  ".repeat(depth) + (line.startsWith("*") ? " " : "") + line;
      const opened = (line.match(/[{(]/g) ?? []).length - (line.match(/[})]/g) ?? []).length;
      depth += opened + (/^[})]/.test(line) ? 1 : 0);
      return out;
    })
    .join("\n");
}
