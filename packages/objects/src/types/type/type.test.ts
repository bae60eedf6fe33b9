import { beforeEach, describe, expect, test } from "vitest";
import { getAttr, getInstanceDict, setAttr } from "../../core/attributes.js";
import { IntType, ListType, ObjectType, StrType, TupleType, TypeType } from "../../core/builtin-types.js";
import { call, callMethod } from "../../core/call.js";
import { raise } from "../../core/errors.js";
import type { Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";
import { PyDict } from "../dict/py-dict.js";
import { ZeroDivisionErrorType } from "../exceptions/exception-types.js";
import { PyList } from "../list/py-list.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";

const ts = testThread(new NativeEvaluator());
const make = (cls: PyType, ...args: Value[]) => call(ts, cls, args) as Value;
const get = (o: Value, name: string) => show(ts, getAttr(ts, o, name));
const set = (o: Value, name: string, value: Value | undefined) => show(ts, setAttr(ts, o, name, value));

/** The outcome of `type("Z", bases, namespace)`. */
function attempt(bases: readonly Value[], namespace: Record<string, Value> = {}): string {
  const dict = new PyDict();
  for (const [name, value] of Object.entries(namespace)) dict.setStr(name, value);
  return show(ts, call(ts, TypeType, ["Z", new PyTuple(bases), dict]));
}

describe("type()", () => {
  test("of one argument is its class", () => expect(call(ts, TypeType, [1])).toBe(IntType));
  test("of two", () =>
    expect(show(ts, call(ts, TypeType, [1, 2]))).toBe("TypeError: type() takes 1 or 3 arguments"));
  test.each([
    [[1, new PyTuple([]), new PyDict()], "argument 1 must be str, not int"],
    [["a", 1, new PyDict()], "argument 2 must be tuple, not int"],
    [["a", new PyTuple([]), 1], "argument 3 must be dict, not int"],
  ])("%#", (args: Value[], message) =>
    expect(show(ts, call(ts, TypeType, args))).toBe(`TypeError: type.__new__() ${message}`),
  );
});

describe("bases", () => {
  const bool = typeOf(true);
  test("that can't be bases", () =>
    expect(attempt([bool])).toBe("TypeError: type 'bool' is not an acceptable base type"));
  test("that can't be one object", () =>
    expect(attempt([IntType, StrType])).toBe("TypeError: multiple bases have instance lay-out conflict"));
  test("of metaclasses that contradict", () => {
    const M1 = makeClass(ts, "M1", [TypeType]);
    const M2 = makeClass(ts, "M2", [TypeType]);
    const A = makeClass(ts, "A", [], {}, M1);
    const B = makeClass(ts, "B", [], {}, M2);
    expect(attempt([A, B])).toMatch(/^TypeError: metaclass conflict/);
    expect(makeClass(ts, "C", [A]).cls).toBe(M1);
  });
  test("must be classes when assigned, without cycles and of one layout", () => {
    const A = makeClass(ts, "A", []);
    const B = makeClass(ts, "B", [A]);
    expect(set(B, "__bases__", 1)).toBe("TypeError: can only assign tuple to B.__bases__, not int");
    expect(set(B, "__bases__", new PyTuple([1]))).toBe(
      "TypeError: B.__bases__ must be tuple of classes, not 'int'",
    );
    expect(set(A, "__bases__", new PyTuple([B]))).toBe(
      "TypeError: a __bases__ item causes an inheritance cycle",
    );
    expect(set(B, "__bases__", new PyTuple([ListType]))).toBe(
      "TypeError: __bases__ assignment: 'list' object layout differs from 'A'",
    );
  });
});

describe("__slots__", () => {
  const names = (...items: Value[]) => new PyTuple(items);
  test("are fields of the instance, and there is no __dict__", () => {
    const S = makeClass(ts, "S", [], { __slots__: names("b", "a") });
    const s = make(S);
    expect(get(s, "a")).toBe("AttributeError: 'S' object has no attribute 'a'");
    expect(set(s, "a", 1)).toBe("True");
    expect(get(s, "a")).toBe("1");
    expect(set(s, "a", undefined)).toBe("True");
    expect(set(s, "a", undefined)).toBe("AttributeError: a");
    expect(set(s, "z", 1)).toBe(
      "AttributeError: 'S' object has no attribute 'z' and no __dict__ for setting new attributes",
    );
    expect(get(S, "a")).toBe("<member 'a' of 'S' objects>");
  });
  test("are inherited, next to a __dict__", () => {
    const S = makeClass(ts, "S", [], { __slots__: names("a") });
    const t = make(makeClass(ts, "T", [S], { __slots__: names("b") }));
    const u = make(makeClass(ts, "U", [S]));
    for (const o of [t, u]) set(o, "a", 1);
    set(t, "b", 2);
    set(u, "c", 3);
    expect(get(t, "b")).toBe("2");
    expect(get(u, "__dict__")).toBe("{'c': 3}");
    expect(get(u, "a")).toBe("1");
  });
  test("private ones are mangled", () => {
    const S = makeClass(ts, "S", [], { __slots__: names("__x") });
    expect(get(S, "_S__x")).toBe("<member '_S__x' of 'S' objects>");
  });
  test.each([
    [[], { __slots__: 3 }, "TypeError: 'int' object is not iterable"],
    [[], { __slots__: names(3) }, "TypeError: __slots__ items must be strings, not 'int'"],
    [[], { __slots__: names("a b") }, "TypeError: __slots__ must be identifiers"],
    [[], { __slots__: names("a"), a: 1 }, "ValueError: 'a' in __slots__ conflicts with class variable"],
    [
      [],
      { __slots__: names("__dict__", "__dict__") },
      "TypeError: __dict__ slot disallowed: we already got one",
    ],
    [
      [TupleType],
      { __slots__: names("a") },
      "TypeError: nonempty __slots__ not supported for subtype of 'tuple'",
    ],
  ])("%#", (bases: Value[], body: Record<string, Value>, message) =>
    expect(attempt(bases, body)).toBe(message),
  );
});

describe("hooks", () => {
  test("__set_name__ gets class and name; what it raises gets a note", () => {
    const seen: string[] = [];
    const D = makeClass(ts, "D", [], {
      __set_name__: (t, _s, owner, name) => {
        seen.push(`${(owner as PyType).name}.${name}`);
        return name === "bad" ? raise(t, ZeroDivisionErrorType, "x") : None;
      },
    });
    makeClass(ts, "C", [], { d: make(D) });
    expect(seen).toEqual(["C.d"]);
    expect(() => makeClass(ts, "C", [], { bad: make(D) })).toThrow("ZeroDivisionError: x");
  });
  test("__init_subclass__ is a class method of the base", () => {
    const seen: Value[] = [];
    const A = makeClass(ts, "A", [], { __init_subclass__: (_ts, cls) => (seen.push(cls) > 0 ? None : null) });
    const B = makeClass(ts, "B", [A]);
    expect(seen).toEqual([B]);
    expect(show(ts, call(ts, TypeType, ["C", new PyTuple([]), new PyDict(), 1], ["x"]))).toBe(
      "TypeError: C.__init_subclass__() takes no keyword arguments",
    );
  });
  test("mro() of the metaclass decides", () => {
    const M = makeClass(ts, "M", [TypeType], { mro: (_ts, cls) => new PyList([cls, ObjectType]) });
    const A = makeClass(ts, "A", []);
    expect(makeClass(ts, "B", [A], {}, M).mro.map((t) => t.name)).toEqual(["B", "object"]);
  });
  test("__new__ that returns something else skips __init__", () => {
    const C = makeClass(ts, "C", [], {
      __new__: (_ts, _cls) => 5,
      __init__: (t, _s) => raise(t, ZeroDivisionErrorType, "not called"),
    });
    expect(show(ts, call(ts, C, []))).toBe("5");
  });
});

describe("object()", () => {
  test.each([
    [{}, "TypeError: C() takes no arguments"],
    [{ __slots__: new PyTuple([]) }, "TypeError: C() takes no arguments"],
  ])("arguments that nobody takes %#", (body, message) =>
    expect(show(ts, call(ts, makeClass(ts, "C", [], body), [1]))).toBe(message),
  );
  test("abstract classes", () => {
    const C = makeClass(ts, "C", []);
    setAttr(ts, C, "__abstractmethods__", new PyTuple(["b", "a"]));
    expect(show(ts, call(ts, C, []))).toBe(
      "TypeError: Can't instantiate abstract class C without an implementation for abstract methods 'a', 'b'",
    );
    setAttr(ts, C, "__abstractmethods__", new PyTuple([]));
    expect(show(ts, call(ts, C, []))).toMatch(/^<__main__.C object/);
  });
});

describe("attributes of classes", () => {
  let C: PyType;
  beforeEach(() => {
    C = makeClass(ts, "C", [], { x: 1 });
  });
  test("names", () => {
    expect(set(C, "__name__", 1)).toBe("TypeError: can only assign string to C.__name__, not 'int'");
    expect(set(C, "__name__", "D")).toBe("True");
    expect([show(ts, C), get(C, "__qualname__")]).toEqual(["<class '__main__.C'>", "'C'"]);
    expect(get(C, "zork")).toBe("AttributeError: type object 'D' has no attribute 'zork'");
    expect(set(C, "__name__", undefined)).toBe(
      "TypeError: cannot delete '__name__' attribute of immutable type 'D'",
    );
  });
  test("annotations are made on demand", () => {
    expect(get(C, "__annotations__")).toBe("{}");
    expect(get(C, "__annotate__")).toBe("None");
    expect(set(C, "__annotate__", 3)).toBe("TypeError: __annotate__ must be callable or None");
    expect(get(IntType, "__annotations__")).toBe(
      "AttributeError: type object 'int' has no attribute '__annotations__'",
    );
  });
  test("__dict__ is a view of the namespace", () => {
    const dict = getAttr(ts, C, "__dict__") as Value;
    setAttr(ts, C, "y", 2);
    expect(show(ts, callMethod(ts, dict, "get", ["y"]))).toBe("2");
  });
  test("subclasses are known", () => {
    const D = makeClass(ts, "D", [C]);
    expect(show(ts, callMethod(ts, TypeType, "__subclasses__", [C]))).toBe("[<class '__main__.D'>]");
    expect(D.base).toBe(C);
  });
});

describe("__class__ assignment", () => {
  const A = makeClass(ts, "A", []);
  const B = makeClass(ts, "B", [], { f: (_ts, _s) => "B.f" });
  test("keeps the attributes", () => {
    const o = make(A);
    set(o, "x", 1);
    expect(set(o, "__class__", B)).toBe("True");
    set(o, "y", 2);
    expect(show(ts, getInstanceDict(ts, o))).toBe("{'x': 1, 'y': 2}");
    expect(show(ts, callMethod(ts, o, "f", []))).toBe("'B.f'");
  });
  test.each([
    [3, "__class__ must be set to a class, not 'int' object"],
    [IntType, "__class__ assignment only supported for mutable types or ModuleType subclasses"],
    [makeClass(ts, "L", [ListType]), "__class__ assignment: 'L' object layout differs from 'A'"],
    [
      makeClass(ts, "S", [], { __slots__: new PyTuple(["a"]) }),
      "__class__ assignment: 'S' object layout differs from 'A'",
    ],
  ])("%#", (cls: Value, message) => expect(set(make(A), "__class__", cls)).toBe(`TypeError: ${message}`));
});

describe("metaclass attributes", () => {
  test("do not hide what classes have", () => {
    const Meta = makeClass(ts, "Meta", [TypeType]);
    const C = makeClass(ts, "C", [], { x: 1 }, Meta);
    expect(typeOf(getAttr(ts, C, "__dict__") as Value).name).toBe("mappingproxy");
    expect(get(C, "__doc__")).toBe("None");
  });
  const M = makeClass(ts, "M", [TypeType], { x: "meta", f: (_ts, cls) => (cls as PyType).name });
  test("are found behind the class's own", () => {
    const C = makeClass(ts, "C", [], {}, M);
    const D = makeClass(ts, "D", [], { x: "own" }, M);
    expect([get(C, "x"), get(D, "x")]).toEqual(["'meta'", "'own'"]);
    expect(show(ts, callMethod(ts, C, "f", []))).toBe("'C'");
    expect(get(make(C), "x")).toBe("AttributeError: 'C' object has no attribute 'x'");
  });
});

describe("__new__ of native types", () => {
  const newOf = (type: PyType, ...args: Value[]) =>
    show(ts, call(ts, getAttr(ts, type, "__new__") as Value, args));
  test.each([
    [ObjectType, [], "object.__new__(): not enough arguments"],
    [IntType, [1], "int.__new__(X): X is not a type object (int)"],
    [IntType, [StrType], "int.__new__(str): str is not a subtype of int"],
    [ObjectType, [IntType], "object.__new__(int) is not safe, use int.__new__()"],
  ])("%#", (type: PyType, args: Value[], message) =>
    expect(newOf(type, ...args)).toBe(`TypeError: ${message}`),
  );
});
