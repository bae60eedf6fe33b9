import {
  decodeInstructions,
  deopt,
  jumpTarget,
  lineRanges,
  narrowInstructions,
  Op,
  positions,
  UNKNOWN,
} from "@adder/bytecode";
import { equals, hash } from "../../core/compare.js";
import { address } from "../../core/default-repr.js";
import { raise } from "../../core/errors.js";
import type { GetSetRow, TypeSpec } from "../../core/native.js";
import { toSize } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { getIter } from "../../core/protocols.js";
import { CompareOp } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { PyBytes } from "../bytes/py-bytes.js";
import { DeprecationWarningType, IndexErrorType } from "../exceptions/exception-types.js";
import { None, NotImplemented } from "../none/singletons.js";
import { strFromKey } from "../str/py-str.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { lineNumberTable } from "./lnotab.js";
import { PyCode } from "./py-code.js";
import { codeBytes, codeNew, replaceCode } from "./replace.js";
import { cellVariables, freeVariables, localVariables } from "./variables.js";

/** The code as the interpreter has specialised it, so far as code units can show it. */
function adaptiveUnits({ code, instructions }: PyCode): Uint16Array {
  return instructions.length === 0 ? code.code : narrowInstructions(code.code, instructions);
}

const names = (list: readonly string[]): PyTuple => new PyTuple(list.map(strFromKey));
const orNone = (n: number): Value => (n === UNKNOWN ? None : n);

function codeRepr(ts: ThreadState, self: PyCode): Value {
  const { name, filename, firstlineno } = self.code;
  const where = `file "${filename}", line ${firstlineno === 0 ? -1 : firstlineno}`;
  return strFromKey(`<code object ${name} at ${address(ts, self)}, ${where}>`);
}

const NUMBERS = ["argcount", "posonlyargcount", "kwonlyargcount", "flags", "firstlineno"] as const;

const sameBytes = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.prototype.every.call(a, (byte, i) => byte === b[i]);

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** Equal code does the same: names, counts, instructions, constants (with their types), positions. */
function sameCode(ts: ThreadState, a: PyCode, b: PyCode): Result<boolean> {
  if (a === b) return true;
  const x = a.code;
  const y = b.code;
  if (x.name !== y.name || NUMBERS.some((field) => x[field] !== y[field])) return false;
  if (!sameBytes(x.code, y.code) || a.consts.length !== b.consts.length) return false;
  for (let i = 0; i < a.consts.length; i++) {
    const same = sameConstant(ts, a.consts[i], b.consts[i]);
    if (same !== true) return same;
  }
  return (
    sameNames(x.names, y.names) &&
    sameNames(x.localsplusNames, y.localsplusNames) &&
    sameBytes(x.linetable, y.linetable) &&
    sameBytes(x.exceptiontable, y.exceptiontable)
  );
}

function sameConstant(ts: ThreadState, a: Value, b: Value): Result<boolean> {
  if (typeOf(a) !== typeOf(b)) return false;
  if (a instanceof PyCode && b instanceof PyCode) return sameCode(ts, a, b);
  if (a instanceof PyTuple && b instanceof PyTuple) {
    if (a.items.length !== b.items.length) return false;
    for (let i = 0; i < a.items.length; i++) {
      const same = sameConstant(ts, a.items[i], b.items[i]);
      if (same !== true) return same;
    }
    return true;
  }
  return equals(ts, a, b);
}

function codeCompare(ts: ThreadState, a: PyCode, b: Value, op: CompareOp): Result<Value> {
  if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !(b instanceof PyCode)) return NotImplemented;
  const same = sameCode(ts, a, b);
  return same === null ? null : same === (op === CompareOp.EQ);
}

function codeHash(ts: ThreadState, self: PyCode): Result<number> {
  const nameHash = hash(ts, strFromKey(self.code.name));
  if (nameHash === null) return null;
  let h = Number(BigInt.asIntN(32, BigInt(nameHash)));
  const { code, argcount, posonlyargcount, kwonlyargcount, flags, firstlineno } = self.code;
  for (const unit of code) h = (Math.imul(h, 1000003) ^ unit) | 0;
  for (const number of [argcount, posonlyargcount, kwonlyargcount, flags, firstlineno])
    h = (Math.imul(h, 1000003) ^ number) | 0;
  return h === -1 ? -2 : h;
}

/** `co_lines()`: `(start, end, line)` in bytes. */
function lines(ts: ThreadState, self: PyCode): Result<Value> {
  const ranges = lineRanges(self.code);
  return getIter(ts, new PyTuple(ranges.map((r) => new PyTuple([2 * r.start, 2 * r.end, orNone(r.line)]))));
}

/** `co_positions()`: `(line, end line, column, end column)` of each code unit. */
function allPositions(ts: ThreadState, self: PyCode): Result<Value> {
  const items = Array.from(
    positions(self.code),
    (p) => new PyTuple([orNone(p.lineno), orNone(p.endLineno), orNone(p.colOffset), orNone(p.endColOffset)]),
  );
  return getIter(ts, new PyTuple(items));
}

/** `co_branches()`: `(branch, where it goes on, where it jumps to)` in bytes. */
function branches(ts: ThreadState, self: PyCode): Result<Value> {
  const units = self.code.code;
  const found: PyTuple[] = [];
  for (const instruction of decodeInstructions(units)) {
    const target = jumpTarget(instruction);
    if (target === null) continue;
    const isFor = deopt[instruction.opcode] === Op.FOR_ITER;
    const follows = (units[instruction.end] & 0xff) === Op.NOT_TAKEN;
    // An exhausted FOR_ITER skips END_FOR and POP_ITER.
    if (isFor) found.push(new PyTuple([2 * instruction.start, 2 * instruction.end, 2 * (target + 2)]));
    else if (follows) {
      found.push(new PyTuple([2 * instruction.start, 2 * (instruction.end + 1), 2 * target]));
    }
  }
  return getIter(ts, new PyTuple(found));
}

function variableOf(ts: ThreadState, self: PyCode, oparg: Value): Result<Value> {
  const i = toSize(ts, oparg);
  if (i === null) return null;
  const name = self.code.localsplusNames[i];
  return name === undefined ? raise(ts, IndexErrorType, "tuple index out of range") : strFromKey(name);
}

function lnotab(ts: ThreadState, self: PyCode): Result<Value> {
  const message = "co_lnotab is deprecated, use co_lines instead.";
  if (ts.interp.evaluator.warn(ts, DeprecationWarningType, message, 1) === null) return null;
  return new PyBytes(lineNumberTable(self.code));
}

const member = (name: string, get: (self: PyCode) => Value): GetSetRow => [
  name,
  (_ts, self: PyCode) => get(self),
  null,
  null,
  "member",
];
const computed = (name: string, get: (self: PyCode) => Value): GetSetRow => [
  name,
  (_ts, self: PyCode) => get(self),
];

/** The specification of `code` (CPython `Objects/codeobject.c`). */
export const codeSpec: TypeSpec = {
  name: "code",
  doc: "Create a code object.  Not for mere mortals.",
  signature:
    "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n" +
    "     flags, codestring, constants, names, varnames, filename, name,\n" +
    "     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n" +
    "     cellvars=(), /)",
  flags: TypeFlags.HAS_WEAKREFS | TypeFlags.VAR_SIZED,
  slots: { tp_new: codeNew, tp_repr: codeRepr, tp_hash: codeHash, tp_richcompare: codeCompare },
  methods: [
    ["__sizeof__", "($self, /)", (_ts, self: PyCode) => 200 + 2 * self.code.code.length],
    ["co_lines", "($self, /)", lines],
    ["co_branches", "($self, /)", branches],
    ["co_positions", "($self, /)", allPositions],
    ["replace", "($self, /, **changes)", replaceCode, "Return a copy of the code object with new values."],
    ["_varname_from_oparg", "($self, /, oparg)", variableOf],
    ["__replace__", "($self, /, **changes)", replaceCode, "The same as replace()."],
  ],
  getset: [
    member("co_argcount", (self) => self.code.argcount),
    member("co_posonlyargcount", (self) => self.code.posonlyargcount),
    member("co_kwonlyargcount", (self) => self.code.kwonlyargcount),
    member("co_stacksize", (self) => self.code.stacksize),
    member("co_flags", (self) => self.code.flags),
    member("co_nlocals", (self) => localVariables(self.code).length),
    member("co_consts", (self) => new PyTuple(self.consts)),
    member("co_names", (self) => names(self.code.names)),
    member("co_filename", (self) => strFromKey(self.code.filename)),
    member("co_name", (self) => strFromKey(self.code.name)),
    member("co_qualname", (self) => strFromKey(self.code.qualname)),
    member("co_firstlineno", (self) => self.code.firstlineno),
    member("co_linetable", (self) => new PyBytes(self.code.linetable)),
    member("co_exceptiontable", (self) => new PyBytes(self.code.exceptiontable)),
    ["co_lnotab", lnotab],
    computed("_co_code_adaptive", (self) => new PyBytes(codeBytes(adaptiveUnits(self)))),
    computed("co_varnames", (self) => names(localVariables(self.code))),
    computed("co_cellvars", (self) => names(cellVariables(self.code))),
    computed("co_freevars", (self) => names(freeVariables(self.code))),
    computed("co_code", (self) => new PyBytes(codeBytes(self.code.code))),
  ],
};
