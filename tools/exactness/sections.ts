/** What Adder's packages say about a program, as text: the same texts as those of `sections.py`. */
import { createHash } from "node:crypto";
import { dump, type mod, unparse } from "@adder/ast";
import {
  type CodeObject,
  type Constant,
  disassemble,
  LocalKind,
  lineRanges,
  positions,
  reprConstant,
  UNKNOWN,
} from "@adder/bytecode";
import { buildSymbolTable, CompileError, compileModule } from "@adder/compiler";
import { type CharacterNames, type ParseMode, PythonSyntaxError, parseModule, tokenize } from "@adder/parser";

/** A program and how it is to be read. */
export interface Program {
  readonly source: Uint8Array;
  readonly mode: ParseMode;
  readonly typeComments?: boolean;
}

/** Texts by the name of the view, in the order in which they are compared. */
export type Sections = Readonly<Record<string, string>>;

const filename = "program.py";

/** Flags of a name that a block merely passes on from an outer block to an inner one. */
const FREE = 0x4000;

const byName = ([a]: readonly [string, number], [b]: readonly [string, number]) => (a < b ? -1 : 1);

/** A view of a program, or the error that stands in its way. */
function attempt(view: () => string): string {
  try {
    return view();
  } catch (error) {
    if (!(error instanceof PythonSyntaxError || error instanceof CompileError)) throw error;
    const { type, message, lineno, offset, endLineno, endOffset } = error;
    const where = type.endsWith("Error") && type !== "RecursionError" && type !== "MemoryError";
    const fields = where ? [lineno, offset, endLineno, endOffset].map((field) => field ?? "None") : [];
    return ["error", type, message, ...fields].join("\n");
  }
}

function tokenText(source: string): string {
  const out: string[] = [];
  try {
    for (const { type, exactType, start, end, string, line } of tokenize(source))
      out.push(`${type} ${exactType} ${start}-${end} ${string}\x1f${line}\x1e`);
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    out.push(`TokenError ${error.message} (${error.lineno}, ${error.offset})`);
  }
  return out.join("\n");
}

function symtableText(tree: mod, source: string): string {
  const out: string[] = [];
  const visit = (entry: ReturnType<typeof buildSymbolTable>["top"], indent: string) => {
    const { type, name, lineno, nested, varnames, symbols, children } = entry;
    out.push(`${indent}${type} ${name} line ${lineno}${nested ? " nested" : ""} (${varnames.join(" ")})`);
    // What only inner blocks mention comes last, in the order of a set, which no two runs of CPython share.
    const own = [...symbols].filter(([, flags]) => flags !== FREE);
    const passed = [...symbols].filter(([, flags]) => flags === FREE).sort(byName);
    for (const [symbol, flags] of [...own, ...passed]) out.push(`${indent}- ${symbol} ${flags.toString(16)}`);
    for (const child of children) visit(child, `${indent}  `);
  };
  visit(buildSymbolTable(tree, { filename, source }).top, "");
  return out.join("\n");
}

/** A constant with its type; frozensets have no order. */
function constantText(value: Constant): string {
  if (value === null) return "NoneType None";
  switch (typeof value) {
    case "string":
      return `str ${reprConstant(value)}`;
    case "boolean":
      return `bool ${reprConstant(value)}`;
    case "number":
    case "bigint":
      return `int ${reprConstant(value)}`;
  }
  switch (value.type) {
    case "code":
      return `code ${value.qualname}`;
    case "frozenset":
      return `frozenset {${value.items.map(constantText).sort().join(", ")}}`;
    case "tuple":
      return `tuple (${value.items.map(constantText).join(", ")})`;
    default:
      return `${value.type} ${reprConstant(value)}`;
  }
}

function* nested(code: CodeObject): Generator<CodeObject> {
  yield code;
  for (const value of code.consts)
    if (value !== null && typeof value === "object" && value.type === "code") yield* nested(value);
}

function hex(bytes: Uint8Array | Uint16Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

function codeText(compile: (optimize: 0 | 1 | 2) => CodeObject): string {
  const out: string[] = [];
  for (const optimize of [0, 1, 2] as const) {
    for (const co of nested(compile(optimize))) {
      const variables = (kind: number) =>
        co.localsplusNames.filter((_, i) => (co.localsplusKinds[i] & kind) !== 0).join(" ");
      out.push(`optimize ${optimize} ${co.name} ${co.qualname} line ${co.firstlineno}`);
      out.push(`arguments ${co.argcount} ${co.posonlyargcount} ${co.kwonlyargcount}`);
      out.push(`flags ${co.flags.toString(16)} stack ${co.stacksize}`);
      out.push(`names ${co.names.join(" ")}`);
      out.push(`varnames ${variables(LocalKind.LOCAL)}`);
      out.push(`cellvars ${variables(LocalKind.CELL)}`, `freevars ${variables(LocalKind.FREE)}`);
      for (const value of co.consts) out.push(constantText(value));
      out.push(hex(co.code), hex(co.exceptiontable), hex(co.linetable));
    }
  }
  return out.join("\n");
}

function linesText(code: CodeObject): string {
  const out: string[] = [];
  const known = (value: number) => (value === UNKNOWN ? "None" : value);
  for (const co of nested(code)) {
    out.push(co.qualname);
    for (const { start, end, line } of lineRanges(co)) out.push(`${2 * start} ${2 * end} ${known(line)}`);
    for (const { lineno, endLineno, colOffset, endColOffset } of positions(co))
      out.push([lineno, endLineno, colOffset, endColOffset].map(known).join(" "));
  }
  return out.join("\n");
}

/** A function that computes its result, or its error, once. */
function once<T>(compute: () => T): () => T {
  let result: { value: T } | { error: unknown } | null = null;
  return () => {
    if (result === null) {
      try {
        result = { value: compute() };
      } catch (error) {
        result = { error };
      }
    }
    if ("error" in result) throw result.error;
    return result.value;
  };
}

/** All views of a program by name. */
export function sections(
  { source, mode, typeComments = false }: Program,
  characterNames: CharacterNames,
): Sections {
  const text = new TextDecoder().decode(source);
  const options = { filename, mode, characterNames };
  const parse = () => parseModule(source, options);
  const tree = once(() => (typeComments ? parseModule(source, { ...options, typeComments }) : parse()));
  const compile = (optimize: 0 | 1 | 2) =>
    compileModule(parse(), {
      filename,
      mode: mode as Exclude<ParseMode, "func_type">,
      optimize,
      flags: 0,
      source: text,
    });
  const code = once(() => compile(0));
  const compiled = (view: () => string) => (mode === "func_type" ? "" : attempt(view));
  return {
    tokens: tokenText(text),
    ast: attempt(() => dump(tree(), { includeAttributes: true })),
    unparse: attempt(() => unparse(tree())),
    symtable: compiled(() => symtableText(typeComments ? parse() : tree(), text)),
    code: compiled(() => codeText((optimize) => (optimize === 0 ? code() : compile(optimize)))),
    lines: compiled(() => linesText(code())),
    dis: compiled(() => disassemble(code()).replace(/\bfrozenset\(\{.*/g, "frozenset")),
  };
}

/** A hash for each view over a list of programs. */
export function digests(programs: Iterable<Program>, characterNames: CharacterNames): Record<string, string> {
  const hashes = new Map<string, ReturnType<typeof createHash>>();
  for (const program of programs) {
    for (const [name, text] of Object.entries(sections(program, characterNames))) {
      const hash = hashes.get(name) ?? createHash("sha256");
      hashes.set(name, hash.update(text).update("\0"));
    }
  }
  return Object.fromEntries([...hashes].map(([name, hash]) => [name, hash.digest("hex").slice(0, 10)]));
}
