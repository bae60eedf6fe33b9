import { describe, expect, test } from "vitest";
import { getAttr, setAttr } from "../../core/attributes.js";
import { CodeType } from "../../core/builtin-types.js";
import { call, callMethod } from "../../core/call.js";
import { compare, hash } from "../../core/compare.js";
import type { Value } from "../../core/object.js";
import { CompareOp } from "../../core/slots.js";
import { NativeEvaluator, show, testThread } from "../../testing/index.js";
import { PyFloat } from "../float/py-float.js";
import { PyTuple } from "../tuple/py-tuple.js";
import type { PyCode } from "./py-code.js";

const ts = testThread(new NativeEvaluator());
const { code } = (ts.interp.evaluator as NativeEvaluator).define(ts, "f", ["a", "b"], () => 1);
const replace = (changes: Record<string, Value>) =>
  callMethod(ts, code, "replace", Object.values(changes), Object.keys(changes));
const get = (o: Value, name: string) => show(ts, getAttr(ts, o, name));

test("attributes", () => {
  expect(
    ["co_name", "co_varnames", "co_argcount", "co_nlocals", "co_freevars", "co_code"].map((n) =>
      get(code, n),
    ),
  ).toEqual(["'f'", "('a', 'b')", "2", "2", "()", "b''"]);
  expect(show(ts, setAttr(ts, code, "co_name", 1))).toBe("AttributeError: readonly attribute");
  expect(show(ts, code)).toMatch(/^<code object f at 0x[0-9a-f]+, file "<test>", line 1>$/);
});

describe("replace", () => {
  test("changes what is named and nothing else", () => {
    const other = replace({ co_name: "g", co_consts: new PyTuple([1, new PyTuple([2])]) }) as PyCode;
    expect([get(other, "co_name"), get(other, "co_consts"), get(other, "co_varnames")]).toEqual([
      "'g'",
      "(1, (2,))",
      "('a', 'b')",
    ]);
    expect(other.code.consts).toEqual([1, { type: "tuple", items: [2] }]);
  });
  test("keeps constants that no source can have", () => {
    const other = replace({ co_consts: new PyTuple([CodeType]) }) as PyCode;
    expect(get(other, "co_consts")).toBe("(<class 'code'>,)");
  });
  test.each([
    [{ co_name: 3 }, "TypeError: replace() argument 'co_name' must be str, not int"],
    [{ co_argcount: "x" }, "TypeError: 'str' object cannot be interpreted as an integer"],
    [{ co_argcount: -1 }, "ValueError: co_argcount must be a positive integer"],
    [{ co_nlocals: 7 }, "ValueError: code: co_nlocals != len(co_varnames)"],
    [{ co_names: new PyTuple([1]) }, "SystemError: non-string found in code slot"],
    [{ x: 1 }, "TypeError: replace() got an unexpected keyword argument 'x'"],
  ])("%#", (changes: Record<string, Value>, message) => expect(show(ts, replace(changes))).toBe(message));
});

test("equality is of what it does, constants with their types", () => {
  const same = replace({}) as Value;
  expect(compare(ts, code, same, CompareOp.EQ)).toBe(true);
  expect(hash(ts, code)).toBe(hash(ts, same));
  const [one, float] = [1, new PyFloat(1)].map((c) => replace({ co_consts: new PyTuple([c]) }) as Value);
  expect(compare(ts, one, float, CompareOp.EQ)).toBe(false);
});

test("code() needs sixteen arguments", () =>
  expect(show(ts, call(ts, CodeType, []))).toBe("TypeError: code expected at least 16 arguments, got 0"));
