import { beforeEach, describe, expect, test } from "vitest";
import { makeClass, NativeEvaluator, show, testThread } from "../testing/index.js";
import type { PyDict } from "../types/dict/py-dict.js";
import { None } from "../types/none/singletons.js";
import { emptyTuple } from "../types/tuple/py-tuple.js";
import {
  getAttr,
  getInstanceDict,
  getOptionalAttr,
  hasAttr,
  loadMethod,
  type MethodSelf,
  setAttr,
  setInstanceDict,
} from "./attributes.js";
import { ListType, ObjectType } from "./builtin-types.js";
import { call } from "./call.js";
import type { PyInstance } from "./fields.js";
import type { PyObject, Value } from "./object.js";
import type { PyType } from "./type.js";

const ts = testThread(new NativeEvaluator());
const make = (cls: PyType) => call(ts, cls, []) as PyInstance;
const get = (o: Value, name: string) => show(ts, getAttr(ts, o, name));

describe("attributes of instances", () => {
  let C: PyType;
  let o: PyInstance;
  beforeEach(() => {
    C = makeClass(ts, "C", []);
    o = make(C);
  });

  test("live in fields, in one shape for objects made alike", () => {
    const p = make(C);
    for (const x of [o, p]) for (const name of ["a", "b", "c", "d", "e", "f"]) setAttr(ts, x, name, name);
    expect(o.shape).toBe(p.shape);
    expect(o.dict).toBeNull();
    expect(get(o, "f")).toBe("'f'");
  });

  test("of names that mean something to JavaScript are ordinary", () => {
    for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      expect(get(o, name)).toBe(`AttributeError: 'C' object has no attribute '${name}'`);
      setAttr(ts, o, name, 1);
      expect(get(o, name)).toBe("1");
    }
  });

  test("move to __dict__ when somebody looks at it, and stay the same in both directions", () => {
    setAttr(ts, o, "a", 1);
    const dict = getInstanceDict(ts, o) as PyDict;
    dict.setStr("b", 2);
    setAttr(ts, o, "c", 3);
    expect(get(o, "b")).toBe("2");
    expect(show(ts, dict)).toBe("{'a': 1, 'b': 2, 'c': 3}");
    dict.deleteStr("a");
    expect(get(o, "a")).toBe("AttributeError: 'C' object has no attribute 'a'");
  });

  test("can be deleted and set again, which changes their order", () => {
    for (const name of ["a", "b"]) setAttr(ts, o, name, 1);
    setAttr(ts, o, "a", undefined);
    expect(show(ts, setAttr(ts, o, "a", undefined))).toBe("AttributeError: 'C' object has no attribute 'a'");
    setAttr(ts, o, "a", 2);
    expect(show(ts, getInstanceDict(ts, o))).toBe("{'b': 1, 'a': 2}");
  });

  test("follow a new __dict__", () => {
    setAttr(ts, o, "a", 1);
    const other = getInstanceDict(ts, make(C)) as PyDict;
    other.setStr("z", 9);
    expect(setInstanceDict(ts, o, other)).toBe(true);
    expect(get(o, "z")).toBe("9");
    expect(get(o, "a")).toMatch(/^AttributeError/);
    expect(show(ts, setInstanceDict(ts, o, 1))).toBe(
      "TypeError: __dict__ must be set to a dictionary, not a 'int'",
    );
  });

  test("keep working when there are very many", () => {
    for (let i = 0; i < 200; i++) setAttr(ts, o, `x${i}`, i);
    expect(get(o, "x150")).toBe("150");
    expect((getInstanceDict(ts, o) as PyDict).size).toBe(200);
  });

  test("exist in subclasses of containers too", () => {
    const L = makeClass(ts, "L", [ListType]);
    const list = call(ts, L, []) as Value;
    setAttr(ts, list, "tag", 5);
    expect(get(list, "tag")).toBe("5");
    expect(get(list, "append")).toMatch(/^<built-in method append of L object at /);
  });
});

describe("what can't be set", () => {
  const set = (o: Value, name: string, value: Value | undefined = 1) => show(ts, setAttr(ts, o, name, value));
  test("attributes of objects without __dict__", () =>
    expect(set(1, "x")).toBe(
      "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes",
    ));
  test("read-only attributes", () =>
    expect(set(1, "real")).toBe("AttributeError: attribute 'real' of 'int' objects is not writable"));
  test("attributes of the class, through an object without __dict__", () => {
    const S = makeClass(ts, "S", [], { __slots__: emptyTuple, x: 1 });
    expect(set(make(S), "x")).toBe("AttributeError: 'S' object attribute 'x' is read-only");
  });
  test("static types", () =>
    expect(set(ObjectType, "x")).toBe("TypeError: cannot set 'x' attribute of immutable type 'object'"));
});

describe("descriptors", () => {
  const Data = makeClass(ts, "Data", [], {
    __get__: (_ts, _s, o, _t) => (o === None ? "class" : "data"),
    __set__: (t, _s, o, v) => {
      (getInstanceDict(t, o) as PyDict).setStr("seen", v);
      return None;
    },
  });
  const NonData = makeClass(ts, "NonData", [], { __get__: (_ts, _s, _o, _t) => "nondata" });
  const C = makeClass(ts, "C", [], { d: make(Data), n: make(NonData) });

  test("with __set__ go before the instance", () => {
    const o = make(C);
    (getInstanceDict(ts, o) as PyDict).setStr("d", "own");
    expect(get(o, "d")).toBe("'data'");
    setAttr(ts, o, "d", 7);
    expect(get(o, "seen")).toBe("7");
  });
  test("without it go behind", () => {
    const o = make(C);
    expect(get(o, "n")).toBe("'nondata'");
    setAttr(ts, o, "n", 1);
    expect(get(o, "n")).toBe("1");
  });
  test("are asked by the class too", () => expect(get(C, "d")).toBe("'class'"));
});

describe("loadMethod", () => {
  const C = makeClass(ts, "C", [], { f: (_ts, _s) => 1 });
  const out: MethodSelf = { self: undefined };
  test("leaves functions unbound", () => {
    const o = make(C);
    expect((loadMethod(ts, o, "f", out) as PyObject).cls.name).toBe("function");
    expect(out.self).toBe(o);
  });
  test("prefers an attribute of the instance", () => {
    const o = make(C);
    setAttr(ts, o, "f", 5);
    expect(loadMethod(ts, o, "f", out)).toBe(5);
    expect(out.self).toBeUndefined();
  });
});

test("getOptionalAttr swallows AttributeError alone", () => {
  const Boom = makeClass(ts, "Boom", [], { __getattr__: (t, s, _n) => call(t, s, []) });
  expect(getOptionalAttr(ts, 1, "zork")).toBeUndefined();
  expect(hasAttr(ts, make(Boom), "x")).toBeNull();
  expect(show(ts, null)).toBe("TypeError: 'Boom' object is not callable");
});
