import { beforeEach, describe, expect, test } from "vitest";
import { getAttr, setAttr } from "../../core/attributes.js";
import { CellType, FunctionType, IntType, MethodType } from "../../core/builtin-types.js";
import { call, callMethod } from "../../core/call.js";
import { compare } from "../../core/compare.js";
import type { Value } from "../../core/object.js";
import { CompareOp } from "../../core/slots.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";
import { PyCell } from "../cell/py-cell.js";
import { PyDict } from "../dict/py-dict.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import type { PyFunction } from "./py-function.js";

const ts = testThread(new NativeEvaluator());
const evaluator = ts.interp.evaluator as NativeEvaluator;
let f: PyFunction;
beforeEach(() => {
  f = evaluator.define(ts, "f", ["a", "b"], (_ts, a, b) => new PyTuple([a, b]));
});
const set = (name: string, value: Value | undefined) => show(ts, setAttr(ts, f, name, value));
const get = (name: string) => show(ts, getAttr(ts, f, name));

describe("attributes of functions", () => {
  test.each([
    ["__code__", 3, "TypeError: __code__ must be set to a code object"],
    ["__defaults__", 3, "TypeError: __defaults__ must be set to a tuple object"],
    ["__kwdefaults__", 3, "TypeError: __kwdefaults__ must be set to a dict object"],
    ["__name__", 3, "TypeError: __name__ must be set to a string object"],
    ["__qualname__", undefined, "TypeError: __qualname__ must be set to a string object"],
    ["__annotations__", 3, "TypeError: __annotations__ must be set to a dict object"],
    ["__annotate__", 3, "TypeError: __annotate__ must be callable or None"],
    ["__annotate__", undefined, "TypeError: __annotate__ cannot be deleted"],
    ["__type_params__", 3, "TypeError: __type_params__ must be set to a tuple"],
    ["__globals__", 1, "AttributeError: readonly attribute"],
    ["__closure__", 1, "AttributeError: readonly attribute"],
  ])("%s can't be %s", (name, value, message) => expect(set(name, value)).toBe(message));

  test("of one's own", () => {
    expect(set("x", 1)).toBe("True");
    expect(get("__dict__")).toBe("{'x': 1}");
    expect(get("zz")).toBe("AttributeError: 'function' object has no attribute 'zz'");
  });
  test("defaults change the version, which call sites guard on", () => {
    const before = f.version;
    set("__defaults__", new PyTuple([1]));
    expect(f.version).not.toBe(before);
    expect(get("__defaults__")).toBe("(1,)");
    expect(set("__defaults__", None)).toBe("True");
    expect(get("__defaults__")).toBe("None");
  });
  test("annotations come from __annotate__ once", () => {
    let calls = 0;
    const dict = new PyDict();
    dict.setStr("a", IntType);
    set(
      "__annotate__",
      evaluator.define(ts, "__annotate__", ["format"], () => (calls++ < 1 ? dict : null)),
    );
    expect([get("__annotations__"), get("__annotations__"), calls]).toEqual([
      "{'a': <class 'int'>}",
      "{'a': <class 'int'>}",
      1,
    ]);
    set(
      "__annotate__",
      evaluator.define(ts, "__annotate__", ["format"], () => 3),
    );
    expect(get("__annotations__")).toBe("TypeError: __annotate__ returned non-dict of type 'int'");
  });
});

describe("function()", () => {
  const make = (...args: Value[]) => show(ts, call(ts, FunctionType, args));
  test.each([
    [() => [], "function() missing required argument 'code' (pos 1)"],
    [() => [f.code], "function() missing required argument 'globals' (pos 2)"],
    [() => [f.code, 3], "function() argument 'globals' must be dict, not int"],
    [() => [f.code, new PyDict(), 3], "arg 3 (name) must be None or string"],
    [() => [f.code, new PyDict(), "n", 3], "arg 4 (defaults) must be None or tuple"],
    [() => [f.code, new PyDict(), "n", None, 3], "arg 5 (closure) must be None or tuple"],
  ])("%#", (args: () => Value[], message) => expect(make(...args())).toBe(`TypeError: ${message}`));
  test("closures must fit", () =>
    expect(make(f.code, new PyDict(), "n", None, new PyTuple([new PyCell(1)]))).toBe(
      "ValueError: f requires closure of length 0, not 1",
    ));
  test("takes the name from the code", () =>
    expect(make(f.code, new PyDict())).toMatch(/^<function f at 0x/));
});

describe("bound methods", () => {
  const bind = (func: Value, self: Value) => call(ts, MethodType, [func, self]);
  test("put the instance in front", () =>
    expect(show(ts, call(ts, bind(f, 1) as Value, [2]))).toBe("(1, 2)"));
  test("come from __get__", () => {
    const C = makeClass(ts, "C", [], { f });
    const c = call(ts, C, []) as Value;
    expect(show(ts, getAttr(ts, c, "f"))).toMatch(/^<bound method f of <__main__.C object at /);
    expect(getAttr(ts, C, "f")).toBe(f);
    expect(compare(ts, getAttr(ts, c, "f") as Value, getAttr(ts, c, "f") as Value, CompareOp.EQ)).toBe(true);
  });
  test("show the function's attributes and can't have their own", () => {
    setAttr(ts, f, "tag", 5);
    const m = bind(f, 1) as Value;
    expect(show(ts, getAttr(ts, m, "tag"))).toBe("5");
    expect(show(ts, setAttr(ts, m, "tag", 6))).toBe(
      "AttributeError: 'method' object has no attribute 'tag' and no __dict__ for setting new attributes",
    );
  });
  test.each([
    [[1, 2], "first argument must be callable"],
    [[IntType, None], "instance must not be None"],
    [[], "method expected 2 arguments, got 0"],
  ])("%#", (args: Value[], message) =>
    expect(show(ts, call(ts, MethodType, args))).toBe(`TypeError: ${message}`),
  );
});

describe("cells", () => {
  test("may be empty", () => {
    const cell = call(ts, CellType, []) as Value;
    expect(show(ts, getAttr(ts, cell, "cell_contents"))).toBe("ValueError: Cell is empty");
    expect(show(ts, cell)).toMatch(/^<cell at 0x[0-9a-f]+: empty>$/);
    setAttr(ts, cell, "cell_contents", 3);
    expect(show(ts, getAttr(ts, cell, "cell_contents"))).toBe("3");
  });
  test("compare by content, empty ones first", () => {
    const [one, two, empty] = [new PyCell(1), new PyCell(2), new PyCell(undefined)];
    expect(compare(ts, one, two, CompareOp.LT)).toBe(true);
    expect(compare(ts, empty, one, CompareOp.LT)).toBe(true);
    expect(show(ts, callMethod(ts, one, "__hash__", []))).toBe(
      "TypeError: 'NoneType' object is not callable",
    );
  });
});
