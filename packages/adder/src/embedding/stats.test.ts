import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { Interpreter } from "../index.js";

const library = fileURLToPath(new URL("../../../stdlib/dist/lib", import.meta.url));

async function statsOf(source: string) {
  const python = new Interpreter({ library });
  await python.watch();
  python.run(source);
  return python.stats();
}

test("what is specialised is counted always, executions only while they are watched", async () => {
  const python = new Interpreter({ library });
  const source = "def f(n):\n    t = 0\n    for i in range(n):\n        t += i\nf(100)\n";
  python.run(source);
  expect(python.stats()).toMatchObject({
    instructions: null,
    hitRate: null,
    families: { BINARY_OP: { attempts: 1, successes: 1, hits: null } },
  });
  await python.watch();
  python.run(source);
  const { families, hitRate } = python.stats();
  expect(families.BINARY_OP).toMatchObject({ hits: 98, generic: 2, misses: 0 });
  expect(hitRate).toBeGreaterThan(0.9);
});

test("a guard that fails now and then is a miss, and a site that gives up says why", async () => {
  const { families } = await statsOf(`
def add(a, b): return a + b
for i in range(100): add(i, 1)
big = 10**30
for i in range(100): add(big, big)
`);
  expect(families.BINARY_OP).toMatchObject({
    misses: 53,
    despecialised: 1,
    despecialisations: { "BINARY_OP_ADD_INT: int and int": 1 },
  });
  expect(families.BINARY_OP.failures["int and int"]).toBeGreaterThan(0);
});

test("frames are counted when they begin, by who began them, and when somebody looks at them", async () => {
  const { frames } = await statsOf(`
import sys
def f(): return 1
for i in range(10): f()
list(map(lambda x: x, range(5)))
sys._getframe()
`);
  expect(frames).toMatchObject({ pushed: 16, inlined: 10, materialised: 1 });
});

test("instances count, and those whose attributes move to a dict", async () => {
  const before = (await statsOf("")).instances;
  const { instances } = await statsOf(`
class C:
    def __init__(self): self.x = 1
made = [C() for i in range(10)]
vars(made[0])
del made[1].x
made[2].y = 2
`);
  expect(instances).toEqual({ made: before.made + 10, dicts: before.dicts + 1 });
});

test("ints that leave the safe range", async () => {
  const { ints } = await statsOf("n = 1\nfor i in range(60): n = n * 2\nm = n * n\n");
  expect(ints.leftSafeRange).toBe(1);
});

test("a program sees it through sys", () => {
  const python = new Interpreter({ library });
  expect(python.evaluate("__import__('sys')._stats()['frames']['materialised']")).toBe(0);
});
