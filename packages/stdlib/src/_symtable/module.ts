import { buildSymbolTable, symbolFlags } from "@adder/compiler";
import {
  asStr,
  bufferBytes,
  fsDecode,
  type ModuleSpec,
  type Result,
  raise,
  SyntaxErrorType,
  sourceOptions,
  type ThreadState,
  TypeErrorType,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { isSyntaxProblem, raiseSyntaxProblem } from "../syntax-problem.js";
import { entryOf } from "./entry.js";

/** The text of a source argument; bytes are UTF-8. Raises TypeError and SyntaxError. */
function sourceText(ts: ThreadState, v: Value): Result<string | Uint8Array> {
  const text = asStr(v);
  const source = text !== undefined ? toJs(text) : bufferBytes(ts, v);
  if (source === null) return null;
  if (source === undefined)
    return raise(ts, TypeErrorType, "symtable() arg 1 must be a string or bytes object");
  const hasNull = typeof source === "string" ? source.includes("\0") : source.includes(0);
  return hasNull ? raise(ts, SyntaxErrorType, "source code string cannot contain null bytes") : source;
}

function symtable(
  ts: ThreadState,
  _m: Value,
  sourceArg: Value,
  fileArg: Value,
  modeArg: Value,
): Result<Value> {
  const filename = fsDecode(ts, fileArg);
  if (filename === null) return null;
  const modeText = asStr(modeArg);
  if (modeText === undefined) {
    return raise(ts, TypeErrorType, `symtable() argument 3 must be str, not ${typeName(modeArg)}`);
  }
  const source = sourceText(ts, sourceArg);
  if (source === null) return null;
  const mode = toJs(modeText);
  if (mode !== "exec" && mode !== "eval" && mode !== "single") {
    return raise(ts, ValueErrorType, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
  }
  let parsed = false;
  try {
    const tree = ts.interp.frontend.parse(source, {
      filename,
      mode,
      optimize: 0,
      flags: 0,
      ...sourceOptions(ts),
    });

    parsed = true;
    return entryOf(buildSymbolTable(tree, { filename }).top);
  } catch (error) {
    if (!isSyntaxProblem(error)) throw error;
    return raiseSyntaxProblem(ts, error, parsed);
  }
}

const flags = symbolFlags as unknown as Readonly<Record<string, number>>;

const names = [
  ..."USE DEF_GLOBAL DEF_NONLOCAL DEF_LOCAL DEF_PARAM DEF_TYPE_PARAM DEF_FREE_CLASS DEF_IMPORT".split(" "),
  ..."DEF_BOUND DEF_ANNOT DEF_COMP_ITER DEF_COMP_CELL".split(" "),
  ..."LOCAL GLOBAL_EXPLICIT GLOBAL_IMPLICIT FREE CELL SCOPE_MASK".split(" "),
];

/** `_symtable` (CPython Modules/symtablemodule.c): what the compiler knows of the names of a program. */
export const symtableModule: ModuleSpec = {
  name: "_symtable",
  attributes: {
    ...Object.fromEntries(names.map((name) => [name, flags[name]])),
    ...Object.fromEntries(
      Object.entries(symbolFlags.BlockType).map(([name, number]) => [`TYPE_${name}`, number]),
    ),
    SCOPE_OFF: symbolFlags.SCOPE_OFFSET,
  },
  functions: [
    [
      "symtable",
      "($module, source, filename, startstr, /)",
      symtable,
      "The scopes of a source, as the compiler sees them.",
    ],
  ],
};
