import { OverflowErrorType, TypeErrorType } from "../types/exceptions/exception-types.js";
import { PyMemoryView } from "../types/memoryview/py-memory-view.js";
import { None } from "../types/none/singletons.js";
import { rangeLength } from "../types/range/length.js";
import { PyRange } from "../types/range/py-range.js";
import { asStr } from "../types/str/as-str.js";
import { strKey } from "../types/str/py-str.js";
import { checkPositional } from "./bind-arguments.js";
import { raise, stopIteration, typeName } from "./errors.js";
import { toSize } from "./numbers.js";
import type { Result, Status, Value } from "./object.js";
import type { SlotDef, SlotShape } from "./slot-table.js";
import type * as S from "./slots.js";
import type { ThreadState } from "./thread-state.js";
import { type PyType, TypeFlags } from "./type.js";
import { typeOf } from "./type-of.js";

/** Calls a slot function as the dunder method `def` with checked arguments. */
type Wrap = (
  ts: ThreadState,
  // biome-ignore lint/suspicious/noExplicitAny: the shape says which function it is
  fn: any,
  self: Value,
  args: Value[],
  kwnames: S.KwNames,
  def: SlotDef,
) => Result<Value>;

const wrapUnary: Wrap = (ts, fn: S.UnaryFunc, self, args) => (expect(ts, args, 0) ? fn(ts, self) : null);

const wrapInt: Wrap = (ts, fn: S.HashFunc, self, args) => (expect(ts, args, 0) ? fn(ts, self) : null);

const wrapSetItem: Wrap = (ts, fn: S.SetItemFunc, self, args) =>
  checkPositional(ts, "__setitem__", args.length, 2, 2) && done(fn(ts, self, args[0], args[1]));

const wrappers: Record<SlotShape, Wrap> = {
  unary: wrapUnary,
  inquiry: wrapUnary as Wrap,
  length: (ts, fn: S.LenFunc, self, args) =>
    expect(ts, args, 0) ? (self instanceof PyRange ? rangeLength(ts, self) : fn(ts, self)) : null,
  hash: wrapInt,
  binary: (ts, fn: S.BinaryFunc, self, args) => (expect(ts, args, 1) ? fn(ts, self, args[0]) : null),
  "binary-reflected": (ts, fn: S.BinaryFunc, self, args) =>
    expect(ts, args, 1) ? fn(ts, args[0], self) : null,
  power: (ts, fn: S.TernaryFunc, self, args) =>
    expectPower(ts, args) ? fn(ts, self, args[0], args[1] ?? None) : null,
  "power-reflected": (ts, fn: S.TernaryFunc, self, args) =>
    expectPower(ts, args) ? fn(ts, args[0], self, args[1] ?? None) : null,
  "inplace-power": (ts, fn: S.TernaryFunc, self, args) =>
    expectPower(ts, args) ? fn(ts, self, args[0], args[1] ?? None) : null,
  repeat: (ts, fn: S.SizeArgFunc, self, args) => {
    if (!expect(ts, args, 1)) return null;
    const n = toSize(ts, args[0], OverflowErrorType);
    return n === null ? null : fn(ts, self, n);
  },
  item: (ts, fn: S.SizeArgFunc, self, args) => {
    if (!expect(ts, args, 1)) return null;
    const i = index(ts, self, args[0]);
    return i === null ? null : fn(ts, self, i);
  },
  "set-item-index": (ts, fn: S.SetItemIndexFunc, self, args) => {
    if (checkPositional(ts, "__setitem__", args.length, 2, 2) === null) return null;
    const i = index(ts, self, args[0]);
    return i === null ? null : done(fn(ts, self, i, args[1]));
  },
  "delete-item-index": (ts, fn: S.SetItemIndexFunc, self, args) => {
    if (!expect(ts, args, 1)) return null;
    const i = index(ts, self, args[0]);
    return i === null ? null : done(fn(ts, self, i, undefined));
  },
  contains: (ts, fn: S.ContainsFunc, self, args) => (expect(ts, args, 1) ? fn(ts, self, args[0]) : null),
  "set-item": wrapSetItem,
  "delete-item": (ts, fn: S.SetItemFunc, self, args) =>
    expect(ts, args, 1) ? done(fn(ts, self, args[0], undefined)) : null,
  getattribute: (ts, fn: S.GetAttrFunc, self, args) => {
    if (!expect(ts, args, 1)) return null;
    const name = attributeName(ts, args[0]);
    return name === null ? null : fn(ts, self, name);
  },
  getattr: (ts) => raise(ts, TypeErrorType, "__getattr__ has no wrapper"),
  setattr: (ts, fn: S.SetAttrFunc, self, args, _kwnames, def) => {
    if (checkPositional(ts, "__setattr__", args.length, 2, 2) === null) return null;
    if (guardSetattr(ts, fn, self, def.name) === null) return null;
    const name = attributeName(ts, args[0]);
    return name === null ? null : done(fn(ts, self, name, args[1]));
  },
  delattr: (ts, fn: S.SetAttrFunc, self, args, _kwnames, def) => {
    if (!expect(ts, args, 1) || guardSetattr(ts, fn, self, def.name) === null) return null;
    const name = attributeName(ts, args[0]);
    return name === null ? null : done(fn(ts, self, name, undefined));
  },
  call: (ts, fn: S.CallFunc, self, args, kwnames) => fn(ts, self, args, kwnames),
  compare: (ts, fn: S.RichCompareFunc, self, args, _kwnames, def) =>
    expect(ts, args, 1) ? fn(ts, self, args[0], def.op) : null,
  next: (ts, fn: S.IterNextFunc, self, args) => {
    if (!expect(ts, args, 0)) return null;
    // Where there is a choice, the slot that tells what a generator returns at its end.
    const send = typeOf(self).am_send;
    if (send !== null) {
      const sent = send(ts, self, None);
      return sent === null ? null : sent.returned ? stopIteration(ts, sent.value) : sent.value;
    }
    const item = fn(ts, self);
    return item === undefined ? stopIteration(ts, None) : item;
  },
  get: (ts, fn: S.DescrGetFunc, self, args) => {
    if (checkPositional(ts, "__get__", args.length, 1, 2) === null) return null;
    const instance = args[0] === None ? undefined : args[0];
    const owner = args.length < 2 || args[1] === None ? undefined : args[1];
    if (instance === undefined && owner === undefined) {
      return raise(ts, TypeErrorType, "__get__(None, None) is invalid");
    }
    return fn(ts, self, instance, (owner ?? typeOf(instance as Value)) as PyType);
  },
  set: (ts, fn: S.DescrSetFunc, self, args) =>
    checkPositional(ts, "__set__", args.length, 2, 2) && done(fn(ts, self, args[0], args[1])),
  delete: (ts, fn: S.DescrSetFunc, self, args) =>
    expect(ts, args, 1) ? done(fn(ts, self, args[0], undefined)) : null,
  init: (ts, fn: S.InitFunc, self, args, kwnames) => done(fn(ts, self, args, kwnames)),
  new: (ts) => raise(ts, TypeErrorType, "__new__ is no slot wrapper"),
  buffer: (ts, fn: NonNullable<S.Slots["bf_getbuffer"]>, self, args) => {
    if (checkPositional(ts, "__buffer__", args.length, 1, 1) === null) return null;
    const flags = toSize(ts, args[0], OverflowErrorType);
    if (flags === null) return null;
    if (flags > 0x7fffffff) return raise(ts, OverflowErrorType, "buffer flags too large");
    const buffer = fn(ts, self, flags | 0);
    return buffer === null ? null : PyMemoryView.over(buffer);
  },
};

/** Calls the slot function behind the dunder method `def`, its arguments checked in CPython's words. */
export function callWrapped(
  ts: ThreadState,
  def: SlotDef,
  fn: unknown,
  self: Value,
  args: Value[],
  kwnames: S.KwNames,
): Result<Value> {
  if (kwnames !== null && kwnames.length > 0 && def.shape !== "call" && def.shape !== "init") {
    return raise(ts, TypeErrorType, `wrapper ${def.name}() takes no keyword arguments`);
  }
  return wrappers[def.shape](ts, fn, self, args, kwnames, def);
}

function done(status: Status): Result<Value> {
  return status === null ? null : None;
}

function expect(ts: ThreadState, args: readonly Value[], n: number): boolean {
  if (args.length === n) return true;
  raise(ts, TypeErrorType, `expected ${n} argument${n === 1 ? "" : "s"}, got ${args.length}`);
  return false;
}

function expectPower(ts: ThreadState, args: readonly Value[]): boolean {
  if (args.length === 1 || args.length === 2) return true;
  raise(ts, TypeErrorType, `expected 1 or 2 arguments, got ${args.length}`);
  return false;
}

/** An index counted from the start: a negative one gets the length added. */
function index(ts: ThreadState, self: Value, v: Value): Result<number> {
  const i = toSize(ts, v);
  if (i === null || i >= 0) return i;
  const { sq_length } = typeOf(self);
  if (sq_length === null) return i;
  const n = sq_length(ts, self);
  return n === null ? null : i + n;
}

/** The name in `getattr(o, name)` and the like, in key form. */
export function attributeName(ts: ThreadState, v: Value): Result<string> {
  if (typeof v === "string") return v;
  const name = asStr(v);
  if (name !== undefined) return strKey(name);
  return raise(ts, TypeErrorType, `attribute name must be string, not '${typeName(v)}'`);
}

/**
 * Refuses `object.__setattr__(cls, ...)` for classes and other objects whose native base has a stricter
 * `__setattr__` of its own (CPython `hackcheck`).
 */
function guardSetattr(ts: ThreadState, fn: unknown, self: Value, name: string): Status {
  let type: PyType | null = typeOf(self);
  while (type !== null && (type.flags & TypeFlags.HEAP) !== 0) type = type.base;
  if (type === null || type.tp_setattro === fn) return true;
  return raise(ts, TypeErrorType, `can't apply this ${name} to ${typeName(self)} object`);
}
