import { readdirSync, readFileSync } from "node:fs";
import { build, type ConstantValue, type mod } from "@adder/ast";
import { type CodeObject, type Constant, LocalKind } from "@adder/bytecode";
import { describe, expect, test } from "vitest";
import { buildSymbolTable } from "./build-symbol-table.js";
import { compileModule } from "./compile-module.js";
import { CompileError } from "./errors.js";
import type { SymbolTableEntry } from "./symtable/entry.js";

/** Programs of `fixtures/*.snippets` and what CPython 3.14 made of them (`scripts/record-fixtures.mjs`). */
const folder = new URL("../fixtures/", import.meta.url);

interface Recorded {
  tree: unknown;
  symtable?: unknown;
  code?: unknown;
  warnings?: unknown;
  error?: string;
  msg?: string;
  at?: unknown;
}

function float(hex: string): number {
  return hex === "nan" ? Number.NaN : Buffer.from(hex, "hex").readDoubleBE();
}

function hexOfFloat(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return Number.isNaN(value) ? "nan" : bytes.toString("hex");
}

type Json = { [key: string]: string & number[] };

function reviveConstant(value: Json): ConstantValue {
  switch (value.type as string) {
    case "bigint":
      return BigInt(value.value);
    case "float":
      return { type: "float", value: float(value.value) };
    case "complex":
      return { type: "complex", real: float(value.real), imag: float(value.imag) };
    case "bytes":
      return { type: "bytes", value: Uint8Array.from(value.value as unknown as number[]) };
    default:
      return value as unknown as ConstantValue;
  }
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (value === null || typeof value !== "object") return value;
  if (!("n" in value)) return reviveConstant(value as Json);
  const [name, ...fields] = value.n as [keyof typeof build, ...unknown[]];
  return (build[name] as (...args: unknown[]) => unknown)(...fields.map(revive));
}

function showConstant(value: Constant): unknown {
  if (typeof value === "bigint") return { type: "bigint", value: String(value) };
  if (typeof value !== "object" || value === null) return value;
  switch (value.type) {
    case "float":
      return { type: "float", value: hexOfFloat(value.value) };
    case "complex":
      return { type: "complex", real: hexOfFloat(value.real), imag: hexOfFloat(value.imag) };
    case "bytes":
      return { type: "bytes", value: [...value.value] };
    case "tuple":
      return { type: "tuple", items: value.items.map(showConstant) };
    case "frozenset":
      return {
        type: "frozenset",
        items: value.items.map((item) => JSON.stringify(showConstant(item))).sort(),
      };
    case "slice": {
      const { start, stop, step } = value;
      return {
        type: "slice",
        start: showConstant(start),
        stop: showConstant(stop),
        step: showConstant(step),
      };
    }
    case "code":
      return showCode(value);
    default:
      return value;
  }
}

function hex(bytes: Uint8Array | Uint16Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

function showCode(code: CodeObject): unknown {
  const named = (mask: number) => code.localsplusNames.filter((_, i) => code.localsplusKinds[i] & mask);
  const { argcount, posonlyargcount, kwonlyargcount, stacksize, flags, name, qualname, firstlineno } = code;
  return {
    type: "code",
    ...{ argcount, posonlyargcount, kwonlyargcount, stacksize, flags, name, qualname, firstlineno },
    code: hex(code.code),
    consts: code.consts.map(showConstant),
    names: [...code.names],
    varnames: named(LocalKind.LOCAL),
    cellvars: named(LocalKind.CELL),
    freevars: named(LocalKind.FREE),
    linetable: hex(code.linetable),
    exceptiontable: hex(code.exceptiontable),
  };
}

const TYPES = ["function", "class", "module", "annotation", "type alias", "type parameters", "type variable"];

function showTable(entry: SymbolTableEntry): unknown {
  const { name, lineno, nested } = entry;
  const symbols = Object.fromEntries(entry.symbols);
  return { name, type: TYPES[entry.type], lineno, nested, symbols, children: entry.children.map(showTable) };
}

/** The outcome of a compilation in the form of the records. */
function outcome(tree: mod): unknown {
  const warnings: unknown[] = [];
  try {
    const code = compileModule(tree, {
      filename: "<s>",
      mode: "exec",
      optimize: 0,
      flags: 0,
      onWarning: ({ message, lineno }) => {
        warnings.push([message, lineno]);
        return false;
      },
    });
    return { code: showCode(code), warnings };
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const { type, message, lineno, offset, endLineno, endOffset } = error;
    return { error: type, msg: message, at: [lineno, offset, endLineno, endOffset] };
  }
}

for (const file of readdirSync(folder)) {
  if (!file.endsWith(".snippets")) continue;
  const sources = readFileSync(new URL(file, folder), "utf8").split(/^---.*\n/m);
  const lines = readFileSync(new URL(file.replace(".snippets", ".jsonl"), folder), "utf8")
    .trim()
    .split("\n");
  describe(`${file}: as CPython`, () => {
    test("every program was recorded", () => {
      expect(lines.length).toBe(sources.length);
    });

    test.each(lines.map((line, i) => [i + 1, sources[i].split("\n")[0], line]))(
      "%i: %s",
      (_i, _title, line) => {
        const { tree, symtable, ...expected }: Recorded = JSON.parse(line as string);
        if (symtable !== undefined) {
          const { top } = buildSymbolTable(revive(tree) as mod, { filename: "<s>" });
          expect(showTable(top)).toEqual(symtable);
        }
        expect(outcome(revive(tree) as mod)).toEqual(expected);
      },
    );
  });
}
