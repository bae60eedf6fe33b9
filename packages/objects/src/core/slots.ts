import type { PyObject, Result, Status, Value } from "./object.js";
import type { ThreadState } from "./thread-state.js";
import type { PyType } from "./type.js";

/** Rich comparison operators, numbered as in CPython's `object.h` and COMPARE_OP. */
export const CompareOp = { LT: 0, LE: 1, EQ: 2, NE: 3, GT: 4, GE: 5 } as const;
/** One of {@link CompareOp}, 0-5. */
export type CompareOp = 0 | 1 | 2 | 3 | 4 | 5;

/** Names of the keyword arguments of a call, whose values are the last elements of the arguments; `null` for none. */
export type KwNames = readonly string[] | null;

/*
 * The self parameter of a slot is typed `any`: a slot is only ever called with an instance of the
 * type that holds it, and says in its own signature which class that is.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Self = any;

/** `repr(self)`, `iter(self)`, `-self` and the like. */
export type UnaryFunc = (ts: ThreadState, self: Self) => Result<Value>;
/** May return `NotImplemented`. Either operand may be the instance of the type that holds the slot. */
export type BinaryFunc = (ts: ThreadState, left: Self, right: Self) => Result<Value>;
/** `pow(base, exponent, modulus)`; `modulus` is None for `**`. May return `NotImplemented`. */
export type TernaryFunc = (ts: ThreadState, base: Self, exponent: Self, modulus: Value) => Result<Value>;
/** `bool(self)`. */
export type InquiryFunc = (ts: ThreadState, self: Self) => Result<boolean>;
/** `len(self)`, not negative. */
export type LenFunc = (ts: ThreadState, self: Self) => Result<number>;
/** A Python int in the range of a signed 64-bit integer, never -1. */
export type HashFunc = (ts: ThreadState, self: Self) => Result<number | bigint>;
/** May return `NotImplemented`. */
export type RichCompareFunc = (ts: ThreadState, self: Self, other: Value, op: CompareOp) => Result<Value>;
/** `undefined` means exhausted (no StopIteration is made). */
export type IterNextFunc = (ts: ThreadState, self: Self) => Result<Value | undefined>;
/** `getattr(self, name)`, the name in key form (`strKey`). */
export type GetAttrFunc = (ts: ThreadState, self: Self, name: string) => Result<Value>;
/** `value` is `undefined` for a deletion. */
export type SetAttrFunc = (
  ts: ThreadState,
  self: Self,
  name: string,
  value: Value | undefined,
) => Result<true>;
/** `instance` is `undefined` for an access through the class. */
export type DescrGetFunc = (
  ts: ThreadState,
  self: Self,
  instance: Value | undefined,
  owner: PyType,
) => Result<Value>;
/** `value` is `undefined` for a deletion. */
export type DescrSetFunc = (ts: ThreadState, self: Self, instance: Value, value: Value | undefined) => Status;
/** `args` belongs to the callee, which may keep or change it. */
export type CallFunc = (ts: ThreadState, self: Self, args: Value[], kwnames: KwNames) => Result<Value>;
/** `cls.__new__(*args)`: makes an instance of `cls`, which is the type with this slot or a subclass. */
export type NewFunc = (ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames) => Result<Value>;
/** `self.__init__(*args)`. */
export type InitFunc = (ts: ThreadState, self: Self, args: Value[], kwnames: KwNames) => Status;
/** `self[index]` with the length added to a negative index already, or `self * count`. */
export type SizeArgFunc = (ts: ThreadState, self: Self, index: number) => Result<Value>;
/** `self[index] = value`; `value` is `undefined` for a deletion. */
export type SetItemIndexFunc = (
  ts: ThreadState,
  self: Self,
  index: number,
  value: Value | undefined,
) => Status;
/** `item in self`. */
export type ContainsFunc = (ts: ThreadState, self: Self, item: Value) => Result<boolean>;
/** `value` is `undefined` for a deletion. */
export type SetItemFunc = (ts: ThreadState, self: Self, key: Value, value: Value | undefined) => Status;
/** What `SEND` does: the next yielded value, or the return value wrapped. See `SendResult` in the runtime. */
export type SendFunc = (ts: ThreadState, self: Self, value: Value) => Result<SendResult>;

/** Outcome of `am_send`: a yielded value, or a return value. */
export interface SendResult {
  readonly returned: boolean;
  readonly value: Value;
}

/**
 * The slots of a type, by CPython's names (`Doc/c-api/typeobj.rst`); `null` where the type lacks the
 * operation. They are inherited when a type is made, so that reading one needs no walk along the MRO.
 */
export interface Slots {
  tp_repr: UnaryFunc | null;
  tp_str: UnaryFunc | null;
  tp_hash: HashFunc | null;
  tp_call: CallFunc | null;
  tp_getattro: GetAttrFunc | null;
  tp_setattro: SetAttrFunc | null;
  tp_richcompare: RichCompareFunc | null;
  tp_iter: UnaryFunc | null;
  tp_iternext: IterNextFunc | null;
  tp_descr_get: DescrGetFunc | null;
  tp_descr_set: DescrSetFunc | null;
  tp_init: InitFunc | null;
  tp_new: NewFunc | null;
  /** `__del__`. */
  tp_finalize: UnaryFunc | null;

  nb_add: BinaryFunc | null;
  nb_subtract: BinaryFunc | null;
  nb_multiply: BinaryFunc | null;
  nb_remainder: BinaryFunc | null;
  nb_divmod: BinaryFunc | null;
  nb_power: TernaryFunc | null;
  nb_negative: UnaryFunc | null;
  nb_positive: UnaryFunc | null;
  nb_absolute: UnaryFunc | null;
  nb_bool: InquiryFunc | null;
  nb_invert: UnaryFunc | null;
  nb_lshift: BinaryFunc | null;
  nb_rshift: BinaryFunc | null;
  nb_and: BinaryFunc | null;
  nb_xor: BinaryFunc | null;
  nb_or: BinaryFunc | null;
  nb_int: UnaryFunc | null;
  nb_float: UnaryFunc | null;
  nb_inplace_add: BinaryFunc | null;
  nb_inplace_subtract: BinaryFunc | null;
  nb_inplace_multiply: BinaryFunc | null;
  nb_inplace_remainder: BinaryFunc | null;
  nb_inplace_power: TernaryFunc | null;
  nb_inplace_lshift: BinaryFunc | null;
  nb_inplace_rshift: BinaryFunc | null;
  nb_inplace_and: BinaryFunc | null;
  nb_inplace_xor: BinaryFunc | null;
  nb_inplace_or: BinaryFunc | null;
  nb_floor_divide: BinaryFunc | null;
  nb_true_divide: BinaryFunc | null;
  nb_inplace_floor_divide: BinaryFunc | null;
  nb_inplace_true_divide: BinaryFunc | null;
  nb_index: UnaryFunc | null;
  nb_matrix_multiply: BinaryFunc | null;
  nb_inplace_matrix_multiply: BinaryFunc | null;

  sq_length: LenFunc | null;
  sq_concat: BinaryFunc | null;
  sq_repeat: SizeArgFunc | null;
  sq_item: SizeArgFunc | null;
  sq_ass_item: SetItemIndexFunc | null;
  sq_contains: ContainsFunc | null;
  sq_inplace_concat: BinaryFunc | null;
  sq_inplace_repeat: SizeArgFunc | null;

  mp_length: LenFunc | null;
  mp_subscript: BinaryFunc | null;
  mp_ass_subscript: SetItemFunc | null;

  am_await: UnaryFunc | null;
  am_aiter: UnaryFunc | null;
  am_anext: UnaryFunc | null;
  am_send: SendFunc | null;

  /** The buffer protocol (PEP 3118): bytes behind an object, in the form that `flags` ask for (`inspect.BufferFlags`). */
  bf_getbuffer: ((ts: ThreadState, self: Self, flags: number) => Result<BufferView>) | null;
}

/** Name of a slot. */
export type SlotName = keyof Slots;

/** Flags of the buffer protocol: memory that may be written to, that is contiguous, and in all forms, to be read only. */
export const BUFFER_WRITABLE = 1;
export const BUFFER_CONTIG_RO = 8;
export const BUFFER_FULL_RO = 284;

/** Bytes that an object lends through the buffer protocol, until `release` is called. */
export interface BufferView {
  /** The exporter. */
  readonly owner: PyObject;
  /** The memory itself, not a copy. */
  readonly bytes: Uint8Array;
  readonly readonly: boolean;
  /** Item format in `struct` syntax ("B" for plain bytes). */
  readonly format: string;
  readonly itemsize: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  /** Ends the loan; an exporter such as bytearray may be resized again afterwards. */
  release(): void;
}
