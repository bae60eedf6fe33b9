import { getOptionalAttr } from "../../core/attributes.js";
import { call } from "../../core/call.js";
import { isTrue } from "../../core/compare.js";
import { raise } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import { getItem, repr } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyType } from "../../core/type.js";
import { sameObject } from "../../core/type-of.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyList } from "../list/py-list.js";
import { toJs } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { PyGenericAlias } from "./py-generic-alias.js";

const indexOf = (items: readonly Value[], v: Value): number => items.findIndex((x) => sameObject(x, v));

/** The type variables in some arguments, each once, in order (CPython `_Py_make_parameters`). */
export function makeParameters(ts: ThreadState, args: readonly Value[]): Result<PyTuple> {
  const found: Value[] = [];
  const add = (v: Value): void => {
    if (indexOf(found, v) < 0) found.push(v);
  };
  for (const arg of args) {
    // Classes have no parameters, even if they define `__parameters__`.
    if (arg instanceof PyType) continue;
    if (arg instanceof PyTuple || arg instanceof PyList) {
      const inner = makeParameters(ts, arg.items);
      if (inner === null) return null;
      inner.items.forEach(add);
      continue;
    }
    const subst = getOptionalAttr(ts, arg, "__typing_subst__");
    if (subst === null) return null;
    if (subst !== undefined) {
      add(arg);
      continue;
    }
    const inner = getOptionalAttr(ts, arg, "__parameters__");
    if (inner === null) return null;
    if (inner instanceof PyTuple) inner.items.forEach(add);
  }
  return new PyTuple(found);
}

/** Unpacks `*tuple[int, str]` among the items of a subscript. */
function unpackArguments(ts: ThreadState, item: Value): Result<Value[]> {
  const given = item instanceof PyTuple ? item.items : [item];
  const args: Value[] = [];
  for (const arg of given) {
    if (!(arg instanceof PyType)) {
      const inner = getOptionalAttr(ts, arg, "__typing_unpacked_tuple_args__");
      if (inner === null) return null;
      if (inner instanceof PyTuple) {
        // `*tuple[int, ...]` stays as it is: nobody knows how many items it has.
        if (!isEllipsis(inner.items.at(-1))) {
          args.push(...inner.items);
          continue;
        }
      }
    }
    args.push(arg);
  }
  return args;
}

function isEllipsis(v: Value | undefined): boolean {
  return typeof v === "object" && v.cls.name === "ellipsis";
}

/** The arguments with the type variables among them replaced by those of `self[item]` (CPython `_Py_subs_parameters`). */
export function substitute(
  ts: ThreadState,
  self: Value,
  args: readonly Value[],
  parameters: PyTuple,
  item: Value,
): Result<Value[]> {
  const shown = (): string => {
    const text = repr(ts, self);
    return text === null ? "?" : toJs(text);
  };
  if (parameters.items.length === 0) return raise(ts, TypeErrorType, `${shown()} is not a generic class`);
  let given = unpackArguments(ts, item);
  if (given === null) return null;
  for (const parameter of parameters.items) {
    const prepare = getOptionalAttr(ts, parameter, "__typing_prepare_subst__");
    if (prepare === null) return null;
    if (prepare === undefined) continue;
    const prepared = call(ts, prepare, [self, new PyTuple(given)]);
    if (prepared === null) return null;
    given = prepared instanceof PyTuple ? prepared.items.slice() : [prepared];
  }
  const expected = parameters.items.length;
  if (given.length !== expected) {
    const how = given.length > expected ? "many" : "few";
    const message = `Too ${how} arguments for ${shown()}; actual ${given.length}, expected ${expected}`;
    return raise(ts, TypeErrorType, message);
  }
  return substituteAll(ts, args, parameters.items, given);
}

function substituteAll(
  ts: ThreadState,
  args: readonly Value[],
  parameters: readonly Value[],
  values: readonly Value[],
): Result<Value[]> {
  const result: Value[] = [];
  for (const arg of args) {
    if (arg instanceof PyType) {
      result.push(arg);
      continue;
    }
    if (arg instanceof PyTuple || arg instanceof PyList) {
      const inner = substituteAll(ts, arg.items, parameters, values);
      if (inner === null) return null;
      result.push(arg instanceof PyTuple ? new PyTuple(inner) : new PyList(inner));
      continue;
    }
    const unpacks = isUnpackedTypeVarTuple(ts, arg);
    if (unpacks === null) return null;
    const value = substituteOne(ts, arg, parameters, values);
    if (value === null) return null;
    if (unpacks && value instanceof PyTuple) result.push(...value.items);
    else result.push(value);
  }
  return result;
}

function substituteOne(
  ts: ThreadState,
  arg: Value,
  parameters: readonly Value[],
  values: readonly Value[],
): Result<Value> {
  const subst = getOptionalAttr(ts, arg, "__typing_subst__");
  if (subst === null) return null;
  if (subst !== undefined) return call(ts, subst, [values[indexOf(parameters, arg)]]);
  const inner = getOptionalAttr(ts, arg, "__parameters__");
  if (inner === null) return null;
  if (!(inner instanceof PyTuple) || inner.items.length === 0) return arg;
  const own: Value[] = [];
  for (const parameter of inner.items) {
    const i = indexOf(parameters, parameter);
    const value = i < 0 ? parameter : values[i];
    // What a TypeVarTuple stands for is a tuple.
    if (i >= 0 && value instanceof PyTuple && isTypeVarTuple(parameter)) own.push(...value.items);
    else own.push(value);
  }
  return getItem(ts, arg, new PyTuple(own));
}

function isTypeVarTuple(v: Value): boolean {
  return typeof v === "object" && v.cls.name === "TypeVarTuple";
}

function isUnpackedTypeVarTuple(ts: ThreadState, arg: Value): Result<boolean> {
  const flag = getOptionalAttr(ts, arg, "__typing_is_unpacked_typevartuple__");
  return flag === undefined ? false : flag === null ? null : isTrue(ts, flag);
}

/** An argument as aliases and unions show it: the bare name of a class, `...`, else its repr (CPython `_Py_typing_type_repr`). */
export function argumentRepr(ts: ThreadState, arg: Value): Result<string> {
  if (isEllipsis(arg)) return "...";
  const plain = (): Result<string> => {
    const text = repr(ts, arg);
    return text === null ? null : toJs(text);
  };
  if (arg instanceof PyGenericAlias) return plain();
  const origin = getOptionalAttr(ts, arg, "__origin__");
  if (origin === null) return null;
  if (origin !== undefined) {
    const args = getOptionalAttr(ts, arg, "__args__");
    if (args === null) return null;
    if (args !== undefined) return plain();
  }
  const qualname = getOptionalAttr(ts, arg, "__qualname__");
  if (qualname === null) return null;
  if (qualname === undefined) return plain();
  const module = getOptionalAttr(ts, arg, "__module__");
  if (module === null) return null;
  if (typeof module !== "string" || typeof qualname !== "string") return plain();
  return module === "builtins" ? qualname : `${module}.${qualname}`;
}
