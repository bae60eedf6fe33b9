import {
  call,
  defineStructSequence,
  defineType,
  importName,
  isCallable,
  isInstance,
  type KwNames,
  type ModuleSpec,
  None,
  newException,
  PyFloat,
  type PyInstance,
  PyPlainObject,
  PyStructSequence,
  type Result,
  RuntimeErrorType,
  raise,
  raiseValue,
  SystemExitType,
  strFromJs,
  type ThreadState,
  TupleType,
  TypeErrorType,
  TypeFlags,
  toIndex,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { LockType, MAIN_THREAD, PyLock, RLockType } from "./locks.js";

/** Attributes of a thread: with one thread, plain attributes. */
class PyLocal extends PyPlainObject {
  attrs: PyInstance | null = null;
}

const LocalType = defineType({
  name: "_thread._local",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS,
  doc: "Data of a thread.",
  signature: "()",
  slots: {
    tp_new(ts, cls, args, kwnames) {
      const overridden = cls !== LocalType;
      if (!overridden && (args.length > 0 || kwnames !== null)) {
        return raise(ts, TypeErrorType, "Initialization arguments are not supported");
      }
      return new PyLocal(cls);
    },
  },
});

/** A thread as `threading` sees it. */
class PyThreadHandle extends PyPlainObject {
  ident = 0;
  done = false;
}

const ThreadHandleType = defineType({
  name: "_thread._ThreadHandle",
  doc: "A thread.",
  slots: {
    tp_new: (_ts, cls) => new PyThreadHandle(cls),
    tp_repr: (_ts, self: PyThreadHandle) => strFromJs(`<_thread._ThreadHandle object: ident=${self.ident}>`),
  },
  methods: [
    ["join", "($self, timeout=None, /)", () => None, null, { hidden: true }],
    ["is_done", "($self, /)", (_ts, self: PyThreadHandle) => self.done],
    [
      "_set_done",
      "($self, /)",
      (_ts, self: PyThreadHandle) => {
        self.done = true;
        return None;
      },
    ],
  ],
  getset: [["ident", (_ts, self: PyThreadHandle) => self.ident]],
});

const ExceptHookArgsType = defineStructSequence({
  name: "_thread._ExceptHookArgs",
  doc: "Arguments of threading.excepthook.",
  fields: [
    ["exc_type", "exception type"],
    ["exc_value", "exception value"],
    ["exc_traceback", "exception traceback"],
    ["thread", "thread"],
  ],
});

function startThread(ts: ThreadState, _m: Value, args: Value[], _kwnames: KwNames): Result<Value> {
  if (args.length < 1 || !isCallable(args[0])) return raise(ts, TypeErrorType, "first arg must be callable");
  if (args.length > 1 && !isInstance(args[1], TupleType)) {
    return raise(ts, TypeErrorType, "2nd arg must be a tuple");
  }
  return raise(ts, RuntimeErrorType, "can't start new thread");
}

/** `_thread`: locks and data of threads, of which there is one. */
export const threadModule: ModuleSpec = {
  name: "_thread",
  doc: "Locks, and the only thread.",
  types: [LockType, RLockType, LocalType, ThreadHandleType, ExceptHookArgsType],
  attributes: { error: RuntimeErrorType, TIMEOUT_MAX: new PyFloat(9223372036), LockType },
  functions: [
    ["allocate_lock", "($module, /)", () => new PyLock(LockType), "A new lock."],
    ["allocate", "($module, /)", () => new PyLock(LockType), "A new lock."],
    ["get_ident", "($module, /)", () => MAIN_THREAD, "Identity of the thread."],
    ["get_native_id", "($module, /)", (ts) => ts.interp.host.pid(), "Identity of the thread to the system."],
    ["_get_main_thread_ident", "($module, /)", () => MAIN_THREAD],
    ["_is_main_interpreter", "($module, /)", () => true],
    ["_count", "($module, /)", () => 0, "Threads besides the main one."],
    [
      "stack_size",
      "($module, size=0, /)",
      (ts, _m, size: Value | undefined) => {
        const n = size === undefined ? 0 : toIndex(ts, size);
        if (n === null) return null;
        return n < 0 ? raise(ts, ValueErrorType, "size must be 0 or a positive value") : 0;
      },
      "Size of a thread's stack.",
    ],
    ["daemon_threads_allowed", "($module, /)", () => true],
    [
      "start_new_thread",
      "($module, function, args, kwargs={}, /)",
      startThread,
      "Threads can't be started.",
      { raw: true },
    ],
    [
      "start_new",
      "($module, function, args, kwargs={}, /)",
      startThread,
      "Threads can't be started.",
      { raw: true },
    ],
    [
      "start_joinable_thread",
      "($module, /, function, handle=None, daemon=True)",
      (ts, _m, fn: Value) =>
        isCallable(fn)
          ? raise(ts, RuntimeErrorType, "can't start new thread")
          : raise(ts, TypeErrorType, "thread function must be callable"),
    ],
    [
      "_make_thread_handle",
      "($module, ident, /)",
      (ts, _m, ident: Value) => {
        const n = toIndex(ts, ident);
        if (n === null) return null;
        const handle = new PyThreadHandle(ThreadHandleType);
        handle.ident = Number(n);
        return handle;
      },
    ],
    ["_shutdown", "($module, /)", () => None],
    ["exit", "($module, /)", (ts) => raiseValue(ts, newException(SystemExitType, [])), "Ends the thread."],
    [
      "exit_thread",
      "($module, /)",
      (ts) => raiseValue(ts, newException(SystemExitType, [])),
      "Ends the thread.",
    ],
    [
      "_excepthook",
      "($module, args, /)",
      (ts, _m, args: Value) => {
        if (!(args instanceof PyStructSequence)) {
          return raise(ts, TypeErrorType, "_thread._excepthook argument type must be ExceptHookArgs");
        }
        const print = importName(ts, "traceback", "print_exception");
        return print === null ? null : call(ts, print, args.items.slice(0, 3));
      },
    ],
  ],
};
