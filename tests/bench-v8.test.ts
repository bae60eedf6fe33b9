import { expect, test } from "vitest";
import { isStable, readTicks, readTrace } from "../bench/v8.mjs";

const loop = "<JSFunction run <file:///x/runtime/dist/generated/dispatch.js> (sfi = 0x2)>";
const other = "<JSFunction run <file:///x/parser/dist/lexer.js> (sfi = 0x3)>";
const optimised = (fn: string) => `[completed optimizing 0x1 ${fn}, target TURBOFAN]`;
const optimised20 = (fn: string) => `[completed optimizing 0x1 ${fn} (target TURBOFAN)]`;
const thrown = (fn: string, reason: string) =>
  `[bailout (kind: deopt-eager, reason: ${reason}): begin. deoptimizing 0x1 ${fn}, 0x4 <Code TURBOFAN>, opt id 1]`;

test("a trace is read for the interpreter loop alone", () => {
  const trace = [
    optimised20(other),
    optimised20(loop),
    thrown(loop, "wrong map"),
    optimised(loop),
    "checksum 1",
  ];
  expect(readTrace(trace.join("\n"))).toMatchObject({
    optimisations: 2,
    deoptimisations: 1,
    reasons: { "wrong map": 1 },
    finalTier: "TURBOFAN",
  });
});

test("a loop that was thrown away last is in the baseline", () => {
  const found = readTrace([optimised(loop), thrown(loop, "wrong map")].join("\n"));
  expect(found.finalTier).toBe("baseline");
  expect(isStable({ ...found, shares: null })).toBe(false);
});

test("what counts is the loop's own time, where it is known", () => {
  const found = { finalTier: "baseline" };
  const shares = { optimised: 0.4, baseline: 0.05, interpreted: 0, elsewhere: 0.55 };
  expect(isStable({ ...found, shares })).toBe(true);
  expect(isStable({ ...found, shares: { ...shares, baseline: 0.2 } })).toBe(false);
});

test("time of the second half is shared out by the tier of the innermost loop on the stack", () => {
  const code = [
    { name: "run file:///x/generated/dispatch.js:32:20", type: "JS", kind: "Opt" },
    { name: "run file:///x/generated/dispatch.js:32:20", type: "JS", kind: "Sparkplug" },
    { name: "helper file:///x/y.js:1:1", type: "JS", kind: "Opt" },
  ];
  const early = [1, 2, 3, 4].map((tm) => ({ tm, s: [1, 5] }));
  const late = [
    [2, 1, 0, 5],
    [0, 5, 1, 5],
    [1, 5],
    [-1, 9, 2, 4],
  ].map((s, i) => ({ tm: 6 + i, s }));
  const ticks = [...early, ...late];
  expect(readTicks({ code, ticks })).toEqual({
    optimised: 0.5,
    baseline: 0.25,
    interpreted: 0,
    elsewhere: 0.25,
  });
});
