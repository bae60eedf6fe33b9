import {
  absolute,
  asStr,
  ByteArrayType,
  BytesType,
  call,
  codePointAt,
  divmod,
  hash,
  isInstance,
  lookupSpecial,
  type MethodRow,
  None,
  objectId,
  type PyBytes,
  power,
  type Result,
  raise,
  strFromCodePoints,
  strLength,
  type ThreadState,
  TypeErrorType,
  toIndex,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** `bin`, `oct`, `hex`. */
const inBase =
  (prefix: string, base: number) =>
  (ts: ThreadState, _module: Value, number: Value): Result<Value> => {
    const n = toIndex(ts, number);
    if (n === null) return null;
    return n < 0 ? `-${prefix}${(-n).toString(base)}` : prefix + n.toString(base);
  };

function chr(ts: ThreadState, _module: Value, i: Value): Result<Value> {
  const n = toIndex(ts, i);
  if (n === null) return null;
  if (n < 0 || n > 0x10ffff) return raise(ts, ValueErrorType, "chr() arg not in range(0x110000)");
  const code = Number(n);
  if (code < 0xd800) return String.fromCharCode(code);
  return strFromCodePoints([code]);
}

function ord(ts: ThreadState, _module: Value, c: Value): Result<Value> {
  let length: number;
  const text = asStr(c);
  if (text !== undefined) {
    length = strLength(text);
    if (length === 1) return codePointAt(text, 0);
  } else if (isInstance(c, BytesType) || isInstance(c, ByteArrayType)) {
    const { value } = c as PyBytes;
    length = value.length;
    if (length === 1) return value[0];
  } else {
    const got = typeName(c);
    return raise(ts, TypeErrorType, `ord() expected string of length 1, but ${got} found`);
  }
  const message = `ord() expected a character, but string of length ${length} found`;
  return raise(ts, TypeErrorType, message);
}

function round(ts: ThreadState, _module: Value, number: Value, ndigits: Value = None): Result<Value> {
  const method = lookupSpecial(ts, number, "__round__");
  if (method === null) return null;
  if (method === undefined) {
    const message = `type ${typeOf(number).tpName} doesn't define __round__ method`;
    return raise(ts, TypeErrorType, message);
  }
  return call(ts, method, ndigits === None ? [] : [ndigits]);
}

/** What computes with numbers, and identities. */
export const numberFunctions: readonly MethodRow[] = [
  ["abs", "($module, x, /)", (ts, _m, x: Value) => absolute(ts, x), "The absolute value."],
  ["bin", "($module, number, /)", inBase("0b", 2), "The binary notation of an int."],
  ["chr", "($module, i, /)", chr, "The str of one character with this code point."],
  [
    "divmod",
    "($module, x, y, /)",
    (ts, _m, x: Value, y: Value) => divmod(ts, x, y),
    "The tuple (x//y, x%y).",
  ],
  [
    "hash",
    "($module, obj, /)",
    (ts, _m, obj: Value) => hash(ts, obj),
    "The hash of an object: equal objects have equal hashes.",
  ],
  ["hex", "($module, number, /)", inBase("0x", 16), "The hexadecimal notation of an int."],
  [
    "id",
    "($module, obj, /)",
    (ts, _m, obj: Value) => objectId(ts, obj),
    "A number that no other living object has.",
  ],
  ["oct", "($module, number, /)", inBase("0o", 8), "The octal notation of an int."],
  ["ord", "($module, character, /)", ord, "The code point of a character."],
  [
    "pow",
    "($module, /, base, exp, mod=None)",
    (ts, _m, base: Value, exp: Value, mod: Value = None) => power(ts, base, exp, mod),
    "base**exp, or base**exp % mod without the long way.",
  ],
  [
    "round",
    "($module, /, number, ndigits=None)",
    round,
    "A number rounded to so many digits, an int without ndigits.",
  ],
];
