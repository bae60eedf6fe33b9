import type { CodeObject, Constant } from "../code-object.js";
import { cacheFormat, deopt, opcodeNames } from "../generated/metadata.js";
import { decodeHandlers, type Handler } from "../tables/handlers.js";
import { lineRanges, UNKNOWN } from "../tables/locations.js";
import { codeRepr, describeArgument, reprConstant } from "./describe.js";
import { decodeInstructions, jumpTarget } from "./instructions.js";

/** How {@link disassemble} writes. */
export interface DisassembleOptions {
  /** Also write where each instruction stands, in bytes as CPython counts. */
  showOffsets?: boolean;
  /** Also write the words of inline caches. */
  showCaches?: boolean;
  /** Levels of nested code that follow; all unless given. */
  depth?: number;
  /** Code units to show in place of the generic ones (`adaptive=True`), for the outermost code object. */
  units?: Uint16Array;
  /** How constants are written; the default leaves out where code objects are in memory. */
  repr?: (constant: Constant) => string;
}

const NO_LINE = "  --";
const NAME_WIDTH = 20;
const ARGUMENT_WIDTH = 5;

/** Numbers for all places that jumps and handlers name, in order. */
function numberLabels(code: CodeObject, handlers: readonly Handler[]): Map<number, number> {
  const places = new Set<number>();
  for (const instruction of decodeInstructions(code.code)) {
    const target = jumpTarget(instruction);
    if (target !== null) places.add(target);
  }
  for (const { start, end, target } of handlers) places.add(start).add(end).add(target);
  return new Map([...places].sort((a, b) => a - b).map((place, index) => [place, index + 1]));
}

/** Lines that begin at a code unit, where they differ from the line before. */
function lineStarts(code: CodeObject): Map<number, number> {
  const starts = new Map<number, number>();
  let last: number | undefined;
  for (const { start, line } of lineRanges(code)) {
    if (line !== last) starts.set(start, line);
    last = line;
  }
  return starts;
}

function lineWidth(starts: ReadonlyMap<number, number>): number {
  const lines = [...starts.values()];
  const highest = lines.reduce((a, b) => Math.max(a, b), 0);
  if (highest <= 0) return 0;
  const width = Math.max(3, String(highest).length);
  return lines.includes(UNKNOWN) ? Math.max(width, NO_LINE.length) : width;
}

/** One code object without the nested ones. */
function disassembleOne(code: CodeObject, options: DisassembleOptions): string {
  const { showOffsets = false, showCaches = false, repr = reprConstant } = options;
  const units = options.units ?? code.code;
  const handlers = decodeHandlers(code.exceptiontable);
  const labels = numberLabels(code, handlers);
  const starts = lineStarts(code);
  const width = lineWidth(starts);
  const labelWidth = 4 + String(labels.size).length;
  const offsetWidth = showOffsets ? String(Math.max(units.length * 2 - 2, 9999)).length : 0;
  let text = "";
  const write = (offset: number, line: string, label: string, name: string, ...argument: string[]) => {
    const fields = width > 0 ? [line.padStart(width)] : [];
    fields.push(label.padStart(labelWidth));
    if (showOffsets) fields.push(`${String(offset * 2).padStart(offsetWidth)}  `);
    fields.push("   ", name.padEnd(NAME_WIDTH), ...argument);
    text += `${fields.join(" ").trimEnd()}\n`;
  };
  for (const instruction of decodeInstructions(code.code)) {
    const { oparg, offset } = instruction;
    // Jumps and lines are those of the generic code; names may be those of specialised instructions.
    const opcode = units[offset] & 0xff;
    const line = starts.get(offset);
    if (width > 0 && line !== undefined && offset > 0) text += "\n";
    const label = labels.get(offset);
    const name = opcodeNames[opcode] ?? `<${opcode}>`;
    const argument: string[] = [];
    if (oparg !== null) {
      const excess = Math.max(0, name.length - NAME_WIDTH);
      argument.push(String(oparg).padStart(ARGUMENT_WIDTH - excess));
      const target = jumpTarget(instruction);
      const meaning =
        target === null
          ? describeArgument(code, opcode, oparg, repr)
          : `${name === "END_ASYNC_FOR" ? "from" : "to"} L${labels.get(target)}`;
      if (meaning !== "") argument.push(`(${meaning})`);
    }
    const lineText = line === undefined ? "" : line === UNKNOWN ? NO_LINE : String(line);
    write(offset, lineText, label === undefined ? "" : `L${label}:`, name, ...argument);
    if (!showCaches) continue;
    let word = offset + 1;
    for (const [title, size] of cacheFormat[deopt[opcode]] ?? []) {
      let value = 0n;
      for (let i = size - 1; i >= 0; i--) value = (value << 16n) | BigInt(units[word + i]);
      for (let i = 0; i < size; i++, word++) {
        const shown = i === 0 ? [`(${title}: ${value})`] : [];
        write(word, "", "", "CACHE", "0".padStart(ARGUMENT_WIDTH), ...shown);
      }
    }
  }
  if (handlers.length > 0) text += "ExceptionTable:\n";
  for (const { start, end, target, depth, lasti } of handlers) {
    const places = `L${labels.get(start)} to L${labels.get(end)} -> L${labels.get(target)}`;
    text += `  ${places} [${depth}]${lasti ? " lasti" : ""}\n`;
  }
  return text;
}

/**
 * The instructions of a code object and of the code nested in it as text, the same as Python's `dis.dis` writes
 * (`Lib/dis.py`), apart from memory addresses.
 */
export function disassemble(code: CodeObject, options: DisassembleOptions = {}): string {
  let text = disassembleOne(code, options);
  const depth = options.depth ?? Number.POSITIVE_INFINITY;
  if (depth <= 0) return text;
  const repr = options.repr ?? codeRepr;
  for (const constant of code.consts) {
    if (typeof constant !== "object" || constant?.type !== "code") continue;
    text += `\nDisassembly of ${repr(constant)}:\n`;
    text += disassemble(constant, { ...options, units: undefined, depth: depth - 1 });
  }
  return text;
}
