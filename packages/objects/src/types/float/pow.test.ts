import { expect, test } from "vitest";
import { pow } from "./pow.js";
import { powExact } from "./pow-exact.js";

test("agrees with the slow way in nearly all last places, and is never off by more than one", () => {
  let seed = 12345;
  const random = (): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed / 2 ** 32;
  };
  let different = 0;
  for (let i = 0; i < 20000; i++) {
    const x = random() * 10 ** (random() * 20 - 10);
    const y = (random() - 0.5) * 20;
    const exact = powExact(x, y);
    const fast = pow(x, y);
    if (fast !== exact) {
      different++;
      expect(Math.abs(fast - exact) / exact).toBeLessThan(2.3e-16);
    }
  }
  expect(different).toBeLessThan(400);
});

// Recorded from CPython 3.11 on Linux.
test.each([
  [10, 308, 1e308],
  [2.5, 3.7, 29.67413253642086],
  [1.0000001, 1e7, 2.7182816941320818],
  [1e-300, 1.05, 1e-315],
  [3, 0.1, 1.1161231740339044],
  [123.456, -1.5, 0.0007290069984559876],
])("pow(%f, %f)", (x, y, expected) => {
  expect(pow(x, y)).toBe(expected);
});
