import { ObjectType } from "./builtin-types.js";
import { unhashable } from "./compare.js";
import { InternalError } from "./errors.js";
import { Contradiction, linearise } from "./mro.js";
import type { TypeSpec } from "./native.js";
import { slotsOf } from "./slot-glue.js";
import { slotNames } from "./slot-table.js";
import type { SlotName } from "./slots.js";
import { type PyType, TypeFlags } from "./type.js";
import { freshVersion } from "./versions.js";

/** Flags that a type takes over from its base. */
export const INHERITED_FLAGS =
  TypeFlags.HAS_DICT |
  TypeFlags.HAS_WEAKREFS |
  TypeFlags.INLINE_FIELDS |
  TypeFlags.SEQUENCE |
  TypeFlags.MAPPING |
  TypeFlags.VAR_SIZED |
  TypeFlags.EXC_FIELDS |
  TypeFlags.INT_SUBCLASS |
  TypeFlags.LIST_SUBCLASS |
  TypeFlags.TUPLE_SUBCLASS |
  TypeFlags.BYTES_SUBCLASS |
  TypeFlags.STR_SUBCLASS |
  TypeFlags.DICT_SUBCLASS |
  TypeFlags.EXC_SUBCLASS |
  TypeFlags.TYPE_SUBCLASS |
  TypeFlags.FLOAT_SUBCLASS |
  TypeFlags.SET_SUBCLASS;

/**
 * Makes a bare native type work (CPython `PyType_Ready`): bases, MRO, flags and slots now, the
 * namespace when it is first looked at. Its bases must be ready.
 */
export function readyType(type: PyType, spec: TypeSpec): void {
  const dot = spec.name.lastIndexOf(".");
  type.tpName = spec.name;
  type.name = spec.name.slice(dot + 1);
  type.qualname = type.name;
  type.bases = spec.bases ?? (type === ObjectType ? [] : [spec.base ?? ObjectType]);
  const base = spec.base ?? type.bases[0] ?? null;
  type.base = base;
  const mro = linearise(type, type.bases);
  if (mro instanceof Contradiction) throw new InternalError(`no MRO for ${spec.name}`);
  type.mro = mro;
  type.flags |= (spec.flags ?? 0) | TypeFlags.IMMUTABLE;
  if (base !== null) {
    if (base.mro.length === 0) throw new InternalError(`the base of ${spec.name} is not ready`);
    // `object` has fields only in its heap subclasses; a native type says for itself where its state is.
    type.flags |= base.flags & (base === ObjectType ? 0 : INHERITED_FLAGS);
  }
  fillNativeSlots(type, spec);
  type.doc = spec.doc ?? null;
  type.signature = spec.signature ?? null;
  type.pendingSpec = spec;
  type.version = freshVersion();
  for (const b of type.bases) b.nativeSubclasses.push(type);
  if (type.tp_new === null) type.flags |= TypeFlags.DISALLOW_INSTANTIATION;
}

/** Slots that each native type fills, inherited ones included: most types fill few of the many. */
const filledSlots = new WeakMap<PyType, readonly SlotName[]>();

function fillNativeSlots(type: PyType, spec: TypeSpec): void {
  const own = slotsOf(type);
  const given = (spec.slots ?? {}) as Partial<typeof own>;
  const filled: SlotName[] = [];
  for (const slot of Object.keys(given) as SlotName[]) {
    const fn = given[slot];
    if (fn === undefined || fn === null) continue;
    own[slot] = fn;
    filled.push(slot);
  }
  for (let i = 1; i < type.mro.length; i++) {
    const inherited = slotsOf(type.mro[i]);
    for (const slot of filledSlots.get(type.mro[i]) ?? slotNames) {
      if (own[slot] !== null || given[slot] === null || inherited[slot] === null) continue;
      own[slot] = inherited[slot];
      filled.push(slot);
    }
    // What a type inherits holds all that its bases have, unless there are several bases.
    if (type.bases.length === 1) break;
  }
  // `object.__new__` makes plain objects: a native type without a `tp_new` of its own has no instances to make.
  if (given.tp_new === undefined && type.tp_new === ObjectType.tp_new && type !== ObjectType)
    type.tp_new = null;
  // Equality without a hash of its own makes instances unhashable; and neither is inherited without the other.
  if (given.tp_hash === null || (given.tp_richcompare && given.tp_hash === undefined))
    type.tp_hash = unhashable;
  filledSlots.set(type, filled);
}
