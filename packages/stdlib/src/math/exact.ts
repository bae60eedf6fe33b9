import { addExact, doubleFromRatio } from "./doubles.js";

/*
 * Sums without rounding errors: numbers are taken as integers times a power of two, added as bigints, and
 * rounded once.
 */

/** Exponent of the smallest bit of a double. */
const LOWEST = -1074;

/** Collects a sum of doubles and of products of doubles. */
export class ExactSum {
  #total = 0n;
  /** Total in units of 2**LOWEST squared, for products. */
  #products = 0n;

  add(x: number): void {
    this.#total += addExact(x, LOWEST);
  }

  /** Adds `x * y`. */
  addProduct(x: number, y: number): void {
    this.#products += addExact(x, LOWEST) * addExact(y, LOWEST);
  }

  /** The sum, correctly rounded; infinite when out of range. */
  get value(): number {
    const total = (this.#total << BigInt(-LOWEST)) + this.#products;
    return doubleFromRatio(total, 1n << BigInt(-2 * LOWEST));
  }
}
