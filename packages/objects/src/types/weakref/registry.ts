import { call } from "../../core/call.js";
import { raise, typeName } from "../../core/errors.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { isCallable } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { None } from "../none/singletons.js";
import { CallableProxyType, ProxyType, PyWeakRef, ReferenceType } from "./py-weak-ref.js";

/** All references to an object, the shared one first; held weakly, since a reference may go before its referent. */
type References = WeakMap<PyObject, WeakRef<PyWeakRef>[]>;

const key = {};

const referencesOf = (ts: ThreadState): References => ts.interp.state<References>(key, () => new WeakMap());

/** All weak references and proxies to an object (`weakref.getweakrefs`). */
export function weakRefsOf(ts: ThreadState, v: Value): readonly PyWeakRef[] {
  const known = typeof v === "object" ? referencesOf(ts).get(v) : undefined;
  return known === undefined ? [] : known.map((ref) => ref.deref()).filter((ref) => ref !== undefined);
}

/** Makes a weak reference, or gives the one that exists if it has no callback either. Raises TypeError. */
export function newWeakRef(ts: ThreadState, v: Value, callback: Value, cls: PyType): Result<PyWeakRef> {
  if (typeof v !== "object" || (v.cls.flags & TypeFlags.HAS_WEAKREFS) === 0) {
    return raise(ts, TypeErrorType, `cannot create weak reference to '${typeName(v)}' object`);
  }
  const references = referencesOf(ts);
  const known = weakRefsOf(ts, v);
  const shareable =
    callback === None && (cls === ReferenceType || cls === ProxyType || cls === CallableProxyType);
  const shared = shareable ? known.find((ref) => ref.cls === cls && ref.callback === null) : undefined;
  if (shared !== undefined) return shared;
  const made = new PyWeakRef(v, callback === None ? null : callback, cls);
  const self = new WeakRef(made);
  const alive = references.get(v)?.filter((ref) => ref.deref() !== undefined) ?? [];
  // Shared references come first, and a shared proxy after the shared reference, as in CPython.
  if (!shareable) alive.push(self);
  else if (cls === ReferenceType) alive.unshift(self);
  else alive.splice(known[0]?.cls === ReferenceType ? 1 : 0, 0, self);
  references.set(v, alive);
  const { departures } = ts.interp;
  departures.looked();
  if (made.callback !== null) {
    departures.watchReference(made.target, (thread) => {
      const ref = self.deref();
      if (ref !== undefined) runCallback(thread, ref);
    });
  }
  return made;
}

/** `weakref.proxy(v, callback)`. */
export function newWeakProxy(ts: ThreadState, v: Value, callback: Value): Result<PyWeakRef> {
  return newWeakRef(ts, v, callback, isCallable(v) ? CallableProxyType : ProxyType);
}

/** Calls the callback of a reference whose referent has gone. */
function runCallback(ts: ThreadState, ref: PyWeakRef): void {
  const { callback } = ref;
  ref.callback = null;
  if (callback === null || call(ts, callback, [ref]) !== null) return;
  ts.interp.evaluator.unraisable(ts, callback, "Exception ignored while calling weakref callback");
}
