import { type CodeFields, CodeObject, type Constant, LocalKind } from "@adder/bytecode";
import { bindKeywords } from "../../core/bind-arguments.js";
import { argumentTypeName, raise } from "../../core/errors.js";
import { toSize } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { PyBytes } from "../bytes/py-bytes.js";
import {
  OverflowErrorType,
  SystemErrorType,
  TypeErrorType,
  ValueErrorType,
} from "../exceptions/exception-types.js";
import { asStr } from "../str/as-str.js";
import { strKey } from "../str/py-str.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { constantOf } from "./constants.js";
import { PyCode } from "./py-code.js";
import { cellVariables, freeVariables, localVariables } from "./variables.js";

/** What `code()` and `code.replace()` take, in the order of `code()`. */
interface CodeArguments {
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  nlocals: number;
  stacksize: number;
  flags: number;
  code: Uint8Array;
  consts: readonly Value[];
  names: readonly string[];
  varnames: readonly string[];
  filename: string;
  name: string;
  qualname: string;
  firstlineno: number;
  linetable: Uint8Array;
  exceptiontable: Uint8Array;
  freevars: readonly string[];
  cellvars: readonly string[];
}

type Kind = "int" | "bytes" | "tuple" | "names" | "str";

const KINDS: Record<keyof CodeArguments, Kind> = {
  argcount: "int",
  posonlyargcount: "int",
  kwonlyargcount: "int",
  nlocals: "int",
  stacksize: "int",
  flags: "int",
  code: "bytes",
  consts: "tuple",
  names: "names",
  varnames: "names",
  filename: "str",
  name: "str",
  qualname: "str",
  firstlineno: "int",
  linetable: "bytes",
  exceptiontable: "bytes",
  freevars: "names",
  cellvars: "names",
};

const FIELDS = Object.keys(KINDS) as (keyof CodeArguments)[];

function argumentsOf(code: PyCode): CodeArguments {
  const c = code.code;
  const varnames = localVariables(c);
  return {
    argcount: c.argcount,
    posonlyargcount: c.posonlyargcount,
    kwonlyargcount: c.kwonlyargcount,
    nlocals: varnames.length,
    stacksize: c.stacksize,
    flags: c.flags,
    code: codeBytes(c.code),
    consts: code.consts,
    names: c.names,
    varnames,
    filename: c.filename,
    name: c.name,
    qualname: c.qualname,
    firstlineno: c.firstlineno,
    linetable: c.linetable,
    exceptiontable: c.exceptiontable,
    freevars: freeVariables(c),
    cellvars: cellVariables(c),
  };
}

/** Code units as bytes: opcode, oparg. */
export function codeBytes(units: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(units.length * 2);
  for (let i = 0; i < units.length; i++) {
    bytes[2 * i] = units[i] & 0xff;
    bytes[2 * i + 1] = units[i] >> 8;
  }
  return bytes;
}

/** `code.replace(**changes)`. */
export function replaceCode(ts: ThreadState, self: PyCode, args: Value[], kwnames: KwNames): Result<Value> {
  const keywords = FIELDS.map((field) => `co_${field}`);
  const bound = bindKeywords(ts, "replace", args, kwnames, keywords, 0, 0);
  if (bound === null) return null;
  const fields = argumentsOf(self);
  for (let i = 0; i < FIELDS.length; i++) {
    const value = bound[i];
    if (value === undefined) continue;
    if (assign(ts, fields, FIELDS[i], value, `replace() argument '${keywords[i]}'`) === null) return null;
  }
  // Local variables follow from the names when only those are replaced.
  return build(ts, fields);
}

/** `code(...)`. */
export function codeNew(ts: ThreadState, _cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (kwnames !== null && kwnames.length > 0) {
    return raise(ts, TypeErrorType, "code() takes no keyword arguments");
  }
  if (args.length < 16 || args.length > 18) {
    const bound = args.length < 16 ? "at least 16" : "at most 18";
    return raise(ts, TypeErrorType, `code expected ${bound} arguments, got ${args.length}`);
  }
  const fields = { freevars: [], cellvars: [] } as unknown as CodeArguments;
  for (let i = 0; i < args.length; i++) {
    if (assign(ts, fields, FIELDS[i], args[i], `code() argument ${i + 1}`) === null) return null;
  }
  return build(ts, fields);
}

function assign(
  ts: ThreadState,
  into: CodeArguments,
  field: keyof CodeArguments,
  v: Value,
  what: string,
): Status {
  const target = into as unknown as Record<string, unknown>;
  const wrong = (type: string): null =>
    raise(ts, TypeErrorType, `${what} must be ${type}, not ${argumentTypeName(v)}`);
  switch (KINDS[field]) {
    case "int": {
      const n = toSize(ts, v, OverflowErrorType);
      if (n === null) return null;
      if (n < 0 && field !== "flags") {
        return raise(ts, ValueErrorType, `co_${field} must be a positive integer`);
      }
      target[field] = n;
      return true;
    }
    case "bytes":
      if (!(v instanceof PyBytes)) return wrong("bytes");
      target[field] = v.value;
      return true;
    case "str": {
      const text = asStr(v);
      if (text === undefined) return wrong("str");
      target[field] = strKey(text);
      return true;
    }
    case "tuple":
      if (!(v instanceof PyTuple)) return wrong("tuple");
      target[field] = v.items;
      return true;
    case "names": {
      if (!(v instanceof PyTuple)) return wrong("tuple");
      const names: string[] = [];
      for (const item of v.items) {
        const text = asStr(item);
        if (text === undefined) return raise(ts, SystemErrorType, "non-string found in code slot");
        names.push(strKey(text));
      }
      target[field] = names;
      return true;
    }
  }
}

function build(ts: ThreadState, a: CodeArguments): Result<PyCode> {
  if (a.code.length % 2 !== 0) return raise(ts, ValueErrorType, "code: co_code is malformed");
  if (a.nlocals !== a.varnames.length) {
    return raise(ts, ValueErrorType, "code: co_nlocals != len(co_varnames)");
  }
  const total = a.argcount + a.kwonlyargcount + ((a.flags & 4) !== 0 ? 1 : 0) + ((a.flags & 8) !== 0 ? 1 : 0);
  if (total > a.varnames.length) return raise(ts, ValueErrorType, "code: varnames is too small");
  const code = new Uint16Array(a.code.length / 2);
  for (let i = 0; i < code.length; i++) code[i] = a.code[2 * i] | (a.code[2 * i + 1] << 8);
  const constants = a.consts.map(constantOf);
  const fields: CodeFields = {
    ...a,
    code,
    // What no constant can be (any object may stand in `co_consts`) is in the values alone.
    consts: constants.map((c): Constant => c ?? null),
    ...localsPlus(a),
  };
  return new PyCode(ts, new CodeObject(fields), a.consts);
}

/** Names and kinds of the frame slots: locals, cells that are no locals, free variables. */
function localsPlus(a: CodeArguments): Pick<CodeFields, "localsplusNames" | "localsplusKinds"> {
  const names = [...a.varnames];
  const kinds: number[] = a.varnames.map((name, i) => {
    let kind: number = LocalKind.LOCAL;
    if (i < a.posonlyargcount) kind |= LocalKind.ARG_POS;
    else if (i < a.argcount) kind |= LocalKind.ARG_POS | LocalKind.ARG_KW;
    else if (i < a.argcount + a.kwonlyargcount) kind |= LocalKind.ARG_KW;
    else {
      const rest = i - a.argcount - a.kwonlyargcount;
      const star = (a.flags & 4) !== 0;
      if (rest === 0 && star) kind |= LocalKind.ARG_VAR | LocalKind.ARG_POS;
      else if (rest === (star ? 1 : 0) && (a.flags & 8) !== 0) kind |= LocalKind.ARG_VAR | LocalKind.ARG_KW;
    }
    return a.cellvars.includes(name) ? kind | LocalKind.CELL : kind;
  });
  for (const name of a.cellvars) {
    if (a.varnames.includes(name)) continue;
    names.push(name);
    kinds.push(LocalKind.CELL);
  }
  for (const name of a.freevars) {
    names.push(name);
    kinds.push(LocalKind.FREE);
  }
  return { localsplusNames: names, localsplusKinds: Uint8Array.from(kinds) };
}
