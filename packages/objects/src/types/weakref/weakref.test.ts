import { describe, expect, test } from "vitest";
import { getAttr, setAttr } from "../../core/attributes.js";
import { call } from "../../core/call.js";
import { compare, hash } from "../../core/compare.js";
import { BinaryOp, binaryOp } from "../../core/numbers.js";
import type { Value } from "../../core/object.js";
import { getItem, isCallable, length } from "../../core/protocols.js";
import { CompareOp } from "../../core/slots.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { ReferenceType } from "./py-weak-ref.js";
import { newWeakProxy, weakRefsOf } from "./registry.js";

const ts = testThread(new NativeEvaluator());
const C = makeClass(ts, "C", [], {
  __len__: (_ts, _s) => 3,
  __getitem__: (_ts, _s, key) => key,
  __eq__: (_ts, _s, _o) => true,
  __hash__: (_ts, _s) => 7,
});
const make = () => call(ts, C, []) as Value;
const ref = (...args: Value[]) => call(ts, ReferenceType, args) as Value;

describe("a reference", () => {
  test("gives its referent", () => {
    const o = make();
    expect(call(ts, ref(o), [])).toBe(o);
    expect(show(ts, ref(o))).toMatch(/^<weakref at 0x[0-9a-f]+; to 'C' at 0x[0-9a-f]+>$/);
  });
  test("is shared unless it has a callback", () => {
    const o = make();
    const first = ref(o);
    expect(ref(o)).toBe(first);
    expect(ref(o, None)).toBe(first);
    expect(ref(o, ReferenceType)).not.toBe(first);
    expect(weakRefsOf(ts, o)).toHaveLength(2);
  });
  test("compares and hashes as its referent", () => {
    expect(compare(ts, ref(make()), ref(make()), CompareOp.EQ)).toBe(true);
    expect(hash(ts, ref(make()))).toBe(7);
  });
  test.each([
    [[1], "cannot create weak reference to 'int' object"],
    [[new PyTuple([])], "cannot create weak reference to 'tuple' object"],
    [[], "__new__ expected at least 1 argument, got 0"],
  ])("%#", (args: Value[], message) =>
    expect(show(ts, call(ts, ReferenceType, args))).toBe(`TypeError: ${message}`),
  );
  test("is known to the referent", () => {
    const o = make();
    expect(show(ts, getAttr(ts, o, "__weakref__"))).toBe("None");
    const r = ref(o);
    expect(getAttr(ts, o, "__weakref__")).toBe(r);
  });
});

describe("a proxy", () => {
  const o = make();
  const proxy = newWeakProxy(ts, o, None) as Value;
  test("does what its referent does", () => {
    expect(length(ts, proxy)).toBe(3);
    expect(show(ts, getItem(ts, proxy, "k"))).toBe("'k'");
    setAttr(ts, proxy, "x", 5);
    expect(show(ts, getAttr(ts, o, "x"))).toBe("5");
    expect(getAttr(ts, proxy, "__class__")).toBe(C);
    expect(show(ts, binaryOp(ts, BinaryOp.ADD, proxy, 1))).toBe(
      "TypeError: unsupported operand type(s) for +: 'C' and 'int'",
    );
  });
  test("can be called only if its referent can", () => {
    expect(isCallable(proxy)).toBe(false);
    expect(isCallable(newWeakProxy(ts, C, None) as Value)).toBe(true);
  });
  test("is not hashable", () =>
    expect(show(ts, hash(ts, proxy))).toBe("TypeError: unhashable type: 'weakref.ProxyType'"));
});
