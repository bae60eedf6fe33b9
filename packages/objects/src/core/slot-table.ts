import type { SlotName } from "./slots.js";

/**
 * How a slot is called through a dunder method: which arguments it takes and what becomes of its
 * result (CPython's `wrap_*` functions, `Objects/typeobject.c`).
 */
export type SlotShape =
  | "unary"
  | "length"
  | "inquiry"
  | "hash"
  | "binary"
  | "binary-reflected"
  | "power"
  | "power-reflected"
  | "inplace-power"
  | "repeat"
  | "item"
  | "set-item-index"
  | "delete-item-index"
  | "contains"
  | "set-item"
  | "delete-item"
  | "getattribute"
  | "getattr"
  | "setattr"
  | "delattr"
  | "call"
  | "compare"
  | "next"
  | "get"
  | "set"
  | "delete"
  | "init"
  | "new"
  | "buffer";

/** A dunder method and the slot behind it. */
export interface SlotDef {
  /** `"__add__"`. */
  readonly name: string;
  readonly slot: SlotName;
  readonly shape: SlotShape;
  /** `__text_signature__` of the slot wrapper. */
  readonly signature: string;
  readonly doc: string;
  /** The comparison operator, for the shape `compare`. */
  readonly op: 0 | 1 | 2 | 3 | 4 | 5;
  /**
   * A Python method of this name does not fill the slot, because another slot of the same name does
   * (`__add__` fills `nb_add`, never `sq_concat`).
   */
  readonly wrapperOnly: boolean;
}

const UNARY = "($self, /)";
const VALUE = "($self, value, /)";
const KEY = "($self, key, /)";

type Row = readonly [name: string, slot: SlotName, shape: SlotShape, signature: string, doc: string];

function binary(name: string, slot: SlotName, symbol: string): Row[] {
  return [
    [`__${name}__`, slot, "binary", VALUE, `self ${symbol} value`],
    [`__r${name}__`, slot, "binary-reflected", VALUE, `value ${symbol} self`],
  ];
}

const inplace = (name: string, slot: SlotName, symbol: string): Row => [
  `__i${name}__`,
  slot,
  "binary",
  VALUE,
  `self ${symbol}= value`,
];

const compare = (name: string, symbol: string): Row => [
  `__${name}__`,
  "tp_richcompare",
  "compare",
  VALUE,
  `self ${symbol} value`,
];

const ANY = "($self, /, *args, **kwargs)";

/*
 * Rows of one slot stand together; where two slots share a name the preferred one comes first; the six
 * comparisons stand in the order of their numbers.
 */
const rows: readonly Row[] = [
  ["__new__", "tp_new", "new", "($type, *args, **kwargs)", "Makes a new instance."],
  ["__repr__", "tp_repr", "unary", UNARY, "repr(self)"],
  ["__hash__", "tp_hash", "hash", UNARY, "hash(self)"],
  ["__call__", "tp_call", "call", ANY, "self(*args, **kwargs)"],
  ["__str__", "tp_str", "unary", UNARY, "str(self)"],
  ["__getattribute__", "tp_getattro", "getattribute", "($self, name, /)", "getattr(self, name)"],
  ["__getattr__", "tp_getattro", "getattr", "($self, name, /)", "An attribute that was not found."],
  ["__setattr__", "tp_setattro", "setattr", "($self, name, value, /)", "setattr(self, name, value)"],
  ["__delattr__", "tp_setattro", "delattr", "($self, name, /)", "delattr(self, name)"],
  compare("lt", "<"),
  compare("le", "<="),
  compare("eq", "=="),
  compare("ne", "!="),
  compare("gt", ">"),
  compare("ge", ">="),
  ["__iter__", "tp_iter", "unary", UNARY, "iter(self)"],
  ["__next__", "tp_iternext", "next", UNARY, "Implement next(self)."],
  ["__get__", "tp_descr_get", "get", "($self, instance, owner=None, /)", "The attribute of an instance."],
  ["__set__", "tp_descr_set", "set", "($self, instance, value, /)", "Sets the attribute of an instance."],
  ["__delete__", "tp_descr_set", "delete", "($self, instance, /)", "Deletes the attribute of an instance."],
  ["__init__", "tp_init", "init", ANY, "Initialises self."],
  ["__del__", "tp_finalize", "unary", UNARY, "Called before the instance goes away."],
  ["__buffer__", "bf_getbuffer", "buffer", "($self, flags, /)", "The memory of the object, as a buffer."],
  ["__await__", "am_await", "unary", UNARY, "The iterator that await runs."],
  ["__aiter__", "am_aiter", "unary", UNARY, "aiter(self)"],
  ["__anext__", "am_anext", "unary", UNARY, "anext(self)"],
  ...binary("add", "nb_add", "+"),
  ...binary("sub", "nb_subtract", "-"),
  ...binary("mul", "nb_multiply", "*"),
  ...binary("mod", "nb_remainder", "%"),
  ["__divmod__", "nb_divmod", "binary", VALUE, "divmod(self, value)"],
  ["__rdivmod__", "nb_divmod", "binary-reflected", VALUE, "divmod(value, self)"],
  ["__pow__", "nb_power", "power", "($self, value, mod=None, /)", "pow(self, value, mod)"],
  ["__rpow__", "nb_power", "power-reflected", "($self, value, mod=None, /)", "pow(value, self, mod)"],
  ["__neg__", "nb_negative", "unary", UNARY, "-self"],
  ["__pos__", "nb_positive", "unary", UNARY, "+self"],
  ["__abs__", "nb_absolute", "unary", UNARY, "abs(self)"],
  ["__bool__", "nb_bool", "inquiry", UNARY, "bool(self)"],
  ["__invert__", "nb_invert", "unary", UNARY, "~self"],
  ...binary("lshift", "nb_lshift", "<<"),
  ...binary("rshift", "nb_rshift", ">>"),
  ...binary("and", "nb_and", "&"),
  ...binary("xor", "nb_xor", "^"),
  ...binary("or", "nb_or", "|"),
  ["__int__", "nb_int", "unary", UNARY, "int(self)"],
  ["__float__", "nb_float", "unary", UNARY, "float(self)"],
  inplace("add", "nb_inplace_add", "+"),
  inplace("sub", "nb_inplace_subtract", "-"),
  inplace("mul", "nb_inplace_multiply", "*"),
  inplace("mod", "nb_inplace_remainder", "%"),
  ["__ipow__", "nb_inplace_power", "inplace-power", VALUE, "self **= value"],
  inplace("lshift", "nb_inplace_lshift", "<<"),
  inplace("rshift", "nb_inplace_rshift", ">>"),
  inplace("and", "nb_inplace_and", "&"),
  inplace("xor", "nb_inplace_xor", "^"),
  inplace("or", "nb_inplace_or", "|"),
  ...binary("floordiv", "nb_floor_divide", "//"),
  ...binary("truediv", "nb_true_divide", "/"),
  inplace("floordiv", "nb_inplace_floor_divide", "//"),
  inplace("truediv", "nb_inplace_true_divide", "/"),
  ["__index__", "nb_index", "unary", UNARY, "operator.index(self)"],
  ...binary("matmul", "nb_matrix_multiply", "@"),
  inplace("matmul", "nb_inplace_matrix_multiply", "@"),
  ["__len__", "mp_length", "length", UNARY, "len(self)"],
  ["__getitem__", "mp_subscript", "binary", KEY, "self[key]"],
  ["__setitem__", "mp_ass_subscript", "set-item", "($self, key, value, /)", "self[key] = value"],
  ["__delitem__", "mp_ass_subscript", "delete-item", KEY, "del self[key]"],
  ["__len__", "sq_length", "length", UNARY, "len(self)"],
  ["__add__", "sq_concat", "binary", VALUE, "self + value"],
  ["__mul__", "sq_repeat", "repeat", VALUE, "self * value"],
  ["__rmul__", "sq_repeat", "repeat", VALUE, "value * self"],
  ["__getitem__", "sq_item", "item", KEY, "self[key]"],
  ["__setitem__", "sq_ass_item", "set-item-index", "($self, key, value, /)", "self[key] = value"],
  ["__delitem__", "sq_ass_item", "delete-item-index", KEY, "del self[key]"],
  ["__contains__", "sq_contains", "contains", KEY, "key in self"],
  ["__iadd__", "sq_inplace_concat", "binary", VALUE, "self += value"],
  ["__imul__", "sq_inplace_repeat", "repeat", VALUE, "self *= value"],
];

const COMPARISONS = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"];
const WRAPPER_ONLY = new Set<SlotName>(["sq_concat", "sq_repeat", "sq_inplace_concat", "sq_inplace_repeat"]);

/** All dunder methods that are slots (CPython `slotdefs`). */
export const slotDefs: readonly SlotDef[] = rows.map(([name, slot, shape, signature, doc]) => ({
  name,
  slot,
  shape,
  signature,
  doc,
  op: Math.max(0, COMPARISONS.indexOf(name)) as SlotDef["op"],
  wrapperOnly: WRAPPER_ONLY.has(slot),
}));

/** The rows of each dunder name. */
export const slotDefsByName: ReadonlyMap<string, readonly SlotDef[]> = groupBy((def) => def.name);
/** The rows of each slot. */
export const slotDefsBySlot: ReadonlyMap<SlotName, readonly SlotDef[]> = groupBy((def) => def.slot);

function groupBy<K>(key: (def: SlotDef) => K): Map<K, SlotDef[]> {
  const groups = new Map<K, SlotDef[]>();
  for (const def of slotDefs) {
    const group = groups.get(key(def));
    if (group === undefined) groups.set(key(def), [def]);
    else group.push(def);
  }
  return groups;
}

/** All slots; `am_send` alone has no dunder method. */
export const slotNames: readonly SlotName[] = [...slotDefsBySlot.keys(), "am_send"];
