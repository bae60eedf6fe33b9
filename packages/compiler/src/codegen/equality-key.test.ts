import type { ConstantValue } from "@adder/ast";
import { expect, test } from "vitest";
import { equalityKey } from "./equality-key.js";

const float = (value: number): ConstantValue => ({ type: "float", value });

test("numbers that are equal have one key, whatever their type", () => {
  const ones: ConstantValue[] = [1, true, float(1), { type: "complex", real: 1, imag: 0 }];
  expect(new Set(ones.map(equalityKey)).size).toBe(1);
  expect(equalityKey(10n ** 22n)).toBe(equalityKey(float(1e22)));
  expect(equalityKey(0)).toBe(equalityKey(float(-0)));
});

test("other constants have keys of their own", () => {
  const others: ConstantValue[] = [
    1,
    "1",
    float(1.5),
    null,
    { type: "bytes", value: Uint8Array.of(49) },
    10n ** 22n,
  ];
  expect(new Set(others.map(equalityKey)).size).toBe(others.length);
});
