import { describe, expect, test } from "vitest";
import { getAttr, setAttr } from "../../core/attributes.js";
import { MappingProxyType } from "../../core/builtin-types.js";
import { call, callMethod } from "../../core/call.js";
import { BinaryOp, binaryOp } from "../../core/numbers.js";
import type { Value } from "../../core/object.js";
import { contains, getItem, length, setItem, str } from "../../core/protocols.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";
import { PyDict } from "../dict/py-dict.js";
import { PyList } from "../list/py-list.js";

const ts = testThread(new NativeEvaluator());

describe("a proxy of a dict", () => {
  const dict = new PyDict();
  dict.setStr("a", 1);
  const proxy = call(ts, MappingProxyType, [dict]) as Value;
  test("shows the dict", () => {
    expect(show(ts, proxy)).toBe("mappingproxy({'a': 1})");
    expect(str(ts, proxy)).toBe("{'a': 1}");
    expect(show(ts, getItem(ts, proxy, "b"))).toBe("KeyError: 'b'");
    expect(show(ts, callMethod(ts, proxy, "items", []))).toBe("dict_items([('a', 1)])");
  });
  test("can't change it", () => {
    expect(show(ts, setItem(ts, proxy, "a", 1))).toBe(
      "TypeError: 'mappingproxy' object does not support item assignment",
    );
    expect(show(ts, binaryOp(ts, BinaryOp.INPLACE + BinaryOp.OR, proxy, dict))).toBe(
      "TypeError: '|=' is not supported by mappingproxy; use '|' instead",
    );
    expect(show(ts, binaryOp(ts, BinaryOp.OR, proxy, dict))).toBe("{'a': 1}");
  });
  test("of what is no mapping", () =>
    expect(show(ts, call(ts, MappingProxyType, [new PyList([])]))).toBe(
      "TypeError: mappingproxy() argument must be a mapping, not list",
    ));
});

describe("the __dict__ of a class", () => {
  const C = makeClass(ts, "C", [], { x: 1 });
  const proxy = getAttr(ts, C, "__dict__") as Value;
  test("follows the class", () => {
    const before = length(ts, proxy) as number;
    expect(contains(ts, proxy, "y")).toBe(false);
    setAttr(ts, C, "y", 2);
    expect(contains(ts, proxy, "y")).toBe(true);
    expect(length(ts, proxy)).toBe(before + 1);
    expect(show(ts, callMethod(ts, proxy, "get", ["z", 5]))).toBe("5");
  });
  test("raises what an unhashable key raises", () =>
    expect(show(ts, getItem(ts, proxy, new PyList([])))).toMatch(/^TypeError: .*unhashable type: 'list'/));
});
