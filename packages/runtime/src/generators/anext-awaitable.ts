import {
  CoroutineType,
  callMethod,
  defineType,
  None,
  type PyObject,
  type PyType,
  type Result,
  raise,
  StopAsyncIterationType,
  stopIteration,
  type ThreadState,
  TypeErrorType,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import { awaitableIterator } from "./awaiting.js";
import { nextOrStop, swallow } from "./switch.js";

/** What `anext(iterator, default)` answers: an awaitable that ends with the default where the iterator is exhausted. */
export class PyAnextAwaitable implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly wrapped: Value,
    readonly otherwise: Value,
  ) {
    this.cls = AnextAwaitableType;
  }
}

/** The iterator of the awaitable inside; where that is a coroutine, one that drives it. */
function innerIterator(ts: ThreadState, o: PyAnextAwaitable): Result<Value> {
  const it = awaitableIterator(ts, o.wrapped);
  if (it === null || typeOf(it).tp_iternext !== null) return it;
  const driver = typeOf(it) === CoroutineType ? callMethod(ts, it, "__await__", []) : null;
  if (driver === null && ts.pending === null) {
    const message = `__await__() returned non-iterator of type '${typeName(it)}'`;
    return raise(ts, TypeErrorType, message);
  }
  return driver;
}

/** StopAsyncIteration ends the await with the default. */
function orDefault(ts: ThreadState, o: PyAnextAwaitable, result: Result<Value>): Result<Value> {
  if (result !== null || !swallow(ts, StopAsyncIterationType)) return result;
  return stopIteration(ts, o.otherwise);
}

function step(ts: ThreadState, o: PyAnextAwaitable): Result<Value> {
  const it = innerIterator(ts, o);
  if (it === null) return null;
  const item = nextOrStop(ts, it);
  return item === undefined ? stopIteration(ts, None) : orDefault(ts, o, item);
}

function forward(ts: ThreadState, o: PyAnextAwaitable, method: string, args: Value[]): Result<Value> {
  const it = innerIterator(ts, o);
  return it === null ? null : orDefault(ts, o, callMethod(ts, it, method, args));
}

const itself = (_ts: ThreadState, o: PyAnextAwaitable): Value => o;

const AnextAwaitableType: PyType = defineType({
  name: "anext_awaitable",
  slots: { am_await: itself, tp_iter: itself, tp_iternext: step },
  methods: [
    [
      "send",
      "($self, value, /)",
      (ts, o: PyAnextAwaitable, value: Value) => forward(ts, o, "send", [value]),
      "Sends a value into the awaitable.",
      { hidden: true },
    ],
    [
      "throw",
      "($self, type, value=None, traceback=None, /)",
      (ts, o: PyAnextAwaitable, ...args: (Value | undefined)[]) =>
        forward(
          ts,
          o,
          "throw",
          args.filter((a) => a !== undefined),
        ),
      "Raises an exception inside the awaitable.",
      { hidden: true },
    ],
    [
      "close",
      "($self, /)",
      (ts, o: PyAnextAwaitable) => forward(ts, o, "close", []),
      "Closes the awaitable.",
      { hidden: true },
    ],
  ],
});
