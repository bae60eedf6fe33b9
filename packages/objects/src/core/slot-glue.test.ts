import { describe, expect, test } from "vitest";
import { makeClass, NativeEvaluator, show, testThread } from "../testing/index.js";
import { AttributeErrorType, IndexErrorType } from "../types/exceptions/exception-types.js";
import { PyList } from "../types/list/py-list.js";
import { None, NotImplemented } from "../types/none/singletons.js";
import { getAttr, setAttr } from "./attributes.js";
import { IntType, ListType, ObjectType } from "./builtin-types.js";
import { call } from "./call.js";
import { compare, equals, hash, isTrue } from "./compare.js";
import { raise, stopIteration } from "./errors.js";
import type { Value } from "./object.js";
import { contains, getItem, getIter, iterNext, length, repr, setItem, str, toArray } from "./protocols.js";
import { glueFor } from "./slot-glue.js";
import { CompareOp } from "./slots.js";
import type { PyType } from "./type.js";

const ts = testThread(new NativeEvaluator());
const make = (cls: PyType, ...args: Value[]) => call(ts, cls, args) as Value;
type Body = Parameters<typeof makeClass>[3];
const one = (body: Body, bases: PyType[] = []) => make(makeClass(ts, "C", bases, body));

describe("__len__", () => {
  const len = (v: Value) => show(ts, length(ts, one({ __len__: (_ts, _s) => v })));
  test("an int", () => expect(len(3)).toBe("3"));
  test("a bool", () => expect(len(true)).toBe("1"));
  test("negative", () => expect(len(-1)).toBe("ValueError: __len__() should return >= 0"));
  test("something else", () =>
    expect(len("x")).toBe("TypeError: 'str' object cannot be interpreted as an integer"));
  test("too big", () =>
    expect(len(2n ** 70n)).toBe("OverflowError: cannot fit 'int' into an index-sized integer"));
});

describe("truth", () => {
  test("of __bool__", () => expect(isTrue(ts, one({ __bool__: (_ts, _s) => false }))).toBe(false));
  test("of __len__", () => expect(isTrue(ts, one({ __len__: (_ts, _s) => 0 }))).toBe(false));
  test("of neither", () => expect(isTrue(ts, one({}))).toBe(true));
  test("of a __bool__ that returns no bool", () =>
    expect(show(ts, isTrue(ts, one({ __bool__: (_ts, _s) => 1 })))).toBe(
      "TypeError: __bool__ should return bool, returned int",
    ));
});

describe("__hash__", () => {
  test("-1 becomes -2", () => expect(hash(ts, one({ __hash__: (_ts, _s) => -1 }))).toBe(-2));
  test("a big int is hashed itself", () =>
    expect(hash(ts, one({ __hash__: (_ts, _s) => 2n ** 100n }))).toEqual(hash(ts, 2n ** 100n)));
  test("None", () =>
    expect(show(ts, hash(ts, one({ __hash__: None })))).toBe("TypeError: unhashable type: 'C'"));
  test("goes away with __eq__", () =>
    expect(show(ts, hash(ts, one({ __eq__: (_ts, _s, _o) => true })))).toBe(
      "TypeError: unhashable type: 'C'",
    ));
});

describe("__repr__ and __str__", () => {
  test("str falls back to repr", () => expect(str(ts, one({ __repr__: (_ts, _s) => "R" }))).toBe("R"));
  test("no str", () =>
    expect(show(ts, repr(ts, one({ __repr__: (_ts, _s) => 3 })))).toBe(
      "TypeError: __repr__ returned non-string (type int)",
    ));
});

describe("iteration", () => {
  test("__next__ ends with StopIteration", () => {
    let n = 0;
    const it = one({ __iter__: (_ts, s) => s, __next__: (t, _s) => (n < 2 ? n++ : stopIteration(t, None)) });
    expect(toArray(ts, it)).toEqual([0, 1]);
    expect(iterNext(ts, it)).toBeUndefined();
    expect(ts.pending).toBeNull();
  });
  test("__getitem__ alone will do", () => {
    const seq = one({
      __getitem__: (t, _s, i) => ((i as number) < 3 ? (i as number) * 10 : raise(t, IndexErrorType, "end")),
    });
    expect(toArray(ts, seq)).toEqual([0, 10, 20]);
    expect(contains(ts, seq, 20)).toBe(true);
  });
  test("__iter__ = None", () =>
    expect(show(ts, getIter(ts, one({ __iter__: None })))).toBe("TypeError: 'C' object is not iterable"));
  test("__iter__ that returns no iterator", () =>
    expect(show(ts, getIter(ts, one({ __iter__: (_ts, _s) => 3 })))).toBe(
      "TypeError: iter() returned non-iterator of type 'int'",
    ));
});

describe("containers", () => {
  test("__contains__ may return anything", () =>
    expect(contains(ts, one({ __contains__: (_ts, _s, _o) => 5 }), 1)).toBe(true));
  test("__contains__ = None", () =>
    expect(show(ts, contains(ts, one({ __contains__: None }), 1))).toBe(
      "TypeError: 'C' object is not a container",
    ));
  test("nothing to search", () =>
    expect(show(ts, contains(ts, one({}), 1))).toBe(
      "TypeError: argument of type 'C' is not a container or iterable",
    ));
  test("subscripts of what has none", () => {
    const o = one({});
    expect(show(ts, getItem(ts, o, 1))).toBe("TypeError: 'C' object is not subscriptable");
    expect(show(ts, setItem(ts, o, 1, 1))).toBe("TypeError: 'C' object does not support item assignment");
    expect(show(ts, setItem(ts, o, 1, undefined))).toBe(
      "TypeError: 'C' object doesn't support item deletion",
    );
  });
});

describe("comparison", () => {
  test("NotImplemented on both sides", () =>
    expect(show(ts, compare(ts, one({}), 1, CompareOp.LT))).toBe(
      "TypeError: '<' not supported between instances of 'C' and 'int'",
    ));
  test("the reflected method", () =>
    expect(show(ts, compare(ts, 1, one({ __gt__: (_ts, _s, _o) => "gt" }), CompareOp.LT))).toBe("'gt'"));
  test("!= inverts __eq__", () => {
    const o = one({ __eq__: (_ts, _s, _o) => "yes" });
    expect(compare(ts, o, 1, CompareOp.NE)).toBe(false);
    expect(equals(ts, o, 1)).toBe(true);
  });
  test("identity decides when nobody else does", () => {
    const o = one({ __eq__: (_ts, _s, _o) => NotImplemented });
    expect(compare(ts, o, o, CompareOp.EQ)).toBe(true);
    expect(compare(ts, o, 1, CompareOp.EQ)).toBe(false);
  });
});

describe("attribute hooks", () => {
  test("__getattr__ gets what was not found", () => {
    const o = one({ x: 1, __getattr__: (_ts, _s, n) => n });
    expect(show(ts, getAttr(ts, o, "x"))).toBe("1");
    expect(show(ts, getAttr(ts, o, "y"))).toBe("'y'");
  });
  test("__getattribute__ gets everything, and __getattr__ what it refuses", () => {
    const o = one({
      __getattribute__: (t, _s, n) => (n === "no" ? raise(t, AttributeErrorType, "no") : "all"),
      __getattr__: (_ts, _s, _n) => "fallback",
    });
    expect(show(ts, getAttr(ts, o, "__class__"))).toBe("'all'");
    expect(show(ts, getAttr(ts, o, "no"))).toBe("'fallback'");
  });
  test("__setattr__ and __delattr__ share a slot", () => {
    const seen: Value[] = [];
    const o = one({ __setattr__: (_ts, _s, n, v) => (seen.push(n, v) > 0 ? None : null) });
    setAttr(ts, o, "a", 1);
    expect(seen).toEqual(["a", 1]);
    expect(show(ts, setAttr(ts, o, "a", undefined))).toBe("AttributeError: 'C' object has no attribute 'a'");
  });
});

describe("slots of heap classes", () => {
  test("hold the native function where no method is in the way", () => {
    const L = makeClass(ts, "L", [ListType]);
    expect(L.tp_iter).toBe(ListType.tp_iter);
    expect(L.sq_concat).toBe(ListType.sq_concat);
  });
  test("concatenation gives way to __add__", () => {
    const L = makeClass(ts, "L", [ListType], { __add__: (_ts, _s, _o) => "mine" });
    expect(L.sq_concat).toBeNull();
    expect(L.nb_add).toBe(glueFor("nb_add", false));
  });
  test("follow assignment and deletion, in subclasses too", () => {
    const A = makeClass(ts, "A", []);
    const B = makeClass(ts, "B", [A]);
    const b = make(B);
    const before = show(ts, length(ts, b));
    const method = getAttr(ts, makeClass(ts, "T", [], { f: (_ts, _s) => 7 }), "f") as Value;
    expect(setAttr(ts, A, "__len__", method)).toBe(true);
    expect(length(ts, b)).toBe(7);
    expect(setAttr(ts, A, "__len__", undefined)).toBe(true);
    expect(show(ts, length(ts, b))).toBe(before);
  });
  test("with several bases come from the first base that has the method", () => {
    const A = makeClass(ts, "A", [], { __repr__: (_ts, _s) => "A" });
    const B = makeClass(ts, "B", [], { __repr__: (_ts, _s) => "B", __len__: (_ts, _s) => 1 });
    const C = makeClass(ts, "C", [A, B]);
    expect(repr(ts, make(C))).toBe("A");
    expect(length(ts, make(C))).toBe(1);
  });
  test("of a native base stay native through several bases", () => {
    const Mixin = makeClass(ts, "Mixin", []);
    const I = makeClass(ts, "I", [Mixin, IntType]);
    expect(I.nb_add).toBe(IntType.nb_add);
    expect(I.tp_new).toBe(IntType.tp_new);
    expect(makeClass(ts, "O", [Mixin]).tp_hash).toBe(ObjectType.tp_hash);
  });
});

test("what __init__ returns must be None", () => {
  const C = makeClass(ts, "C", [], { __init__: (_ts, _s) => new PyList([]) });
  expect(show(ts, call(ts, C, []))).toBe("TypeError: __init__() should return None, not 'list'");
});
