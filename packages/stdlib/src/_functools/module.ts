import {
  call,
  clearPending,
  getIter,
  iterNext,
  type ModuleSpec,
  pendingMatches,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  type Value,
} from "@adder/objects";
import { PyKeyWrapper } from "./key-wrapper.js";
import { LruCacheType } from "./lru-cache.js";
import { PartialType } from "./partial.js";
import { Placeholder, PlaceholderType } from "./placeholder.js";

function reduce(
  ts: ThreadState,
  _m: Value,
  func: Value,
  iterable: Value,
  initial: Value | undefined,
): Result<Value> {
  const it = getIter(ts, iterable);
  if (it === null) {
    if (!pendingMatches(ts, TypeErrorType)) return null;
    clearPending(ts);
    return raise(ts, TypeErrorType, "reduce() arg 2 must support iteration");
  }
  let result = initial;
  for (;;) {
    const item = iterNext(ts, it);
    if (item === null) return null;
    if (item === undefined) break;
    if (result === undefined) result = item;
    else {
      const next = call(ts, func, [result, item]);
      if (next === null) return null;
      result = next;
    }
  }
  return result ?? raise(ts, TypeErrorType, "reduce() of empty iterable with no initial value");
}

/** `_functools` (CPython `Modules/_functoolsmodule.c`). */
export const functoolsModule: ModuleSpec = {
  name: "_functools",
  doc: "Tools that operate on functions.",
  types: [PlaceholderType, PartialType, LruCacheType],
  attributes: { Placeholder },
  functions: [
    [
      "reduce",
      "($module, function, iterable, /, initial=<unrepresentable>)",
      reduce,
      "Combines the items of an iterable, from left to right, by a function of two arguments.",
    ],
    [
      "cmp_to_key",
      "($module, /, mycmp)",
      (_ts, _m, cmp: Value) => new PyKeyWrapper(cmp),
      "Turns a comparison function into a key function.",
    ],
  ],
};
