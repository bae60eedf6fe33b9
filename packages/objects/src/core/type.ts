import type { Shape } from "./fields.js";
import type { TypeSpec } from "./native.js";
import type { PyObject, Value } from "./object.js";
import type * as S from "./slots.js";

/** Bits of `PyType.flags`. */
export const TypeFlags = {
  /** Made by a class statement or `type()`; may be changed from Python. */
  HEAP: 1 << 0,
  /** May be a base class. */
  BASETYPE: 1 << 1,
  /** Attributes of instances may not be changed from Python (static types). */
  IMMUTABLE: 1 << 2,
  /** Instances are `PyInstance`s themselves: attribute fields inline. */
  INLINE_FIELDS: 1 << 3,
  /** Instances have a `__dict__`. */
  HAS_DICT: 1 << 4,
  /** Instances can be weakly referenced. */
  HAS_WEAKREFS: 1 << 5,
  /** `object()`-like creation is refused ("cannot create 'x' instances"). */
  DISALLOW_INSTANTIATION: 1 << 6,
  IS_ABSTRACT: 1 << 7,
  /** Matched as a sequence / mapping by `match`. */
  SEQUENCE: 1 << 8,
  MAPPING: 1 << 9,
  /** Subclass of a built-in type, as CPython's `Py_TPFLAGS_*_SUBCLASS`. */
  INT_SUBCLASS: 1 << 16,
  LIST_SUBCLASS: 1 << 17,
  TUPLE_SUBCLASS: 1 << 18,
  BYTES_SUBCLASS: 1 << 19,
  STR_SUBCLASS: 1 << 20,
  DICT_SUBCLASS: 1 << 21,
  EXC_SUBCLASS: 1 << 22,
  TYPE_SUBCLASS: 1 << 23,
  FLOAT_SUBCLASS: 1 << 24,
  SET_SUBCLASS: 1 << 25,
  /** Methods (functions, method descriptors) that LOAD_ATTR may leave unbound. */
  METHOD_DESCRIPTOR: 1 << 26,
  /** A native type with more native state than its base, which is not `object` (with base `object` that goes without saying). */
  OWN_LAYOUT: 1 << 27,
  /** Instances vary in size (int, tuple, bytes, type): subclasses may have no slots and no weak references. */
  VAR_SIZED: 1 << 28,
  /** Exceptions with fields that come from their arguments (StopIteration, OSError ...). */
  EXC_FIELDS: 1 << 29,
} as const;

/** A class: `type` and everything that derives from it. */
export class PyType implements PyObject, S.Slots {
  /** `type(self)`. */
  cls: PyType;
  /** `__name__`. */
  name: string;
  /** `__qualname__`. */
  qualname: string;
  /** The name in messages: CPython's `tp_name`, with the module for static types outside builtins. */
  tpName: string;
  /** Bits of {@link TypeFlags}. */
  flags = 0;
  /** `__base__`, the base whose layout the type extends; `null` for `object` alone. */
  base: PyType | null = null;
  /** `__bases__`. */
  bases: readonly PyType[] = [];
  /** `__mro__`, this type first. */
  mro: readonly PyType[] = [];
  /**
   * The class namespace. Of a static type it is filled when first looked at (`namespaceOf`), because
   * most programs never touch most types: always go through `namespaceOf`.
   */
  namespace: Map<string, Value> = new Map();
  /** What a static type's namespace is still to be filled from; `null` when that is done. */
  pendingSpec: TypeSpec | null = null;
  /** Changes whenever the type or one of its bases does; 0 is never a valid version. */
  version = 1;
  /** Results of lookups along the MRO, `null` for names that are not there; emptied when `version` changes. */
  readonly lookupCache: Map<string, Value | null> = new Map();
  /** Heap subclasses of a heap type. Those of static types belong to the interpreter. */
  subclasses: Set<WeakRef<PyType>> | null = null;
  /** Native types that derive directly from this native type. */
  readonly nativeSubclasses: PyType[] = [];
  /** Docstring of a native type; one of a heap type is in its namespace. */
  doc: string | null = null;
  /** `__text_signature__` of a native type. */
  signature: string | null = null;
  /** Names of the slots that the class itself adds (`__slots__`), mangled and sorted. */
  slotNames: readonly string[] = [];
  /** Shape of an instance without attributes. */
  rootShape: Shape | null = null;
  /** Shape of an instance whose attributes are in a dict. */
  dictShape: Shape | null = null;
  /** Fields reserved for `__slots__`, inherited ones included. */
  reservedFields = 0;

  tp_repr: S.UnaryFunc | null = null;
  tp_str: S.UnaryFunc | null = null;
  tp_hash: S.HashFunc | null = null;
  tp_call: S.CallFunc | null = null;
  tp_getattro: S.GetAttrFunc | null = null;
  tp_setattro: S.SetAttrFunc | null = null;
  tp_richcompare: S.RichCompareFunc | null = null;
  tp_iter: S.UnaryFunc | null = null;
  tp_iternext: S.IterNextFunc | null = null;
  tp_descr_get: S.DescrGetFunc | null = null;
  tp_descr_set: S.DescrSetFunc | null = null;
  tp_init: S.InitFunc | null = null;
  tp_new: S.NewFunc | null = null;
  tp_finalize: S.UnaryFunc | null = null;
  nb_add: S.BinaryFunc | null = null;
  nb_subtract: S.BinaryFunc | null = null;
  nb_multiply: S.BinaryFunc | null = null;
  nb_remainder: S.BinaryFunc | null = null;
  nb_divmod: S.BinaryFunc | null = null;
  nb_power: S.TernaryFunc | null = null;
  nb_negative: S.UnaryFunc | null = null;
  nb_positive: S.UnaryFunc | null = null;
  nb_absolute: S.UnaryFunc | null = null;
  nb_bool: S.InquiryFunc | null = null;
  nb_invert: S.UnaryFunc | null = null;
  nb_lshift: S.BinaryFunc | null = null;
  nb_rshift: S.BinaryFunc | null = null;
  nb_and: S.BinaryFunc | null = null;
  nb_xor: S.BinaryFunc | null = null;
  nb_or: S.BinaryFunc | null = null;
  nb_int: S.UnaryFunc | null = null;
  nb_float: S.UnaryFunc | null = null;
  nb_inplace_add: S.BinaryFunc | null = null;
  nb_inplace_subtract: S.BinaryFunc | null = null;
  nb_inplace_multiply: S.BinaryFunc | null = null;
  nb_inplace_remainder: S.BinaryFunc | null = null;
  nb_inplace_power: S.TernaryFunc | null = null;
  nb_inplace_lshift: S.BinaryFunc | null = null;
  nb_inplace_rshift: S.BinaryFunc | null = null;
  nb_inplace_and: S.BinaryFunc | null = null;
  nb_inplace_xor: S.BinaryFunc | null = null;
  nb_inplace_or: S.BinaryFunc | null = null;
  nb_floor_divide: S.BinaryFunc | null = null;
  nb_true_divide: S.BinaryFunc | null = null;
  nb_inplace_floor_divide: S.BinaryFunc | null = null;
  nb_inplace_true_divide: S.BinaryFunc | null = null;
  nb_index: S.UnaryFunc | null = null;
  nb_matrix_multiply: S.BinaryFunc | null = null;
  nb_inplace_matrix_multiply: S.BinaryFunc | null = null;
  sq_length: S.LenFunc | null = null;
  sq_concat: S.BinaryFunc | null = null;
  sq_repeat: S.SizeArgFunc | null = null;
  sq_item: S.SizeArgFunc | null = null;
  sq_ass_item: S.SetItemIndexFunc | null = null;
  sq_contains: S.ContainsFunc | null = null;
  sq_inplace_concat: S.BinaryFunc | null = null;
  sq_inplace_repeat: S.SizeArgFunc | null = null;
  mp_length: S.LenFunc | null = null;
  mp_subscript: S.BinaryFunc | null = null;
  mp_ass_subscript: S.SetItemFunc | null = null;
  am_await: S.UnaryFunc | null = null;
  am_aiter: S.UnaryFunc | null = null;
  am_anext: S.UnaryFunc | null = null;
  am_send: S.SendFunc | null = null;
  bf_getbuffer: S.Slots["bf_getbuffer"] = null;

  /** @param metatype the metaclass; `null` only while `type` itself is being made. */
  constructor(metatype: PyType | null, name: string) {
    this.cls = metatype as PyType;
    if (metatype === null) this.cls = this;
    this.name = name;
    this.qualname = name;
    this.tpName = name;
  }
}

/** Is `type` the class `of` or a subclass of it (by MRO, without `__subclasscheck__`)? */
export function isSubtype(type: PyType, of: PyType): boolean {
  return type === of || type.mro.includes(of);
}
