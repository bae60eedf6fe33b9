import { type NativeDef, NativeKind } from "../types/builtin-function/native-def.js";
import { RecursionErrorType, TypeErrorType } from "../types/exceptions/exception-types.js";
import { PyRaise } from "../types/exceptions/py-base-exception.js";
import type { PyFunction } from "../types/function/py-function.js";
import { typeCall } from "../types/type/type-call.js";
import { loadMethod } from "./attributes.js";
import { bindNative } from "./bind-arguments.js";
import { FunctionType } from "./builtin-types.js";
import { raise, raiseValue, typeName } from "./errors.js";
import type { Result, Value } from "./object.js";
import { callGlue } from "./slot-glue.js";
import type { KwNames } from "./slots.js";
import type { ThreadState } from "./thread-state.js";
import { type PyType, TypeFlags } from "./type.js";
import { lookup } from "./type-lookup.js";
import { typeOf } from "./type-of.js";

/**
 * Calls any callable (CPython `PyObject_Vectorcall`). The values of keyword arguments are the last
 * elements of `args`; `args` belongs to the callee from here on.
 */
export function call(
  ts: ThreadState,
  callable: Value,
  args: Value[],
  kwnames: KwNames = null,
): Result<Value> {
  if (typeof callable === "object") {
    const { cls } = callable;
    if (cls === FunctionType) {
      return ts.interp.evaluator.callFunction(ts, callable as PyFunction, args, kwnames);
    }
    const slot = cls.tp_call;
    if (slot !== null) {
      // A method in Python is guarded when it is called, and classes guard what is native in them.
      if (slot === callGlue || slot === typeCall) return slot(ts, callable as PyType, args, kwnames);
      if (!enterNative(ts)) return null;
      const result = slot(ts, callable, args, kwnames);
      ts.nativeDepth--;
      return result;
    }
  }
  return raise(ts, TypeErrorType, `'${typeName(callable)}' object is not callable`);
}

/** Calls a method by name: `obj.name(*args)`. `args` without the instance. */
export function callMethod(
  ts: ThreadState,
  obj: Value,
  name: string,
  args: Value[],
  kwnames: KwNames = null,
): Result<Value> {
  const bound = { self: undefined as Value | undefined };
  const method = loadMethod(ts, obj, name, bound);
  if (method === null) return null;
  if (bound.self !== undefined) args = [bound.self, ...args];
  return call(ts, method, args, kwnames);
}

/**
 * Calls an attribute of a class with an instance in front, without making a bound method where that
 * can be avoided: what slots do with the dunder method that they found by `lookup`.
 */
export function callUnbound(ts: ThreadState, attribute: Value, self: Value, args: Value[]): Result<Value> {
  if (typeof attribute === "object") {
    if (attribute.cls === FunctionType) {
      args.unshift(self);
      return ts.interp.evaluator.callFunction(ts, attribute as PyFunction, args, null);
    }
    if ((attribute.cls.flags & TypeFlags.METHOD_DESCRIPTOR) !== 0) {
      args.unshift(self);
      return call(ts, attribute, args, null);
    }
    const get = attribute.cls.tp_descr_get;
    if (get !== null) {
      const bound = get(ts, attribute, self, typeOf(self));
      return bound === null ? null : call(ts, bound, args, null);
    }
  }
  return call(ts, attribute, args, null);
}

/**
 * Looks a special method up on the type and binds it (CPython `_PyObject_LookupSpecial`);
 * `undefined` when the type has none.
 */
export function lookupSpecial(ts: ThreadState, obj: Value, name: string): Result<Value | undefined> {
  const type = typeOf(obj);
  const found = lookup(type, name);
  if (found === undefined) return undefined;
  const get = typeOf(found).tp_descr_get;
  return get === null ? found : get(ts, found, obj, type);
}

/** Calls a special method if the type of `obj` has it; `undefined` when it has not. */
export function callSpecial(
  ts: ThreadState,
  obj: Value,
  name: string,
  args: Value[],
): Result<Value | undefined> {
  const found = lookup(typeOf(obj), name);
  return found === undefined ? undefined : callUnbound(ts, found, obj, args);
}

/**
 * Calls a native function with its `self` (instance, class or module). Here ends a {@link PyRaise}
 * that the function threw: the exception becomes the pending one.
 *
 * @param bound whether the function was made with its `self`, whose class messages name then
 */
export function callNative(
  ts: ThreadState,
  def: NativeDef,
  self: Value | null,
  args: Value[],
  kwnames: KwNames,
  bound = false,
): Result<Value> {
  try {
    if (def.kind === NativeKind.RAW) return def.fn(ts, self, args, kwnames);
    const n = args.length;
    if ((kwnames === null || kwnames.length === 0) && n >= def.minArgs && n <= def.maxArgs) {
      switch (n) {
        case 0:
          return def.fn(ts, self);
        case 1:
          return def.fn(ts, self, args[0]);
        case 2:
          return def.fn(ts, self, args[0], args[1]);
        case 3:
          return def.fn(ts, self, args[0], args[1], args[2]);
        default:
          return def.fn(ts, self, ...args);
      }
    }
    const values = bindNative(ts, def, self, args, kwnames, bound);
    return values === null ? null : def.fn(ts, self, ...values);
  } catch (error) {
    return raiseCaught(ts, error);
  }
}

/** Makes the exception in a {@link PyRaise} pending; throws anything else on. */
export function raiseCaught(ts: ThreadState, error: unknown): null {
  if (error instanceof PyRaise) return raiseValue(ts, error.exception);
  throw error;
}

/**
 * Enters a level of native recursion: `false` when there are too many, with RecursionError pending.
 * After `true`, `leaveNative` must follow on every path.
 */
export function enterNative(ts: ThreadState): boolean {
  if (ts.nativeDepth < ts.interp.nativeDepthLimit) {
    ts.nativeDepth++;
    return true;
  }
  raise(ts, RecursionErrorType, "maximum recursion depth exceeded");
  return false;
}

/** Leaves a level of native recursion. */
export function leaveNative(ts: ThreadState): void {
  ts.nativeDepth--;
}
