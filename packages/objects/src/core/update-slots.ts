import { PyWrapperDescriptor } from "../types/descriptors/py-descriptors.js";
import { None } from "../types/none/singletons.js";
import { isNewFunction } from "../types/type/new-function.js";
import { unhashable } from "./compare.js";
import { glueFor, slotsOf } from "./slot-glue.js";
import { slotDefsByName, slotDefsBySlot, slotNames } from "./slot-table.js";
import type { SlotName } from "./slots.js";
import { type PyType, TypeFlags } from "./type.js";
import { lookup, namespaceOf } from "./type-lookup.js";

/** The only slot of those with this dunder method that the type fills now, if there is just one (CPython `resolve_slotdups`). */
function onlySlot(type: PyType, name: string): SlotName | null {
  let only: SlotName | null = null;
  for (const { slot } of slotDefsByName.get(name) ?? []) {
    if (slotsOf(type)[slot] === null) continue;
    if (only !== null) return null;
    only = slot;
  }
  return only;
}

/**
 * Fills one slot of a heap class from the dunder methods that its MRO has now: with the native
 * function itself where all of them are wrappers of it, else with the glue (CPython `update_one_slot`).
 */
function updateSlot(type: PyType, slot: SlotName): void {
  let native: unknown = null;
  let onlyNative = true;
  let hasGlue = false;
  let hooked = false;
  for (const def of slotDefsBySlot.get(slot) ?? []) {
    const method = lookup(type, def.name);
    if (method === undefined) continue;
    if (method instanceof PyWrapperDescriptor && method.def.name === def.name) {
      // Both `mp_subscript` and `sq_item` are `__getitem__`: the wrapper of one says nothing about the other.
      const only = onlySlot(type, def.name);
      if (only === null || only === slot) hasGlue = !def.wrapperOnly;
      const fits = method.def.slot === slot && type.mro.includes(method.owner);
      if (fits && (native === null || native === method.fn)) native = method.fn;
      else onlyNative = false;
    } else if (slot === "tp_new" && isNewFunction(method)) {
      native = (method.self as PyType).tp_new;
    } else if (slot === "tp_hash" && method === None) {
      native = unhashable;
    } else {
      onlyNative = false;
      hasGlue = !def.wrapperOnly;
      if (def.shape === "getattr") hooked = true;
    }
  }
  const fn = native !== null && onlyNative ? native : hasGlue && !onlyNative ? glueFor(slot, hooked) : null;
  slotsOf(type)[slot] = fn as ReturnType<typeof glueFor> | null;
}

/** Fills all slots of a new heap class, whose MRO and namespace are complete. */
export function fillSlots(type: PyType): void {
  const base = type.base as PyType;
  const own = slotsOf(type);
  const inherited = slotsOf(base);
  for (const slot of slotNames) if (own[slot] !== inherited[slot]) own[slot] = inherited[slot];
  const { mro } = type;
  if (mro.length === base.mro.length + 1 && mro.every((t, i) => i === 0 || t === base.mro[i - 1])) {
    // A chain of single bases: only what the class itself defines can differ.
    for (const name of type.namespace.keys()) {
      if (!name.startsWith("__")) continue;
      for (const def of slotDefsByName.get(name) ?? []) updateSlot(type, def.slot);
    }
    return;
  }
  for (const slot of slotNames) {
    own[slot] = null;
    for (let i = 1; i < mro.length && own[slot] === null; i++) own[slot] = slotsOf(mro[i])[slot];
  }
  for (const slot of slotNames) if (slotDefsBySlot.has(slot)) updateSlot(type, slot);
}

/** Brings slots up to date after the attribute `name` of a heap class was set or deleted, in its subclasses too. */
export function updateSlotsFor(type: PyType, name: string): void {
  const defs = slotDefsByName.get(name);
  if (defs === undefined) return;
  for (const def of defs) updateSlot(type, def.slot);
  for (const ref of type.subclasses ?? []) {
    const sub = ref.deref();
    if (sub !== undefined && !namespaceOf(sub).has(name)) updateSlotsFor(sub, name);
  }
}

/** Fills all slots again, in subclasses too, after the MRO changed. */
export function refillSlots(type: PyType): void {
  if ((type.flags & TypeFlags.HEAP) === 0) return;
  fillSlots(type);
  for (const ref of type.subclasses ?? []) {
    const sub = ref.deref();
    if (sub !== undefined) refillSlots(sub);
  }
}
