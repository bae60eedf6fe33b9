import { describe, expect, it } from "vitest";
import { bitLength, intDivmod, intFloorDiv, intMod, normalize } from "./arithmetic.js";

/** Divisors shorter and longer than those at which the way of dividing changes, of leading bits of both kinds. */
const divisors = [100n, 3599n, 3600n, 3601n, 4000n, 30000n].flatMap((bits) => [
  1n << bits,
  (1n << bits) + 1n,
  (1n << bits) - 1n,
  (1n << bits) / 3n + 12345n,
]);

const floorDiv = (x: bigint, y: bigint): bigint => {
  const q = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? q - 1n : q;
};

describe("division of big ints", () => {
  it.each([0n, 1n, 2n, 9n, (1n << 53n) - 1n, 1n << 64n, (1n << 2000n) + 7n, (1n << 40000n) - 5n])(
    "is the host's, rounded down, when the quotient has the size of %d",
    (quotient) => {
      for (const divisor of divisors) {
        for (const rest of [0n, 1n, divisor / 2n, divisor - 1n]) {
          for (const [x, y] of [
            [quotient * divisor + rest, divisor],
            [-(quotient * divisor + rest), divisor],
            [quotient * divisor + rest, -divisor],
            [-(quotient * divisor + rest), -divisor],
          ] as const) {
            const wanted = [floorDiv(x, y), x - floorDiv(x, y) * y].map(normalize);
            expect(intDivmod(normalize(x), y)).toEqual(wanted);
            expect([intFloorDiv(normalize(x), y), intMod(normalize(x), y)]).toEqual(wanted);
          }
        }
      }
    },
  );
});

it("counts the bits of big ints of all sizes, one after the other", () => {
  for (const bits of [60, 30000, 54, 30010, 29000, 2000, 1, 53]) {
    for (const value of [1n << BigInt(bits), (1n << BigInt(bits)) + 1n]) {
      expect(bitLength(normalize(value))).toBe(bits + 1);
      expect(bitLength(normalize(-value))).toBe(bits + 1);
    }
    expect(bitLength(normalize((1n << BigInt(bits)) - 1n))).toBe(bits);
  }
});
