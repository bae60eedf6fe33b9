import { ObjectType, PyPlainObject, type Result, type ThreadState, type Value } from "@adder/objects";
import { eventNames, UNGROUPED_EVENTS } from "./events.js";

/** Tools that Python programs can be: 0 to 5. */
export const USER_TOOLS = 6;
/** The tool that `sys.setprofile` is. */
export const PROFILE_TOOL = 6;
/** The tool that `sys.settrace` is. */
export const TRACE_TOOL = 7;
/** All tools. */
export const TOOLS = 8;

/** `sys.monitoring.DISABLE`: a callback that returns it is not called again for the same place. */
export const DISABLE: Value = new PyPlainObject(ObjectType);
/** `sys.monitoring.MISSING`: stands for the first argument of a call without arguments. */
export const MISSING: Value = new PyPlainObject(ObjectType);

/** A callback of Adder's own. It gets what Python's get: the code object and what the event says. */
export class NativeCallback {
  constructor(
    readonly call: (ts: ThreadState, args: readonly Value[]) => Result<Value>,
    /** The Python function that it stands for, where `register_callback` has wrapped one. */
    readonly wrapped: Value | null = null,
  ) {}
}

/** What is called for an event of a tool. */
export type Callback = Value | NativeCallback;

/** Who wants to be told what in one interpreter (CPython `PyInterpreterState.monitors` and its neighbours). */
export class Monitoring {
  /** Names of the tools in use. */
  readonly names = new Array<Value | null>(USER_TOOLS).fill(null);
  /** By tool, then by event. */
  readonly callbacks = Array.from({ length: TOOLS }, () =>
    new Array<Callback | null>(eventNames.length).fill(null),
  );
  /** Tools that want an event of all code, as bits, by event. */
  readonly tools = new Uint8Array(UNGROUPED_EVENTS);
  /** Local events of a tool that were set before its version do not count any more. */
  readonly toolVersions = new Int32Array(TOOLS);
  /** Counts changes; code that was instrumented under another version is to be looked at again. */
  version = 1;
  /** The version of the last `restart_events()`. */
  restarted = 0;
}

/** The monitoring of an interpreter, made on first use. */
export function monitoringOf(ts: ThreadState): Monitoring {
  return (ts.interp.monitoring ??= new Monitoring()) as Monitoring;
}
