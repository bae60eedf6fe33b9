import { CodeFlags, CodeObject, cacheWords, OPCODE_MASK, Op } from "@adder/bytecode";
import {
  call,
  None,
  PyCode,
  PyDict,
  PyFunction,
  RuntimeErrorType,
  raise,
  type ThreadState,
} from "@adder/objects";
import { nullFrontend, nullHost } from "@adder/objects/testing";
import { beforeEach, expect, test } from "vitest";
import { createRuntime } from "../create-runtime.js";
import type { Importer } from "../ports/importer.js";
import { Event } from "./events.js";
import { setEvents, setLocalEvents } from "./set-events.js";
import { monitoringOf, NativeCallback } from "./state.js";

const noImports: Importer = {
  importModule: (ts) => raise(ts, RuntimeErrorType, "no imports"),
  importLevel: (ts) => raise(ts, RuntimeErrorType, "no imports"),
};

const TOOL = 0;
let ts: ThreadState;

beforeEach(() => {
  ({ ts } = createRuntime({ host: nullHost(), frontend: nullFrontend(), importer: noImports }));
});

/** A function of instructions without arguments. */
function functionOf(...names: readonly (keyof typeof Op)[]): PyFunction {
  const units = names.flatMap((name) => [Op[name], ...new Array<number>(cacheWords[Op[name]]).fill(0)]);
  const code = new CodeObject({
    argcount: 0,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    stacksize: 2,
    flags: CodeFlags.OPTIMIZED | CodeFlags.NEWLOCALS,
    filename: "f.py",
    name: "f",
    qualname: "f",
    firstlineno: 1,
    code: Uint16Array.from(units),
    consts: [],
    names: [],
    localsplusNames: [],
    localsplusKinds: new Uint8Array(),
    // One entry for all code units, on the first line.
    linetable: Uint8Array.of(0x80 | (13 << 3) | (units.length - 1), 0),
    exceptiontable: new Uint8Array(),
  });
  return new PyFunction(new PyCode(ts, code), new PyDict(), ts.interp.builtins, "f", "f", None, None);
}

const opcodes = (fn: PyFunction): number[] => [...fn.code.instructions].map((word) => word & OPCODE_MASK);

/** Counts an event. */
function counting(event: number): { count: number } {
  const counter = { count: 0 };
  monitoringOf(ts).callbacks[TOOL][event] = new NativeCallback(() => {
    counter.count++;
    return None;
  });
  return counter;
}

test("code gets other words in place, and its plain ones back", () => {
  const fn = functionOf("RESUME", "LOAD_SMALL_INT", "RETURN_VALUE");
  call(ts, fn, []);
  const words = fn.code.instructions;
  const returns = counting(Event.PY_RETURN);
  setLocalEvents(ts, TOOL, fn.code, 1 << Event.PY_RETURN);
  expect(opcodes(fn)).toEqual([Op.INSTRUMENTED_RESUME, Op.LOAD_SMALL_INT, Op.INSTRUMENTED_RETURN_VALUE]);
  expect(call(ts, fn, [])).toBe(0);
  expect(returns.count).toBe(1);
  setLocalEvents(ts, TOOL, fn.code, 0);
  expect(opcodes(fn)).toEqual([Op.RESUME, Op.LOAD_SMALL_INT, Op.RETURN_VALUE]);
  expect(fn.code.instructions).toBe(words);
  call(ts, fn, []);
  expect(returns.count).toBe(1);
});

test("frames are looked at only while events of all code are wanted", () => {
  const fn = functionOf("RESUME", "LOAD_SMALL_INT", "RETURN_VALUE");
  expect(ts.interp.frameLimit).toBe(ts.interp.recursionLimit);
  const starts = counting(Event.PY_START);
  setLocalEvents(ts, TOOL, fn.code, 1 << Event.PY_RETURN);
  expect(ts.interp.frameLimit).toBe(ts.interp.recursionLimit);
  setEvents(ts, TOOL, 1 << Event.PY_START);
  expect(ts.interp.frameLimit).toBe(-1);
  ts.interp.recursionLimit = 77;
  expect(ts.interp.frameLimit).toBe(-1);
  call(ts, fn, []);
  expect(starts.count).toBe(1);
  setEvents(ts, TOOL, 0);
  expect(ts.interp.frameLimit).toBe(77);
  call(ts, fn, []);
  expect(starts.count).toBe(1);
});

test("code that is instrumented for what nobody wants any more puts itself right", () => {
  const fn = functionOf("RESUME", "LOAD_SMALL_INT", "RETURN_VALUE");
  setEvents(ts, TOOL, 1 << Event.PY_START);
  call(ts, fn, []);
  expect(opcodes(fn)[0]).toBe(Op.INSTRUMENTED_RESUME);
  setEvents(ts, TOOL, 0);
  expect(opcodes(fn)[0]).toBe(Op.INSTRUMENTED_RESUME);
  call(ts, fn, []);
  expect(opcodes(fn)[0]).toBe(Op.RESUME);
});
