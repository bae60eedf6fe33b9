import { expect, test } from "vitest";
import {
  ADAPTIVE_START,
  advance,
  MAX_VALUE,
  makeCounter,
  missesLeft,
  restart,
  suspended,
  triggers,
  waitingForm,
} from "./backoff.js";

/** Executions until a counter triggers. */
function wait(counter: number): number {
  let n = 0;
  for (; !triggers(counter); n++) counter = advance(counter);
  return n;
}

test("a fresh instruction is looked at on its second execution", () => {
  expect(wait(ADAPTIVE_START)).toBe(1);
});

test("a form that waits comes back after one execution, with the misses that it had left", () => {
  const counter = suspended(302, 51);
  expect(wait(counter)).toBe(1);
  expect([waitingForm(counter), missesLeft(counter)]).toEqual([302, 51]);
  expect(waitingForm(ADAPTIVE_START)).toBe(0);
});

test("each failure doubles the wait, up to 4095 executions", () => {
  const waits: number[] = [];
  let counter = ADAPTIVE_START;
  for (let i = 0; i < 13; i++) {
    counter = restart(counter);
    waits.push(wait(counter));
  }
  expect(waits).toEqual([3, 7, 15, 31, 63, 127, 255, 511, 1023, 2047, 4095, 4095, 4095]);
});

test("a counter fits into a code unit", () => {
  expect(makeCounter(MAX_VALUE, 12)).toBeLessThanOrEqual(0xffff);
});

test("a counter that triggers does not run on", () => {
  expect(advance(makeCounter(0, 3))).toBe(makeCounter(0, 3));
});
