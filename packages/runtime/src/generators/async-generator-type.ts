import { cacheWords, Op } from "@adder/bytecode";
import { executableOf, type Frame } from "@adder/frames";
import {
  AsyncGeneratorType,
  type PyObject as Base,
  call,
  defineType,
  GeneratorExitType,
  None,
  newException,
  type PyObject,
  type PyType,
  type Result,
  RuntimeErrorType,
  RuntimeWarningType,
  raise,
  raiseValue,
  readyType,
  type Status,
  StopAsyncIterationType,
  StopIterationType,
  stopIteration,
  type ThreadState,
  TypeFlags,
  toJs,
  typeOf,
  type Value,
} from "@adder/objects";
import { SysState } from "../sys/state.js";
import { warn } from "../warn.js";
import { AsyncGenWrappedValueType, type PyAsyncGenWrappedValue } from "./async-values.js";
import { resume, stopIfReturned, throwInto } from "./drive.js";
import { finalise, finaliseLater } from "./dropped.js";
import { classGetItem, generatorAttributes, generatorRepr, warnThrow } from "./generator-types.js";
import { GeneratorState, type PyAsyncGenerator } from "./py-generator.js";
import { swallow } from "./switch.js";

/*
 * Asynchronous generators (PEP 525) and the awaitables that their methods return. Follows CPython
 * `Objects/genobject.c`.
 */

const IGNORED_EXIT = "async generator ignored GeneratorExit";

/** States of an awaitable. */
const enum State {
  INIT = 0,
  ITER = 1,
  CLOSED = 2,
}

/** Whether an awaitable that has gone was awaited. */
interface Fate {
  awaited: boolean;
}

/** `agen.asend(value)` and `agen.__anext__()` (with None). */
class PyAsyncGenSend implements Base {
  /** `type(self)`. */
  cls: PyType;
  state: State = State.INIT;
  /** What outlives it, if it matters whether it was ever awaited. */
  fate: Fate | null = null;
  constructor(
    readonly gen: PyAsyncGenerator,
    readonly value: Value,
  ) {
    this.cls = AsyncGenSendType;
  }
}

/** `agen.athrow(...)`, and `agen.aclose()` with `null` for its arguments. */
class PyAsyncGenThrow implements Base {
  /** `type(self)`. */
  cls: PyType;
  state: State = State.INIT;
  /** What outlives it, if it matters whether it was ever awaited. */
  fate: Fate | null = null;
  constructor(
    readonly gen: PyAsyncGenerator,
    readonly args: readonly [Value, Value?, Value?] | null,
  ) {
    this.cls = AsyncGenThrowType;
  }
}

function advance(o: PyAsyncGenSend | PyAsyncGenThrow, state: 1 | 2): void {
  o.state = state;
  if (o.fate !== null) o.fate.awaited = true;
}

/** Has a warning come when an awaitable goes that nobody awaits (CPython `_PyErr_WarnUnawaitedAgenMethod`). */
function warnUnawaited(ts: ThreadState, o: PyAsyncGenSend | PyAsyncGenThrow, method: string): void {
  // The usual case: it is awaited where it is made.
  const caller = ts.frame as Frame | null;
  const next = caller === null ? 0 : caller.code.code.code[caller.pc + cacheWords[Op.CALL]] & 255;
  if (next === Op.GET_AWAITABLE) return;
  const fate: Fate = { awaited: false };
  o.fate = fate;
  const { qualname } = o.gen;
  ts.interp.departures.watch(o, (thread) => {
    if (fate.awaited) return;
    const message = `coroutine method '${method}' of '${toJs(qualname)}' was never awaited`;
    if (warn(thread, RuntimeWarningType, message, 1) === null)
      thread.interp.evaluator.unraisable(thread, undefined);
  });
}

/** Calls the thread's hooks when iteration begins. */
function initHooks(ts: ThreadState, gen: PyAsyncGenerator): Status {
  if (gen.hooksInited) return true;
  gen.hooksInited = true;
  const { asyncgenFirstIter, asyncgenFinalizer } = SysState.of(ts);
  gen.finalizer = asyncgenFinalizer === None ? null : asyncgenFinalizer;
  if (gen.finalizer !== null || executableOf(gen.code).cleansUp) finaliseLater(ts, gen);
  if (asyncgenFirstIter === None) return true;
  return call(ts, asyncgenFirstIter, [gen]) === null ? null : true;
}

/**
 * Turns what the generator's body did into what the awaiting coroutine sees: a value that was yielded ends the await
 * as StopIteration, anything else goes on outwards.
 */
function unwrap(ts: ThreadState, gen: PyAsyncGenerator, result: Result<Value>): Result<Value> {
  if (result === null) {
    const exc = ts.pending;
    if (exc !== null && [StopAsyncIterationType, GeneratorExitType].some((t) => exc.cls.mro.includes(t))) {
      gen.closed = true;
    }
    gen.runningAsync = false;
    return null;
  }
  if (typeOf(result) !== AsyncGenWrappedValueType) return result;
  gen.runningAsync = false;
  return stopIteration(ts, (result as PyAsyncGenWrappedValue).value);
}

const resumed = (ts: ThreadState, gen: PyAsyncGenerator, value: Value): Result<Value> =>
  stopIfReturned(ts, gen, resume(ts, gen, value));

const REUSED_SEND = "cannot reuse already awaited __anext__()/asend()";
const RUNNING_SEND = "anext(): asynchronous generator is already running";

/** Begins an await; `null` when it cannot be. */
function beginSend(ts: ThreadState, o: PyAsyncGenSend): Status {
  if (o.state === State.CLOSED) return raise(ts, RuntimeErrorType, REUSED_SEND);
  if (o.state === State.INIT) {
    if (o.gen.runningAsync) {
      advance(o, State.CLOSED);
      return raise(ts, RuntimeErrorType, RUNNING_SEND);
    }
    advance(o, State.ITER);
    o.gen.runningAsync = true;
  }
  return true;
}

function sendSend(ts: ThreadState, o: PyAsyncGenSend, value: Value): Result<Value> {
  const first = o.state === State.INIT;
  if (beginSend(ts, o) === null) return null;
  const result = unwrap(ts, o.gen, resumed(ts, o.gen, first && value === None ? o.value : value));
  if (result === null) advance(o, State.CLOSED);
  return result;
}

function sendThrow(
  ts: ThreadState,
  o: PyAsyncGenSend,
  type: Value,
  value?: Value,
  tb?: Value,
): Result<Value> {
  if (warnThrow(ts, value) === null || beginSend(ts, o) === null) return null;
  const result = unwrap(ts, o.gen, throwInto(ts, o.gen, false, type, value, tb));
  if (result === null) advance(o, State.CLOSED);
  return result;
}

const THROW_REUSED = "cannot reuse already awaited aclose()/athrow()";

function throwSend(ts: ThreadState, o: PyAsyncGenThrow, value: Value): Result<Value> {
  const { gen, args } = o;
  if (o.state === State.CLOSED) return raise(ts, RuntimeErrorType, THROW_REUSED);
  if (gen.state === GeneratorState.COMPLETED) {
    advance(o, State.CLOSED);
    return stopIteration(ts, None);
  }
  if (o.state === State.ITER) return throwOutcome(ts, o, resumed(ts, gen, value));
  if (gen.runningAsync) {
    advance(o, State.CLOSED);
    const what = args === null ? "aclose()" : "athrow()";
    return raise(ts, RuntimeErrorType, `${what}: asynchronous generator is already running`);
  }
  if (gen.closed) {
    advance(o, State.CLOSED);
    return raiseValue(ts, newException(StopAsyncIterationType, []));
  }
  if (value !== None) {
    return raise(ts, RuntimeErrorType, "can't send non-None value to a just-started coroutine");
  }
  advance(o, State.ITER);
  gen.runningAsync = true;
  if (args === null) {
    gen.closed = true;
    return throwOutcome(ts, o, throwInto(ts, gen, false, GeneratorExitType, undefined, undefined));
  }
  return throwOutcome(ts, o, throwInto(ts, gen, false, args[0], args[1], args[2]));
}

/** What a step of `athrow` or `aclose` means outside. */
function throwOutcome(ts: ThreadState, o: PyAsyncGenThrow, result: Result<Value>): Result<Value> {
  const { gen, args } = o;
  if (args !== null) {
    const outcome = unwrap(ts, gen, result);
    if (outcome === null) advance(o, State.CLOSED);
    return outcome;
  }
  if (result !== null) {
    if (typeOf(result) !== AsyncGenWrappedValueType) return result;
    gen.runningAsync = false;
    advance(o, State.CLOSED);
    return raise(ts, RuntimeErrorType, IGNORED_EXIT);
  }
  gen.runningAsync = false;
  advance(o, State.CLOSED);
  if (swallow(ts, StopAsyncIterationType, GeneratorExitType)) return stopIteration(ts, None);
  return null;
}

function throwThrow(
  ts: ThreadState,
  o: PyAsyncGenThrow,
  type: Value,
  value?: Value,
  tb?: Value,
): Result<Value> {
  const { gen, args } = o;
  if (warnThrow(ts, value) === null) return null;
  if (o.state === State.CLOSED) return raise(ts, RuntimeErrorType, THROW_REUSED);
  if (o.state === State.INIT) {
    if (gen.runningAsync) {
      advance(o, State.CLOSED);
      const what = args === null ? "aclose()" : "athrow()";
      return raise(ts, RuntimeErrorType, `${what}: asynchronous generator is already running`);
    }
    advance(o, State.ITER);
    gen.runningAsync = true;
  }
  const result = throwInto(ts, gen, false, type, value, tb);
  if (args !== null) {
    const outcome = unwrap(ts, gen, result);
    if (outcome === null) advance(o, State.CLOSED);
    return outcome;
  }
  if (result !== null && typeOf(result) === AsyncGenWrappedValueType) {
    gen.runningAsync = false;
    advance(o, State.CLOSED);
    return raise(ts, RuntimeErrorType, IGNORED_EXIT);
  }
  if (result === null) {
    gen.runningAsync = false;
    advance(o, State.CLOSED);
    if (swallow(ts, StopAsyncIterationType, GeneratorExitType)) return stopIteration(ts, None);
  }
  return result;
}

/** `close()` of an awaitable, by its `throw`. */
function closeBy<T extends PyAsyncGenSend | PyAsyncGenThrow>(
  throwing: (ts: ThreadState, o: T, type: Value) => Result<Value>,
) {
  return (ts: ThreadState, o: T): Result<Value> => {
    if (o.state === State.CLOSED) return None;
    const result = throwing(ts, o, GeneratorExitType);
    if (result !== null) return raise(ts, RuntimeErrorType, "coroutine ignored GeneratorExit");
    return swallow(ts, StopIterationType, StopAsyncIterationType, GeneratorExitType) ? None : null;
  };
}

const itself = (_ts: ThreadState, o: PyObject): PyObject => o;
const THROW = "($self, type, value=None, traceback=None, /)";

const AsyncGenSendType: PyType = defineType({
  name: "async_generator_asend",
  slots: {
    am_await: itself,
    tp_iter: itself,
    tp_iternext: (ts, o: PyAsyncGenSend) => sendSend(ts, o, None),
  },
  methods: [
    ["send", "($self, object, /)", sendSend, "Resumes the asynchronous generator.", { hidden: true }],
    ["throw", THROW, sendThrow, "Raises an exception inside the asynchronous generator.", { hidden: true }],
    ["close", "($self, /)", closeBy(sendThrow), "Ends the await.", { hidden: true }],
  ],
});

const AsyncGenThrowType: PyType = defineType({
  name: "async_generator_athrow",
  slots: {
    am_await: itself,
    tp_iter: itself,
    tp_iternext: (ts, o: PyAsyncGenThrow) => throwSend(ts, o, None),
  },
  methods: [
    ["send", "($self, object, /)", throwSend, "Resumes the asynchronous generator.", { hidden: true }],
    ["throw", THROW, throwThrow, "Raises an exception inside the asynchronous generator.", { hidden: true }],
    ["close", "($self, /)", closeBy(throwThrow), "Ends the await.", { hidden: true }],
  ],
});

const anext = (ts: ThreadState, gen: PyAsyncGenerator): Result<Value> =>
  initHooks(ts, gen) === null ? null : new PyAsyncGenSend(gen, None);

function asend(ts: ThreadState, gen: PyAsyncGenerator, value: Value): Result<Value> {
  if (initHooks(ts, gen) === null) return null;
  const awaitable = new PyAsyncGenSend(gen, value);
  warnUnawaited(ts, awaitable, "asend");
  return awaitable;
}

function aclose(ts: ThreadState, gen: PyAsyncGenerator): Result<Value> {
  if (initHooks(ts, gen) === null) return null;
  const awaitable = new PyAsyncGenThrow(gen, null);
  warnUnawaited(ts, awaitable, "aclose");
  return awaitable;
}

/** Makes `async_generator` work. */
export function readyAsyncGeneratorType(): void {
  readyType(AsyncGeneratorType, {
    name: "async_generator",
    flags: TypeFlags.HAS_WEAKREFS,
    slots: {
      tp_repr: generatorRepr("async_generator"),
      am_aiter: itself,
      am_anext: anext,
      tp_finalize: finalise,
    },
    methods: [
      ["asend", "($self, object, /)", asend, "Awaitable that resumes with a value."],
      ["athrow", THROW, athrow, "Awaitable that raises an exception inside.", { hidden: true }],
      ["aclose", "($self, /)", aclose, "Awaitable that ends the generator."],
      ["__sizeof__", "($self, /)", () => 224, "gen.__sizeof__() -> size of gen in memory, in bytes"],
      classGetItem,
    ],
    getset: generatorAttributes("async generator", "ag", "ag_await").map((row) =>
      row[0] === "ag_running"
        ? ["ag_running", (_ts, gen: PyAsyncGenerator) => gen.runningAsync, null, null]
        : row,
    ),
  });
}

function athrow(
  ts: ThreadState,
  gen: PyAsyncGenerator,
  type: Value,
  value?: Value,
  tb?: Value,
): Result<Value> {
  if (warnThrow(ts, value) === null || initHooks(ts, gen) === null) return null;
  const awaitable = new PyAsyncGenThrow(gen, [type, value, tb]);
  warnUnawaited(ts, awaitable, "athrow");
  return awaitable;
}
