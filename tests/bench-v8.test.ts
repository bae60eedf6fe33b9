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
  expect(isStable(found)).toBe(false);
});

test("a loop that is thrown away again and again is not stable", () => {
  const early = readTrace(
    [thrown(loop, "a"), thrown(loop, "b"), optimised(loop), ..."x".repeat(20)].join("\n"),
  );
  expect(isStable(early)).toBe(true);
  const again = [optimised(loop), thrown(loop, "a")];
  expect(isStable(readTrace([...Array(10).fill(again).flat(), optimised(loop)].join("\n")))).toBe(false);
});

test("time is shared out by the tier of the innermost loop on the stack", () => {
  const code = [
    { name: "run file:///x/generated/dispatch.js:32:20", type: "JS", kind: "Opt" },
    { name: "run file:///x/generated/dispatch.js:32:20", type: "JS", kind: "Sparkplug" },
    { name: "helper file:///x/y.js:1:1", type: "JS", kind: "Opt" },
  ];
  const ticks = [{ s: [2, 1, 0, 5] }, { s: [0, 5, 1, 5] }, { s: [1, 5] }, { s: [-1, 9, 2, 4] }];
  expect(readTicks({ code, ticks })).toEqual({
    optimised: 0.5,
    baseline: 0.25,
    interpreted: 0,
    elsewhere: 0.25,
  });
});
