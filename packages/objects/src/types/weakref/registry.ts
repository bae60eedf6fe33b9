import { call } from "../../core/call.js";
import { raise, typeName } from "../../core/errors.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { isCallable } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { None } from "../none/singletons.js";
import { CallableProxyType, ProxyType, PyWeakRef, ReferenceType } from "./py-weak-ref.js";

/** Weak references of one interpreter. */
interface Registry {
  /** All references to an object, the shared one first. */
  readonly refs: WeakMap<PyObject, PyWeakRef[]>;
  /** Tells when objects that have references with callbacks are gone. */
  readonly gone: FinalizationRegistry<PyWeakRef>;
  /** References whose callbacks are due. */
  due: PyWeakRef[];
}

const key = {};

function registry(ts: ThreadState): Registry {
  return ts.interp.state<Registry>(key, () => {
    const made: Registry = {
      refs: new WeakMap(),
      gone: new FinalizationRegistry((ref) => made.due.push(ref)),
      due: [],
    };
    return made;
  });
}

/** All weak references and proxies to an object (`weakref.getweakrefs`). */
export function weakRefsOf(ts: ThreadState, v: Value): readonly PyWeakRef[] {
  return typeof v === "object" ? (registry(ts).refs.get(v) ?? []) : [];
}

/** Makes a weak reference, or gives the one that exists if it has no callback either. Raises TypeError. */
export function newWeakRef(ts: ThreadState, v: Value, callback: Value, cls: PyType): Result<PyWeakRef> {
  if (typeof v !== "object" || (v.cls.flags & TypeFlags.HAS_WEAKREFS) === 0) {
    return raise(ts, TypeErrorType, `cannot create weak reference to '${typeName(v)}' object`);
  }
  const { refs, gone } = registry(ts);
  let known = refs.get(v);
  if (known === undefined) {
    known = [];
    refs.set(v, known);
  }
  const shareable =
    callback === None && (cls === ReferenceType || cls === ProxyType || cls === CallableProxyType);
  const shared = shareable ? known.find((ref) => ref.cls === cls && ref.callback === null) : undefined;
  if (shared !== undefined) return shared;
  const made = new PyWeakRef(v, callback === None ? null : callback, cls);
  // Shared references come first, and a shared proxy after the shared reference, as in CPython.
  if (!shareable) known.push(made);
  else if (cls === ReferenceType) known.unshift(made);
  else known.splice(known[0]?.cls === ReferenceType ? 1 : 0, 0, made);
  if (made.callback !== null) gone.register(v, made);
  return made;
}

/** `weakref.proxy(v, callback)`. */
export function newWeakProxy(ts: ThreadState, v: Value, callback: Value): Result<PyWeakRef> {
  return newWeakRef(ts, v, callback, isCallable(v) ? CallableProxyType : ProxyType);
}

/**
 * Calls the callbacks of references whose referents have gone since the last time. The host reports
 * those only between tasks, so the runtime asks when it comes back to its event loop.
 */
export function runWeakRefCallbacks(ts: ThreadState): void {
  const state = registry(ts);
  const { due } = state;
  if (due.length === 0) return;
  state.due = [];
  for (const ref of due) {
    const { callback } = ref;
    ref.callback = null;
    if (callback === null) continue;
    if (call(ts, callback, [ref]) === null) ts.interp.evaluator.unraisable(ts, callback);
  }
}
