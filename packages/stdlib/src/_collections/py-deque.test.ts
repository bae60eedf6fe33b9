import { expect, test } from "vitest";
import { DequeType } from "./deque.js";
import { PyDeque } from "./py-deque.js";

const filled = (n: number): PyDeque => {
  const deque = new PyDeque(DequeType);
  for (let i = 0; i < n; i++) deque.push(i);
  return deque;
};

test("the ring grows while its items wrap around", () => {
  const deque = filled(8);
  deque.shift();
  deque.shift();
  for (let i = 8; i < 20; i++) deque.push(i);
  expect(deque.toArray()).toEqual(Array.from({ length: 18 }, (_, i) => i + 2));
  expect(deque.at(17)).toBe(19);
});

test("items inserted and removed near either end leave the others in order", () => {
  const deque = filled(7);
  deque.unshift(-1);
  deque.insert(2, 100);
  deque.insert(8, 200);
  expect(deque.toArray()).toEqual([-1, 0, 100, 1, 2, 3, 4, 5, 200, 6]);
  deque.removeAt(1);
  deque.removeAt(7);
  expect(deque.toArray()).toEqual([-1, 100, 1, 2, 3, 4, 5, 6]);
});

test("a full ring is rotated by moving its beginning", () => {
  const deque = filled(8);
  deque.rotate(3);
  expect(deque.toArray()).toEqual([5, 6, 7, 0, 1, 2, 3, 4]);
  deque.rotate(-5);
  expect(deque.toArray()).toEqual([2, 3, 4, 5, 6, 7, 0, 1]);
  expect([deque.pop(), deque.shift()]).toEqual([1, 2]);
});

test("every change of the items changes the version, replacing one does not", () => {
  const deque = filled(3);
  const { version } = deque;
  deque.put(0, 9);
  expect(deque.version).toBe(version);
  for (const change of [() => deque.pop(), () => deque.rotate(1), () => deque.clear()]) {
    const before = deque.version;
    change();
    expect(deque.version).not.toBe(before);
  }
});
