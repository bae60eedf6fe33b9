import { describe, expect, test } from "vitest";
import { makeClass, NativeEvaluator, show, testThread } from "../testing/index.js";
import { PyDict } from "../types/dict/py-dict.js";
import { PyTuple } from "../types/tuple/py-tuple.js";
import { ObjectType, TypeType } from "./builtin-types.js";
import { call } from "./call.js";
import type { PyType } from "./type.js";

const ts = testThread(new NativeEvaluator());
const names = (type: PyType) => type.mro.map((t) => t.name).join(" ");
const attempt = (...bases: PyType[]) => show(ts, call(ts, TypeType, ["Z", new PyTuple(bases), new PyDict()]));

describe("C3", () => {
  const A = makeClass(ts, "A", []);
  const B = makeClass(ts, "B", [A]);
  const C = makeClass(ts, "C", [A]);

  test("a diamond", () => expect(names(makeClass(ts, "D", [B, C]))).toBe("D B C A object"));
  test("monotonic through two diamonds", () => {
    const D = makeClass(ts, "D", [B, C]);
    const E = makeClass(ts, "E", [C]);
    expect(names(makeClass(ts, "F", [D, E]))).toBe("F D B E C A object");
  });
  test("a contradiction", () =>
    expect(attempt(ObjectType, A)).toBe(
      "TypeError: Cannot create a consistent method resolution order (MRO) for bases object, A",
    ));
  test("a base given twice", () => expect(attempt(A, A)).toBe("TypeError: duplicate base class A"));
});
