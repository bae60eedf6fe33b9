import { fileURLToPath } from "node:url";
import { genericOf, instructionName } from "@adder/bytecode";
import type { PyCode } from "@adder/objects";
import { RecordingSpecializer, type SiteFeedback, type TierCompiler } from "@adder/specializer";
import { expect, test } from "vitest";
import { Interpreter, type TierOptions } from "../index.js";

const library = fileURLToPath(new URL("../../../stdlib/dist/lib", import.meta.url));

/** A tier that compiles nothing and remembers what it was offered. */
class RecordingCompiler implements TierCompiler {
  readonly threshold = 2_000;
  readonly offered: { code: PyCode; feedback: readonly SiteFeedback[] }[] = [];

  compile(code: PyCode, _at: number, feedback: readonly SiteFeedback[]): null {
    this.offered.push({ code, feedback });
    return null;
  }
}

const program = `
class P:
    def __init__(self, x): self.x = x
class Q(P): pass
def hot(n):
    things = [P(1), Q(2)]
    t = 0
    for i in range(n):
        t = t + things[i % 2].x
        u = 2 ** 70 == i
    return t
def cold(n): return n + 1
cold(1)
hot(20_000)
hot(20_000)
`;

function offeredTo(tiers: TierOptions): RecordingCompiler {
  const compiler = new RecordingCompiler();
  new Interpreter({ library, tiers: { ...tiers, compiler } }).run(program);
  return compiler;
}

test("hot code is offered to the tier above, once, and cold code is not", () => {
  const { offered } = offeredTo({});
  expect(offered.map(({ code }) => code.code.qualname)).toEqual(["hot"]);
  expect(offered[0].code.compiled).toBeNull();
});

test("it gets what each site has learned", () => {
  const [{ feedback }] = offeredTo({}).offered;
  const sites = feedback.map(({ generic, form, state }) => [
    instructionName(generic),
    form === null ? null : instructionName(form),
    state,
  ]);
  expect(sites).toContainEqual(["FOR_ITER", "FOR_ITER_RANGE", "specialised"]);
  expect(sites).toContainEqual(["BINARY_OP", "BINARY_OP_ADD_INT", "specialised"]);
  expect(sites).toContainEqual(["BINARY_OP", "BINARY_OP_SUBSCR_LIST_INT", "specialised"]);
  expect(sites).toContainEqual(["LOAD_ATTR", "LOAD_ATTR_POLYMORPHIC", "polymorphic"]);
  expect(sites).toContainEqual(["COMPARE_OP", null, "given up"]);
  expect(sites).toContainEqual(["CALL", null, "adaptive"]);
});

test("the inline cache says what a guard compares and where the value is", () => {
  const [{ feedback }] = offeredTo({}).offered;
  const range = feedback.find(({ generic }) => instructionName(generic) === "LOAD_GLOBAL") as SiteFeedback;
  expect(range.cache).toHaveLength(3);
  const polymorphic = feedback.find(({ state }) => state === "polymorphic") as SiteFeedback;
  expect((polymorphic.value as { entries: unknown[] }).entries).toHaveLength(2);
});

test("when code is hot is a setting", () => {
  expect(offeredTo({ hot: 1_000_000 }).offered).toEqual([]);
  expect(offeredTo({ hot: 500 }).offered.length).toBeGreaterThan(0);
});

test("when code becomes adaptive is a setting", () => {
  const attempts = (warmup: number): number => {
    const python = new Interpreter({ library, tiers: { warmup } });
    python.run("def f(a): return a + 1\nfor i in range(100): f(i)");
    return python.stats().families.BINARY_OP?.attempts ?? 0;
  };
  expect(attempts(50)).toBe(1);
  expect(attempts(1000)).toBe(0);
});

test("policies can be named: never, and once", () => {
  const families = (policy: "never" | "once") => {
    const python = new Interpreter({ library, tiers: { policy } });
    python.run("def f(a): return a + 1\nf(1)");
    return python.stats().families;
  };
  expect(families("never")).toEqual({});
  expect(families("once").BINARY_OP).toMatchObject({ attempts: 1, successes: 1 });
});

test("a policy that only records sees each execution, and leaves the code as it is", () => {
  const policy = new RecordingSpecializer();
  const python = new Interpreter({ library, tiers: { policy } });
  python.run("def f(a, b): return a + b\nfor v in [1, 2, 0.5, 'a', 2 ** 70, 2 ** 70]: f(v, v)");
  const [code, sites] =
    [...policy.sites].find(
      ([
        {
          code: { name },
        },
      ]) => name === "f",
    ) ?? [];
  const [[at, { forms, reasons }]] = [...(sites ?? [])];
  const seen = [...forms].map(([form, count]) => [form === 0 ? "none" : instructionName(form), count]);
  expect(seen).toEqual([
    ["BINARY_OP_ADD_INT", 2],
    ["BINARY_OP_ADD_FLOAT", 1],
    ["BINARY_OP_ADD_UNICODE", 1],
    ["none", 2],
  ]);
  expect([...reasons]).toEqual([["int and int", 2]]);
  expect(genericOf((code as PyCode).instructions[at] & 1023)).toBe((code as PyCode).instructions[at] & 1023);
});
