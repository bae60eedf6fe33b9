import {
  asDouble,
  bindKeywords,
  defineType,
  isTrue,
  type KwNames,
  type MethodRow,
  None,
  objectId,
  PyPlainObject,
  PyTuple,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  strFromJs,
  type ThreadState,
  TypeFlags,
  toInt,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** The one thread of an interpreter. */
export const MAIN_THREAD = 1;

/** A lock. There is one thread, so waiting for a lock that is held would never end: it times out at once. */
export class PyLock extends PyPlainObject {
  locked = false;
}

/** A lock that its owner may take again. */
export class PyRLock extends PyPlainObject {
  count = 0;
}

/** Checks `blocking` and `timeout` of `acquire`; seconds to wait at the most. */
function waiting(ts: ThreadState, args: Value[], kwnames: KwNames): Result<number> {
  const bound = bindKeywords(ts, "acquire", args, kwnames, ["blocking", "timeout"]);
  if (bound === null) return null;
  const blocking = bound[0] === undefined ? true : isTrue(ts, bound[0]);
  if (blocking === null) return null;
  const timeout = bound[1] === undefined ? -1 : asDouble(ts, bound[1]);
  if (timeout === null) return null;
  if (!blocking && timeout !== -1) {
    return raise(ts, ValueErrorType, "can't specify a timeout for a non-blocking call");
  }
  if (timeout < 0 && timeout !== -1) {
    return raise(ts, ValueErrorType, "timeout value must be a non-negative number");
  }
  return blocking ? timeout : 0;
}

function acquire(ts: ThreadState, self: PyLock, args: Value[], kwnames: KwNames): Result<Value> {
  const seconds = waiting(ts, args, kwnames);
  if (seconds === null) return null;
  if (!self.locked) {
    self.locked = true;
    return true;
  }
  if (seconds < 0)
    return raise(ts, RuntimeErrorType, "deadlock: the only thread waits for a lock that it holds");
  if (seconds > 0) ts.interp.host.sleep(seconds);
  return false;
}

function release(ts: ThreadState, self: PyLock): Result<Value> {
  if (!self.locked) return raise(ts, RuntimeErrorType, "release unlocked lock");
  self.locked = false;
  return None;
}

const ACQUIRE = "($self, /, blocking=True, timeout=-1)";

const lockMethods: readonly MethodRow[] = [
  ["acquire", ACQUIRE, acquire, "Takes the lock.", { raw: true }],
  ["acquire_lock", ACQUIRE, acquire, "Takes the lock.", { raw: true }],
  ["release", "($self, /)", release, "Gives the lock back."],
  ["release_lock", "($self, /)", release, "Gives the lock back."],
  ["locked", "($self, /)", (_ts, self: PyLock) => self.locked, "Is it taken?"],
  ["locked_lock", "($self, /)", (_ts, self: PyLock) => self.locked, "Is it taken?"],
  ["__enter__", "($self, /)", (ts, self: PyLock) => acquire(ts, self, [], null)],
  ["__exit__", "($self, /, *exc_info)", (ts, self: PyLock) => release(ts, self)],
  [
    "_at_fork_reinit",
    "($self, /)",
    (_ts, self: PyLock) => {
      self.locked = false;
      return None;
    },
  ],
];

const address = (ts: ThreadState, v: Value): string => `0x${objectId(ts, v).toString(16)}`;

/** `_thread.lock`. */
export const LockType: PyType = defineType({
  name: "_thread.lock",
  flags: TypeFlags.HAS_WEAKREFS,
  doc: "A lock.",
  signature: "()",
  slots: {
    tp_new: (_ts, cls) => new PyLock(cls),
    tp_repr: (ts, self: PyLock) =>
      strFromJs(`<${self.locked ? "locked" : "unlocked"} _thread.lock object at ${address(ts, self)}>`),
  },
  methods: lockMethods,
});

function acquireAgain(ts: ThreadState, self: PyRLock, args: Value[], kwnames: KwNames): Result<Value> {
  if (waiting(ts, args, kwnames) === null) return null;
  self.count++;
  return true;
}

function releaseOnce(ts: ThreadState, self: PyRLock): Result<Value> {
  if (self.count === 0) return raise(ts, RuntimeErrorType, "cannot release un-acquired lock");
  self.count--;
  return None;
}

/** `_thread.RLock`. */
export const RLockType: PyType = defineType({
  name: "_thread.RLock",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_WEAKREFS,
  doc: "A lock that its owner may take again.",
  slots: {
    tp_new: (_ts, cls) => new PyRLock(cls),
    tp_repr: (ts, self: PyRLock) =>
      strFromJs(
        `<${self.count > 0 ? "locked" : "unlocked"} ${self.cls.tpName} object owner=${self.count > 0 ? MAIN_THREAD : 0} count=${self.count} at ${address(ts, self)}>`,
      ),
  },
  methods: [
    ["acquire", ACQUIRE, acquireAgain, "Takes the lock.", { raw: true }],
    ["release", "($self, /)", releaseOnce, "Gives the lock back."],
    ["locked", "($self, /)", (_ts, self: PyRLock) => self.count > 0, "Is it taken?"],
    ["__enter__", "($self, /)", (ts, self: PyRLock) => acquireAgain(ts, self, [], null)],
    ["__exit__", "($self, /, *exc_info)", (ts, self: PyRLock) => releaseOnce(ts, self)],
    ["_is_owned", "($self, /)", (_ts, self: PyRLock) => self.count > 0],
    ["_recursion_count", "($self, /)", (_ts, self: PyRLock) => self.count],
    [
      "_release_save",
      "($self, /)",
      (ts, self: PyRLock) => {
        if (self.count === 0) return raise(ts, RuntimeErrorType, "cannot release un-acquired lock");
        const state = new PyTuple([self.count, MAIN_THREAD]);
        self.count = 0;
        return state;
      },
    ],
    [
      "_acquire_restore",
      "($self, state, /)",
      (_ts, self: PyRLock, state: Value) => {
        self.count = state instanceof PyTuple ? Number(toInt(state.items[0]) ?? 0) : 0;
        return None;
      },
    ],
    [
      "_at_fork_reinit",
      "($self, /)",
      (_ts, self: PyRLock) => {
        self.count = 0;
        return None;
      },
    ],
  ],
});
