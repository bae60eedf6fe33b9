import { describe, expect, test } from "vitest";
import { makeClass, NativeEvaluator, show, testThread } from "../testing/index.js";
import { OverflowErrorType } from "../types/exceptions/exception-types.js";
import { PyFloat } from "../types/float/py-float.js";
import { PyList } from "../types/list/py-list.js";
import { NotImplemented } from "../types/none/singletons.js";
import { call } from "./call.js";
import { BinaryOp, binaryOp, negative, power, toIndex, toSize } from "./numbers.js";
import type { Value } from "./object.js";

const ts = testThread(new NativeEvaluator());
const op = (name: Exclude<keyof typeof BinaryOp, "INPLACE">, a: Value, b: Value) =>
  show(ts, binaryOp(ts, BinaryOp[name], a, b));

describe("operators on small ints", () => {
  test.each([
    ["ADD", 2 ** 53 - 1, 1, "9007199254740992"],
    ["SUBTRACT", -(2 ** 53 - 1), 2, "-9007199254740993"],
    ["MULTIPLY", 94906267, 94906267, "9007199515875289"],
    ["MULTIPLY", -1, 0, "0"],
    ["FLOOR_DIVIDE", -7, 2, "-4"],
    ["FLOOR_DIVIDE", 9007199254740991, 9007199254740990, "1"],
    ["FLOOR_DIVIDE", 0, -5, "0"],
    ["REMAINDER", -7, 3, "2"],
    ["REMAINDER", 7, -3, "-2"],
    ["REMAINDER", -4, 2, "0"],
    ["LSHIFT", 1, 60, "1152921504606846976"],
    ["RSHIFT", -1, 99, "-1"],
    ["RSHIFT", -5, 1, "-3"],
    ["AND", 2 ** 40 + 1, 3, "1"],
    ["OR", -1, 2 ** 40, "-1"],
    ["TRUE_DIVIDE", 7, 2, "3.5"],
    ["REMAINDER", 1, 0, "ZeroDivisionError: division by zero"],
    ["FLOOR_DIVIDE", 1, 0, "ZeroDivisionError: division by zero"],
  ] as const)("%s %d %d", (name, a, b, expected) => expect(op(name, a, b)).toBe(expected));
});

describe("operators on other types", () => {
  test("floats", () => expect(op("ADD", new PyFloat(0.5), new PyFloat(1))).toBe("1.5"));
  test("int and float", () => expect(op("MULTIPLY", 2, new PyFloat(1.5))).toBe("3.0"));
  test("repetition from the right", () => expect(op("MULTIPLY", 2, new PyList([1]))).toBe("[1, 1]"));
  test("nobody knows how", () =>
    expect(op("SUBTRACT", 1, "a")).toBe("TypeError: unsupported operand type(s) for -: 'int' and 'str'"));
  test("concatenation speaks for itself", () =>
    expect(op("ADD", "a", 1)).toBe('TypeError: can only concatenate str (not "int") to str'));
  test("repetition by something else", () =>
    expect(op("MULTIPLY", "a", "b")).toBe("TypeError: can't multiply sequence by non-int of type 'str'"));
  test("in place", () =>
    expect(show(ts, binaryOp(ts, BinaryOp.INPLACE + BinaryOp.SUBTRACT, 1, "a"))).toBe(
      "TypeError: unsupported operand type(s) for -=: 'int' and 'str'",
    ));
  test("three operands", () =>
    expect(show(ts, power(ts, 2, 3, "a"))).toBe(
      "TypeError: unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'",
    ));
  test("unary", () => {
    expect(show(ts, negative(ts, 0))).toBe("0");
    expect(show(ts, negative(ts, "a"))).toBe("TypeError: bad operand type for unary -: 'str'");
  });
});

describe("reflected methods", () => {
  const A = makeClass(ts, "A", [], {
    __add__: (_ts, _s, _o) => "A.add",
    __radd__: (_ts, _s, _o) => "A.radd",
  });
  const B = makeClass(ts, "B", [A], { __radd__: (_ts, _s, _o) => "B.radd" });
  const C = makeClass(ts, "C", [A]);
  const D = makeClass(ts, "D", [], { __add__: (_ts, _s, _o) => NotImplemented });
  const make = (cls: typeof A) => call(ts, cls, []) as Value;

  test("the right operand goes first if its class is a subclass with a method of its own", () =>
    expect(op("ADD", make(A), make(B))).toBe("'B.radd'"));
  test("but not if it inherits the method", () => expect(op("ADD", make(A), make(C))).toBe("'A.add'"));
  test("an int gives way", () => expect(op("ADD", 1, make(A))).toBe("'A.radd'"));
  test("NotImplemented from the left asks the right", () =>
    expect(op("ADD", make(D), make(A))).toBe("'A.radd'"));
  test("objects of one class are not asked twice", () =>
    expect(op("ADD", make(D), make(D))).toBe("TypeError: unsupported operand type(s) for +: 'D' and 'D'"));
});

describe("indices", () => {
  test("of what has none", () =>
    expect(show(ts, toIndex(ts, "a"))).toBe("TypeError: 'str' object cannot be interpreted as an integer"));
  test("beyond 64 bits", () => {
    expect(show(ts, toSize(ts, 2n ** 70n))).toBe("IndexError: cannot fit 'int' into an index-sized integer");
    expect(show(ts, toSize(ts, 2n ** 70n, OverflowErrorType))).toMatch(/^OverflowError/);
    expect(toSize(ts, -(2n ** 70n), null)).toBe(Number.MIN_SAFE_INTEGER);
  });
  test("beyond the safe integers", () => expect(toSize(ts, 2n ** 60n)).toBe(Number.MAX_SAFE_INTEGER));
});
