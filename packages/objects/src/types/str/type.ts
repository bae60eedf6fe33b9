import { checkPositional, unexpectedKeyword } from "../../core/bind-arguments.js";
import { StrType } from "../../core/builtin-types.js";
import { raise, typeName } from "../../core/errors.js";
import { fullTypeName } from "../../core/full-type-name.js";
import type { TypeSpec } from "../../core/native.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { strObject } from "../../core/protocols.js";
import { CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { decodeBytesLike } from "../codecs/registry.js";
import { IndexErrorType, MemoryErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { percentFormat } from "../format/percent.js";
import { PyStrIterator } from "../iterators/str-iterator.js";
import { NotImplemented } from "../none/singletons.js";
import { sliceIndices } from "../slice/indices.js";
import { PySlice } from "../slice/py-slice.js";
import { asStr } from "./as-str.js";
import { hashStr } from "./hash.js";
import { MAX_LENGTH, strMethods } from "./methods.js";
import { PyStrSubclass, type Str } from "./py-str.js";
import { strRepr } from "./repr.js";
import { LONG_NEEDLE } from "./substring-search.js";
import { charAt, compareStr, concat, indexOf, repeat, strEquals, stride, strLength } from "./text.js";

const text = (self: Value): Str => asStr(self) as Str;

/** `str.__new__(cls, object='', encoding='utf-8', errors='strict')`. */
function strNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const made = construct(ts, args, kwnames);
  if (made === null || cls === StrType) return made;
  const value = asStr(made);
  return value === undefined ? made : new PyStrSubclass(value, cls);
}

function construct(ts: ThreadState, args: Value[], kwnames: KwNames): Result<Value> {
  if (kwnames === null || kwnames.length === 0) {
    if (args.length === 0) return "";
    if (args.length === 1) return strObject(ts, args[0]);
    if (checkPositional(ts, "str", args.length, 0, 3) === null) return null;
  }
  const names = ["object", "encoding", "errors"] as const;
  const bound: (Value | undefined)[] = [undefined, undefined, undefined];
  const positional = args.length - (kwnames?.length ?? 0);
  if (args.length > 3) {
    return raise(ts, TypeErrorType, `str() takes at most 3 arguments (${args.length} given)`);
  }
  for (let i = 0; i < positional; i++) bound[i] = args[i];
  for (let i = 0; kwnames !== null && i < kwnames.length; i++) {
    const at = names.indexOf(kwnames[i] as (typeof names)[number]);
    if (at < 0) return unexpectedKeyword(ts, "str", kwnames[i], names);
    if (bound[at] !== undefined) {
      return raise(
        ts,
        TypeErrorType,
        `argument for str() given by name ('${kwnames[i]}') and position (${at + 1})`,
      );
    }
    bound[at] = args[positional + i];
  }
  for (const at of [1, 2]) {
    const value = bound[at];
    if (value !== undefined && asStr(value) === undefined) {
      return raise(
        ts,
        TypeErrorType,
        `str() argument '${names[at]}' must be str, not ${fullTypeName(value)}`,
      );
    }
  }
  const [object, encoding, errors] = bound;
  if (object === undefined) return "";
  if (encoding === undefined && errors === undefined) return strObject(ts, object);
  if (asStr(object) !== undefined) return raise(ts, TypeErrorType, "decoding str is not supported");
  if (typeOf(object).bf_getbuffer === null) {
    return raise(ts, TypeErrorType, `decoding to str: need a bytes-like object, ${typeName(object)} found`);
  }
  return decodeBytesLike(ts, object, encoding, errors);
}

function richCompare(_ts: ThreadState, self: Value, other: Value, op: CompareOp): Result<Value> {
  const a = text(self);
  const b = asStr(other);
  if (b === undefined) return NotImplemented;
  switch (op) {
    case CompareOp.EQ:
      return strEquals(a, b);
    case CompareOp.NE:
      return !strEquals(a, b);
    case CompareOp.LT:
      return compareStr(a, b) < 0;
    case CompareOp.LE:
      return compareStr(a, b) <= 0;
    case CompareOp.GT:
      return compareStr(a, b) > 0;
    default:
      return compareStr(a, b) >= 0;
  }
}

function item(ts: ThreadState, self: Value, index: number): Result<Value> {
  const s = text(self);
  return index < 0 || index >= strLength(s)
    ? raise(ts, IndexErrorType, "string index out of range")
    : charAt(s, index);
}

function subscript(ts: ThreadState, self: Value, key: Value): Result<Value> {
  const s = text(self);
  if (typeof key === "number") {
    const at = key < 0 ? key + strLength(s) : key;
    return at < 0 || at >= strLength(s)
      ? raise(ts, IndexErrorType, "string index out of range")
      : charAt(s, at);
  }
  if (key instanceof PySlice) {
    const indices = sliceIndices(ts, key, strLength(s));
    return indices === null ? null : stride(s, indices.start, indices.step, indices.count);
  }
  if (typeOf(key).nb_index === null) {
    return raise(ts, TypeErrorType, `string indices must be integers, not '${typeName(key)}'`);
  }
  const index = toIndex(ts, key);
  if (index === null) return null;
  if (typeof index !== "number") {
    return raise(ts, IndexErrorType, `cannot fit '${typeName(key)}' into an index-sized integer`);
  }
  return item(ts, self, index < 0 ? index + strLength(s) : index);
}

function contains(ts: ThreadState, self: Value, value: Value): Result<boolean> {
  const needle = asStr(value);
  if (needle === undefined) {
    return raise(ts, TypeErrorType, `'in <string>' requires string as left operand, not ${typeName(value)}`);
  }
  const s = text(self);
  return typeof s === "string" && typeof needle === "string" && needle.length < LONG_NEEDLE
    ? s.includes(needle)
    : indexOf(s, needle, 0, strLength(s)) >= 0;
}

/** `str` (CPython `Objects/unicodeobject.c`). */
export const strSpec: TypeSpec = {
  name: "str",
  flags: TypeFlags.BASETYPE | TypeFlags.STR_SUBCLASS,
  doc: "Text: immutable sequences of Unicode code points. str(x) is x as text; str(bytes, encoding) decodes.",
  slots: {
    tp_new: strNew,
    tp_repr: (_ts, self: Value) => strRepr(text(self)),
    tp_str: (_ts, self: Value) => text(self),
    tp_hash: (ts, self: Value) => hashStr(ts, text(self)),
    tp_richcompare: richCompare,
    tp_iter: (_ts, self: Value) => new PyStrIterator(text(self), self),
    nb_remainder: (ts, left: Value, right: Value) => {
      const format = asStr(left);
      if (format === undefined) return NotImplemented;
      const made = percentFormat(ts, format, right);
      // Without conversions it is the text itself, also an instance of a subclass.
      return made !== null && strLength(format) > 0 && contains(ts, left, "%") === false ? left : made;
    },
    sq_length: (_ts, self: Value) => strLength(text(self)),
    sq_concat(ts, self: Value, other: Value) {
      const b = asStr(other);
      if (b === undefined) {
        return raise(ts, TypeErrorType, `can only concatenate str (not "${typeName(other)}") to str`);
      }
      const a = text(self);
      return strLength(a) + strLength(b) > MAX_LENGTH ? raise(ts, MemoryErrorType, "") : concat(a, b);
    },
    sq_repeat(ts, self: Value, count: number) {
      const s = text(self);
      if (count <= 0) return "";
      return strLength(s) * count > MAX_LENGTH ? raise(ts, MemoryErrorType, "") : repeat(s, count);
    },
    sq_item: item,
    sq_contains: contains,
    mp_length: (_ts, self: Value) => strLength(text(self)),
    mp_subscript: subscript,
  },
  methods: strMethods,
};
