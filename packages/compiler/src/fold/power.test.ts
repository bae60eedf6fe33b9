import { expect, test } from "vitest";
import { power } from "./power.js";

// Exact values were computed with the decimal module of Python and rounded once.
test.each<[number, number, number | null]>([
  [2, 0.5, Math.SQRT2],
  [10, -3, 0.001],
  [10, -6, 1e-6],
  [10, 22, 1e22],
  [10, 23, 1e23],
  [3, 34, 1.6677181699666568e16],
  [3, 35, 5.0031545098999704e16],
  [0.1, 2, 0.010000000000000002],
  [1.1, 10.5, 2.7203400420274986],
  [7, 1 / 3, 1.912931182772389],
  [2, -1074, 5e-324],
  [2, -1075, 0],
  [2, 1023, 2 ** 1023],
  [1.5, -1800, 1.0857597e-317],
  [-2, 3, -8],
  [-2, -2, 0.25],
  [-8, 1 / 3, null],
  [0, 0, 1],
  [0, -1, null],
  [-0, 3, -0],
  [2, 1024, null],
  [1e300, 1e300, null],
  [1e300, -1e300, 0],
  [1, Number.NaN, 1],
  [Number.NaN, 0, 1],
  [-1, Number.POSITIVE_INFINITY, 1],
  [0.5, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
])("%d ** %d", (base, exponent, result) => {
  expect(power(base, exponent)).toBe(result);
});
