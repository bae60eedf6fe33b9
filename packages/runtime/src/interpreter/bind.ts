import { CodeFlags } from "@adder/bytecode";
import type { Executable, Slot } from "@adder/frames";
import {
  emptyTuple,
  type KwNames,
  PyDict,
  type PyFunction,
  PyTuple,
  raise,
  type Status,
  strFromKey,
  strRepr,
  type ThreadState,
  TypeErrorType,
  toJs,
  type Value,
} from "@adder/objects";
import { suggest } from "../suggestions.js";

const plural = (n: number): string => (n === 1 ? "" : "s");

/**
 * Binds the arguments of a call to the parameters of a Python function (CPython `initialize_locals`, `Python/ceval.c`):
 * fills all locals from `out[base]` on, those that are no parameters with `undefined`. Raises TypeError.
 *
 * @param args positional arguments, then the values for `kwnames`
 */
export function bindArguments(
  ts: ThreadState,
  fn: PyFunction,
  exec: Executable,
  args: readonly Value[],
  kwnames: KwNames,
  out: Slot[],
  base: number,
): Status {
  const { code, argcount, nlocals, paramCount } = exec;
  const nkw = kwnames === null ? 0 : kwnames.length;
  const given = args.length - nkw;
  for (let i = 0; i < nlocals; i++) out[base + i] = undefined;
  const positional = given < argcount ? given : argcount;
  for (let i = 0; i < positional; i++) out[base + i] = args[i];
  let rest: PyDict | null = null;
  let extra = base + paramCount;
  if ((code.flags & CodeFlags.VARARGS) !== 0) {
    out[extra++] = given > argcount ? new PyTuple(args.slice(argcount, given)) : emptyTuple;
  }
  if ((code.flags & CodeFlags.VARKEYWORDS) !== 0) out[extra] = rest = new PyDict();
  if (kwnames !== null) {
    for (let k = 0; k < nkw; k++) {
      const name = kwnames[k];
      const i = parameterIndex(exec, name);
      if (i >= 0) {
        if (out[base + i] !== undefined) return fail(ts, fn, `got multiple values for argument '${name}'`);
        out[base + i] = args[given + k];
      } else if (rest !== null) {
        rest.setStr(name, args[given + k]);
      } else {
        return raiseUnexpected(ts, fn, exec, kwnames, name);
      }
    }
  }
  if (given > argcount && (code.flags & CodeFlags.VARARGS) === 0) {
    return raiseTooMany(ts, fn, exec, given, out, base);
  }
  return fillDefaults(ts, fn, exec, given, out, base);
}

/** Index of the parameter that a keyword argument names, -1 when there is none. */
function parameterIndex(exec: Executable, name: string): number {
  const { localsplusNames, posonlyargcount } = exec.code;
  for (let i = posonlyargcount; i < exec.paramCount; i++) if (localsplusNames[i] === name) return i;
  return -1;
}

function fillDefaults(
  ts: ThreadState,
  fn: PyFunction,
  exec: Executable,
  given: number,
  out: Slot[],
  base: number,
): Status {
  const { argcount, paramCount } = exec;
  if (given < argcount) {
    const defaults = fn.defaults;
    const count = defaults === null ? 0 : defaults.length;
    const required = argcount - count;
    const missing: number[] = [];
    for (let i = given; i < argcount; i++) {
      if (out[base + i] !== undefined) continue;
      if (i < required) missing.push(i);
      else out[base + i] = (defaults as readonly Value[])[i - required];
    }
    if (missing.length > 0) return raiseMissing(ts, fn, exec, "positional", missing);
  }
  if (paramCount > argcount) {
    const missing: number[] = [];
    for (let i = argcount; i < paramCount; i++) {
      if (out[base + i] !== undefined) continue;
      const value = fn.kwdefaults?.getStr(exec.code.localsplusNames[i]);
      if (value === undefined) missing.push(i);
      else out[base + i] = value;
    }
    if (missing.length > 0) return raiseMissing(ts, fn, exec, "keyword-only", missing);
  }
  return true;
}

function fail(ts: ThreadState, fn: PyFunction, what: string): null {
  return raise(ts, TypeErrorType, `${toJs(fn.qualname)}() ${what}`);
}

function raiseMissing(
  ts: ThreadState,
  fn: PyFunction,
  exec: Executable,
  kind: string,
  missing: readonly number[],
): null {
  const names = missing.map((i) => toJs(strRepr(strFromKey(exec.code.localsplusNames[i]))));
  const last = names.length - 1;
  const list =
    names.length === 1
      ? names[0]
      : names.length === 2
        ? `${names[0]} and ${names[1]}`
        : `${names.slice(0, last).join(", ")}, and ${names[last]}`;
  return fail(ts, fn, `missing ${names.length} required ${kind} argument${plural(names.length)}: ${list}`);
}

function raiseTooMany(
  ts: ThreadState,
  fn: PyFunction,
  exec: Executable,
  given: number,
  out: readonly Slot[],
  base: number,
): null {
  const { argcount, paramCount } = exec;
  let keywordOnly = 0;
  for (let i = argcount; i < paramCount; i++) if (out[base + i] !== undefined) keywordOnly++;
  const defaults = fn.defaults === null ? 0 : fn.defaults.length;
  const takes = defaults > 0 ? `from ${argcount - defaults} to ${argcount}` : `${argcount}`;
  const many = defaults > 0 ? "s" : plural(argcount);
  const also =
    keywordOnly > 0
      ? ` positional argument${plural(given)} (and ${keywordOnly} keyword-only argument${plural(keywordOnly)})`
      : "";
  const were = given === 1 && keywordOnly === 0 ? "was" : "were";
  return fail(ts, fn, `takes ${takes} positional argument${many} but ${given}${also} ${were} given`);
}

function raiseUnexpected(
  ts: ThreadState,
  fn: PyFunction,
  exec: Executable,
  kwnames: readonly string[],
  name: string,
): null {
  const { localsplusNames, posonlyargcount } = exec.code;
  const positionalOnly = localsplusNames.slice(0, posonlyargcount).filter((p) => kwnames.includes(p));
  if (positionalOnly.length > 0) {
    const names = positionalOnly.join(", ");
    return fail(ts, fn, `got some positional-only arguments passed as keyword arguments: '${names}'`);
  }
  const similar = suggest(name, localsplusNames.slice(posonlyargcount, exec.paramCount));
  const hint = similar === null ? "" : `. Did you mean '${similar}'?`;
  return fail(ts, fn, `got an unexpected keyword argument '${name}'${hint}`);
}
