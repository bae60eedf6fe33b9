import { beforeEach, describe, expect, test } from "vitest";
import { getAttr, getOptionalAttr, setAttr } from "../../core/attributes.js";
import { ModuleType, SimpleNamespaceType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import type { Value } from "../../core/object.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import type { PyModule } from "./py-module.js";

const ts = testThread(new NativeEvaluator());
const evaluator = ts.interp.evaluator as NativeEvaluator;
let m: PyModule;
beforeEach(() => {
  m = call(ts, ModuleType, ["mm"]) as PyModule;
});
const get = (name: string) => show(ts, getAttr(ts, m, name));
const spec = (fields: Record<string, Value>) =>
  call(ts, SimpleNamespaceType, Object.values(fields), Object.keys(fields)) as Value;

test("starts with five attributes", () =>
  expect(get("__dict__")).toBe(
    "{'__name__': 'mm', '__doc__': None, '__package__': None, '__loader__': None, '__spec__': None}",
  ));
test("needs a name", () => {
  expect(show(ts, call(ts, ModuleType, []))).toBe(
    "TypeError: module() missing required argument 'name' (pos 1)",
  );
  expect(show(ts, call(ts, ModuleType, [3]))).toBe(
    "TypeError: module() argument 'name' must be str, not int",
  );
});

describe("attributes", () => {
  test("are the items of its dict", () => {
    setAttr(ts, m, "x", 1);
    expect(show(ts, m.dict.getStr("x"))).toBe("1");
    expect(show(ts, setAttr(ts, m, "y", undefined))).toBe(
      "AttributeError: 'module' object has no attribute 'y'",
    );
  });
  test("may be computed by __getattr__", () => {
    m.dict.setStr(
      "__getattr__",
      evaluator.define(ts, "__getattr__", ["name"], (_ts, name) => name),
    );
    expect(get("zork")).toBe("'zork'");
    expect(show(ts, getOptionalAttr(ts, m, "zork"))).toBe("'zork'");
  });
  test("that are missing", () => {
    expect(get("foo")).toBe("AttributeError: module 'mm' has no attribute 'foo'");
    m.dict.deleteStr("__name__");
    expect(get("foo")).toBe("AttributeError: module has no attribute 'foo'");
  });
  test("that are missing while it is being imported", () => {
    m.dict.setStr(
      "__spec__",
      spec({ name: "mm", origin: "/tmp/mm.py", has_location: true, _initializing: true }),
    );
    expect(get("foo")).toBe(
      "AttributeError: partially initialized module 'mm' from '/tmp/mm.py' has no attribute 'foo' " +
        "(most likely due to a circular import)",
    );
  });
  test("that a file of the program's own hides", () => {
    const file = spec({ name: "mm", origin: "/app/mm.py", has_location: true, _initializing: true });
    m.dict.setStr("__spec__", file);
    ts.interp.programFolder = "/app";
    const sys = call(ts, ModuleType, ["sys"]) as PyModule;
    ts.interp.modules.setStr("sys", sys);
    expect(get("foo")).toBe(
      "AttributeError: module 'mm' has no attribute 'foo' (consider renaming '/app/mm.py' " +
        "if it has the same name as a library you intended to import)",
    );
    sys.dict.setStr("stdlib_module_names", new PyTuple(["mm"]));
    expect(get("foo")).toBe(
      "AttributeError: module 'mm' has no attribute 'foo' (consider renaming '/app/mm.py' since it has " +
        "the same name as the standard library module named 'mm' and prevents importing that standard library module)",
    );
    ts.interp.programFolder = null;
  });
  test("of a subclass with properties of its own", () => {
    const M = makeClass(ts, "M", [ModuleType], { x: 5 });
    const own = call(ts, M, ["q"]) as Value;
    expect(show(ts, getAttr(ts, own, "x"))).toBe("5");
    expect(show(ts, own)).toBe("<module 'q'>");
  });
});

describe("repr", () => {
  test.each([
    [{}, "<module 'mm'>"],
    [{ __loader__: 3 }, "<module 'mm' (3)>"],
    [{ __loader__: 3, __file__: "/x" }, "<module 'mm' from '/x'>"],
    [
      { __spec__: spec({ name: "n", origin: "built-in", has_location: false, loader: None }) },
      "<module 'n' (built-in)>",
    ],
    [
      { __spec__: spec({ name: "n", origin: "/f", has_location: true, loader: None }) },
      "<module 'n' from '/f'>",
    ],
  ])("%#", (attributes: Record<string, Value>, text) => {
    for (const [name, value] of Object.entries(attributes)) m.dict.setStr(name, value);
    expect(show(ts, m)).toBe(text);
  });
});

test("annotations", () => {
  expect(get("__annotations__")).toBe("{}");
  expect(show(ts, setAttr(ts, m, "__annotate__", 3))).toBe(
    "TypeError: __annotate__ must be callable or None",
  );
  expect(setAttr(ts, m, "__annotations__", undefined)).toBe(true);
  expect(show(ts, setAttr(ts, m, "__annotations__", undefined))).toBe("AttributeError: __annotations__");
});
