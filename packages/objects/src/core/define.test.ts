import { describe, expect, test } from "vitest";
import { show, testThread } from "../testing/index.js";
import { PyDict } from "../types/dict/py-dict.js";
import { None } from "../types/none/singletons.js";
import { PyTuple } from "../types/tuple/py-tuple.js";
import { getAttr } from "./attributes.js";
import { TypeType } from "./builtin-types.js";
import { call, callMethod } from "./call.js";
import { createModule, defineType } from "./define.js";
import { PyPlainObject, type Value } from "./object.js";
import { length } from "./protocols.js";
import type { PyType } from "./type.js";

const ts = testThread();

class PyStack extends PyPlainObject {
  readonly items: Value[] = [];

  push(item: Value): Value {
    this.items.push(item);
    return None;
  }
}

const StackType = defineType({
  name: "demo.Stack",
  doc: "A stack.",
  slots: {
    tp_new: (_ts, cls: PyType) => new PyStack(cls),
    sq_length: (_ts, self: PyStack) => self.items.length,
  },
  methods: [["push", "($self, item, /)", (_ts, self: PyStack, item: Value) => self.push(item)]],
  getset: [["top", (_ts, self: PyStack) => self.items.at(-1) ?? None]],
});

describe("a native type", () => {
  test("makes instances with methods, slots and attributes", () => {
    const stack = call(ts, StackType, []) as Value;
    expect(show(ts, callMethod(ts, stack, "push", [5]))).toBe("None");
    expect(length(ts, stack)).toBe(1);
    expect(show(ts, getAttr(ts, stack, "top"))).toBe("5");
  });
  test("knows its module", () => {
    expect(show(ts, StackType)).toBe("<class 'demo.Stack'>");
    expect(show(ts, getAttr(ts, StackType, "__module__"))).toBe("'demo'");
    expect(show(ts, getAttr(ts, StackType, "__doc__"))).toBe("'A stack.'");
  });
  test("without tp_new makes none", () => {
    const Sealed = defineType({ name: "demo.Sealed" });
    expect(show(ts, call(ts, Sealed, []))).toBe("TypeError: cannot create 'demo.Sealed' instances");
  });
  test("may be a base only if it says so", () =>
    expect(show(ts, call(ts, TypeType, ["S", new PyTuple([StackType]), new PyDict()]))).toBe(
      "TypeError: type 'demo.Stack' is not an acceptable base type",
    ));
});

describe("a native module", () => {
  test("holds functions, types, attributes, and what is made for each interpreter", () => {
    const module = createModule(ts, {
      name: "demo",
      doc: "Demo.",
      functions: [["twice", "($module, x, /)", (_ts, _self, x: number) => 2 * x]],
      types: [StackType],
      attributes: { version: 3 },
      exec: (_ts, set) => {
        set("fresh", "yes");
        return true;
      },
    }) as Value;
    expect(show(ts, module)).toBe("<module 'demo'>");
    expect(show(ts, callMethod(ts, module, "twice", [21]))).toBe("42");
    expect(show(ts, callMethod(ts, module, "twice", []))).toBe(
      "TypeError: demo.twice() takes exactly one argument (0 given)",
    );
    expect(show(ts, getAttr(ts, module, "Stack"))).toBe("<class 'demo.Stack'>");
    expect(show(ts, getAttr(ts, module, "fresh"))).toBe("'yes'");
    expect(show(ts, getAttr(ts, module, "zork"))).toBe(
      "AttributeError: module 'demo' has no attribute 'zork'",
    );
  });
});
