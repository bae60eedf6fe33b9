import {
  classGetItem,
  defineType,
  ExceptionType,
  isTrue,
  type KwNames,
  type ModuleSpec,
  None,
  newException,
  noKeywords,
  OverflowErrorType,
  type PyInstance,
  PyPlainObject,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  raiseValue,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toFloat,
  toInt,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { DequeType } from "../_collections/deque.js";
import { PyDeque } from "../_collections/py-deque.js";
import { pause } from "../pause.js";

const EmptyType = defineType({
  name: "_queue.Empty",
  base: ExceptionType,
  flags: TypeFlags.BASETYPE,
  doc: "A queue that is not waited for has nothing.",
});

class PySimpleQueue extends PyPlainObject {
  attrs: PyInstance | null = null;
  readonly items = new PyDeque(DequeType);
}

/** How long `get` waits at the most, in seconds; infinite without a timeout. */
function patience(ts: ThreadState, timeout: Value): Result<number> {
  if (timeout === None) return Number.POSITIVE_INFINITY;
  const seconds = toFloat(timeout) ?? toInt(timeout);
  if (seconds === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `'${typeName(timeout)}' object cannot be interpreted as an integer or float`,
    );
  }
  if (seconds < 0) return raise(ts, ValueErrorType, "'timeout' must be a non-negative number");
  if (seconds > 9.2e9) return raise(ts, OverflowErrorType, "timestamp too large to convert to C PyTime_t");
  return Number(seconds);
}

function get(ts: ThreadState, self: PySimpleQueue, blockValue?: Value, timeout: Value = None): Result<Value> {
  const block = blockValue === undefined ? true : isTrue(ts, blockValue);
  if (block === null) return null;
  const seconds = block ? patience(ts, timeout) : 0;
  if (seconds === null) return null;
  if (self.items.size > 0) return self.items.shift();
  // There is no other thread that could put something.
  if (seconds === Number.POSITIVE_INFINITY) {
    return raise(ts, RuntimeErrorType, "deadlock: the only thread waits for an item of an empty queue");
  }
  if (seconds > 0 && pause(ts, seconds) === null) return null;
  // The handler of a signal may have put something meanwhile.
  return self.items.size > 0 ? self.items.shift() : raiseValue(ts, newException(EmptyType, []));
}

function put(_ts: ThreadState, self: PySimpleQueue, item: Value): Value {
  self.items.push(item);
  return None;
}

function create(ts: ThreadState, cls: PyType, args: readonly Value[], kwnames: KwNames): Result<Value> {
  if (cls === SimpleQueueType && noKeywords(ts, "SimpleQueue", kwnames) === null) return null;
  if (cls === SimpleQueueType && args.length > 0) {
    return raise(ts, TypeErrorType, "SimpleQueue() takes no positional arguments");
  }
  return new PySimpleQueue(cls);
}

/** `_queue.SimpleQueue`. */
const SimpleQueueType: PyType = defineType({
  name: "_queue.SimpleQueue",
  doc: "A queue without bound: first in, first out.",
  signature: "()",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_WEAKREFS,
  slots: { tp_new: create },
  methods: [
    ["empty", "($self, /)", (_ts, self: PySimpleQueue) => self.items.size === 0, "Is there nothing?"],
    [
      "get",
      "($self, /, block=True, timeout=None)",
      get,
      "Takes the first item; waits for one unless told otherwise.",
    ],
    [
      "get_nowait",
      "($self, /)",
      (ts, self: PySimpleQueue) => get(ts, self, false),
      "Takes the first item without waiting.",
    ],
    ["put", "($self, /, item, block=True, timeout=None)", put, "Adds an item, which never waits."],
    ["put_nowait", "($self, /, item)", put, "Adds an item."],
    ["qsize", "($self, /)", (_ts, self: PySimpleQueue) => self.items.size, "How many items there are."],
    ["__class_getitem__", "($type, object, /)", classGetItem, "See PEP 585", { binding: "class" }],
  ],
});

/** `_queue` (CPython `Modules/_queuemodule.c`). */
export const queueModule: ModuleSpec = {
  name: "_queue",
  doc: "What the module queue is made of.",
  attributes: { Empty: EmptyType, SimpleQueue: SimpleQueueType },
};
