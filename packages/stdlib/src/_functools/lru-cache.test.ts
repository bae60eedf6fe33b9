import { call, DictType, isInstance, None, type PyDict, type Value } from "@adder/objects";
import { NativeEvaluator, show, testThread } from "@adder/objects/testing";
import { expect, test } from "vitest";
import { LruCacheType, PyLruCache } from "./lru-cache.js";

function cacheOf(maxsize: Value, body: (x: Value) => Value) {
  const ts = testThread(new NativeEvaluator());
  const { evaluator } = ts.interp;
  const fn = (evaluator as NativeEvaluator).define(ts, "f", ["x"], (_ts, x: Value) => body(x));
  const cache = call(ts, LruCacheType, [fn, maxsize, false, DictType]);
  if (!(cache instanceof PyLruCache)) throw new TypeError(show(ts, cache));
  return { ts, cache };
}

test("the result not used for the longest time leaves first", () => {
  const seen: Value[] = [];
  const { ts, cache } = cacheOf(2, (x) => {
    seen.push(x);
    return x;
  });
  for (const x of [1, 2, 1, 3, 2, 1]) expect(call(ts, cache, [x])).toBe(x);
  expect(seen).toEqual([1, 2, 3, 2, 1]);
  expect([cache.hits, cache.misses, (cache.cache as PyDict).size]).toEqual([1, 5, 2]);
});

test("a result that the call itself has added is kept once", () => {
  let depth = 0;
  const made = cacheOf(4, (x) => {
    if (depth++ === 0) call(made.ts, made.cache, [x]);
    return x;
  });
  expect(call(made.ts, made.cache, [1])).toBe(1);
  expect(made.cache.cache.size).toBe(1);
  expect(call(made.ts, made.cache, [1])).toBe(1);
  expect(made.cache.hits).toBe(1);
});

test("a cache without bound keeps everything, one of size 0 nothing", () => {
  const all = cacheOf(None, (x) => x);
  const none = cacheOf(0, (x) => x);
  for (let i = 0; i < 300; i++) {
    call(all.ts, all.cache, [i]);
    call(none.ts, none.cache, [i]);
  }
  expect([all.cache.cache.size, none.cache.cache.size]).toEqual([300, 0]);
});

test("unhashable arguments are refused as hash() refuses them", () => {
  const { ts, cache } = cacheOf(None, (x) => x);
  const dict = call(ts, DictType, []) as Value;
  expect(isInstance(dict, DictType)).toBe(true);
  expect(show(ts, call(ts, cache, [dict]))).toBe("TypeError: unhashable type: 'dict'");
});
