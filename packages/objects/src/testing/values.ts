import { call, callMethod } from "../core/call.js";
import { InternalError, takePending, typeName } from "../core/errors.js";
import type { Value } from "../core/object.js";
import { repr, str } from "../core/protocols.js";
import type { ThreadState } from "../core/thread-state.js";
import { PyDict } from "../types/dict/py-dict.js";
import { PyFloat } from "../types/float/py-float.js";
import { PyList } from "../types/list/py-list.js";
import { None } from "../types/none/singletons.js";
import { PySet } from "../types/set/py-set.js";
import { PySlice } from "../types/slice/py-slice.js";
import { toJs } from "../types/str/text.js";
import { PyTuple } from "../types/tuple/py-tuple.js";

/** A list of values. */
export const list = (...items: Value[]): PyList => new PyList(items);
/** A tuple of values. */
export const tuple = (...items: Value[]): PyTuple => new PyTuple(items);
/** A float. */
export const float = (value: number): PyFloat => new PyFloat(value);
/** `slice(start, stop, step)`, `null` standing for None. */
export const slice = (start: Value | null, stop: Value | null = null, step: Value | null = null): PySlice =>
  new PySlice(start ?? None, stop ?? None, step ?? None);

/** A dict of pairs of key and value. */
export function dict(ts: ThreadState, ...pairs: [Value, Value][]): PyDict {
  const result = new PyDict();
  for (const [key, value] of pairs) {
    if (result.set(ts, key, value) === null) throw new InternalError("a key of a test dict can't be hashed");
  }
  return result;
}

/** A set of values. */
export function set(ts: ThreadState, ...items: Value[]): PySet {
  const result = new PySet();
  for (const item of items) {
    if (result.add(ts, item) === null) throw new InternalError("an item of a test set can't be hashed");
  }
  return result;
}

/** What a test compares: the repr of a result, `Class: message` of an exception, "exhausted" of no value. */
export function shown(ts: ThreadState, result: Value | null | undefined): string {
  if (result === undefined) return "exhausted";
  if (result === null) {
    const exc = takePending(ts);
    const message = str(ts, exc);
    return `${typeName(exc)}: ${message === null ? "?" : toJs(message)}`;
  }
  const text = repr(ts, result);
  return text === null ? shown(ts, null) : toJs(text);
}

/** Calls a value with positional arguments, and after them `keywords`, and shows the outcome. */
export function calling(
  ts: ThreadState,
  callable: Value,
  args: Value[],
  keywords: Readonly<Record<string, Value>> = {},
): string {
  return shown(ts, call(ts, callable, [...args, ...Object.values(keywords)], Object.keys(keywords)));
}

/** Calls a method and shows the outcome. */
export function method(ts: ThreadState, self: Value, name: string, ...args: Value[]): string {
  return shown(ts, callMethod(ts, self, name, args));
}
