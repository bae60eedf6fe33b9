import { None, type ThreadState, type Value } from "@adder/objects";
import { NativeEvaluator, show, testThread } from "@adder/objects/testing";
import { expect, test } from "vitest";
import { SIG_IGN, SignalState } from "./state.js";

const SIGALRM = 14;
const SIGTERM = 15;
const SIGCHLD = 17;

function thread(): { readonly ts: ThreadState; readonly got: Value[]; readonly state: SignalState } {
  const ts = testThread(new NativeEvaluator());
  const got: Value[] = [];
  const state = SignalState.of(ts);
  const handler = (ts.interp.evaluator as NativeEvaluator).define(
    ts,
    "handler",
    ["n", "frame"],
    (_ts, n: Value) => {
      got.push(n);
      return None;
    },
  );
  state.handlers[SIGALRM] = handler;
  return { ts, got, state };
}

test("the alarm is handled when its time has come, again after each interval", () => {
  const { ts, got, state } = thread();
  let now = 0n;
  ts.interp.host.monotonic = () => now;
  state.setAlarm(ts, 100n, 50n);
  const poll = (): void => expect(ts.interp.poll?.(ts)).toBe(true);
  poll();
  now = 120n;
  poll();
  poll();
  now = 170n;
  poll();
  expect(got).toEqual([SIGALRM, SIGALRM]);
  expect(state.alarm).toBe(220n);
});

test("a blocked signal waits", () => {
  const { ts, got, state } = thread();
  state.blocked.add(SIGALRM);
  expect(state.deliver(ts, SIGALRM)).toBe(true);
  expect([got, [...state.pending]]).toEqual([[], [SIGALRM]]);
});

test("what ends a process by default ends the program with the shell's exit code", () => {
  const { ts, state } = thread();
  expect(show(ts, state.deliver(ts, SIGTERM))).toBe("SystemExit: 143");
});

test("ignored and harmless signals do nothing", () => {
  const { ts, state } = thread();
  state.handlers[SIGTERM] = SIG_IGN;
  expect([state.deliver(ts, SIGTERM), state.deliver(ts, SIGCHLD)]).toEqual([true, true]);
});
