import { fillNamespace } from "./native-namespace.js";
import type { Value } from "./object.js";
import type { ThreadState } from "./thread-state.js";
import type { PyType } from "./type.js";
import { freshVersion } from "./versions.js";

/**
 * A class's own attributes. The namespace of a native type is filled on the first look, so nothing
 * but this function may touch `PyType.namespace`.
 */
export function namespaceOf(type: PyType): Map<string, Value> {
  if (type.pendingSpec !== null) fillNamespace(type);
  return type.namespace;
}

/**
 * An attribute of a class, looked up along its MRO (CPython `_PyType_Lookup`): `undefined` when there
 * is none. Not bound, and the metaclass is not asked.
 */
export function lookup(type: PyType, name: string): Value | undefined {
  const cached = type.lookupCache.get(name);
  if (cached !== undefined) return cached === null ? undefined : cached;
  return lookupSlow(type, name);
}

function lookupSlow(type: PyType, name: string): Value | undefined {
  const { mro } = type;
  for (let i = 0; i < mro.length; i++) {
    const value = namespaceOf(mro[i]).get(name);
    if (value !== undefined) {
      type.lookupCache.set(name, value);
      return value;
    }
  }
  type.lookupCache.set(name, null);
  return undefined;
}

/** Like {@link lookup}, along the part of the MRO that follows `after` (`super`). */
export function lookupAfter(type: PyType, after: PyType, name: string): Value | undefined {
  const { mro } = type;
  for (let i = mro.indexOf(after) + 1; i < mro.length && i > 0; i++) {
    const value = namespaceOf(mro[i]).get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * Renews the versions of a heap type and of all its subclasses, with their shapes, and forgets what was looked up: one
 * name after that attribute changed, everything after the bases did.
 */
export function typeModified(ts: ThreadState, type: PyType, name?: string): void {
  type.version = freshVersion();
  type.rootShape?.renew();
  type.dictShape?.renew();
  if (name === undefined) type.lookupCache.clear();
  else type.lookupCache.delete(name);
  if (type.subclasses === null) return;
  for (const ref of type.subclasses) {
    const sub = ref.deref();
    if (sub === undefined) type.subclasses.delete(ref);
    else typeModified(ts, sub, name);
  }
}
