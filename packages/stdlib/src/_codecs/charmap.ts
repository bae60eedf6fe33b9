import {
  asStr,
  ByteWriter,
  clearPending,
  codePointAt,
  codePoints,
  getItem,
  handleDecodeError,
  handleEncodeError,
  LookupErrorType,
  None,
  PyBytes,
  PyDict,
  pendingMatches,
  type Result,
  raise,
  type Str,
  strFromCodePoints,
  strLength,
  type ThreadState,
  TypeErrorType,
  toInt,
  type Value,
} from "@adder/objects";

const UNDEFINED = "character maps to <undefined>";

/** Code points of a byte through a mapping; `undefined` where it has none. */
function decodeOne(ts: ThreadState, mapping: Value, byte: number): Result<ArrayLike<number> | undefined> {
  const table = asStr(mapping);
  if (table !== undefined) {
    if (byte >= strLength(table)) return undefined;
    const c = codePointAt(table, byte);
    return c === 0xfffe ? undefined : [c];
  }
  const value = getItem(ts, mapping, byte);
  if (value === null) {
    if (!pendingMatches(ts, LookupErrorType)) return null;
    clearPending(ts);
    return undefined;
  }
  if (value === None) return undefined;
  const number = toInt(value);
  if (number !== undefined) {
    if (number < 0 || number > 0x10ffff) {
      return raise(ts, TypeErrorType, "character mapping must be in range(0x110000)");
    }
    return number === 0xfffe ? undefined : [Number(number)];
  }
  const text = asStr(value);
  if (text === undefined)
    return raise(ts, TypeErrorType, "character mapping must return integer, None or str");
  return text === "\ufffe" ? undefined : codePoints(text);
}

/** Decodes through a table or mapping. */
export function charmapDecode(
  ts: ThreadState,
  given: Uint8Array,
  errors: string,
  mapping: Value,
): Result<Str> {
  let bytes = given;
  const out: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const points = decodeOne(ts, mapping, bytes[i]);
    if (points === null) return null;
    if (points !== undefined) {
      for (let k = 0; k < points.length; k++) out.push(points[k]);
      i++;
      continue;
    }
    const handled = handleDecodeError(ts, errors, "charmap", bytes, i, i + 1, UNDEFINED);
    if (handled === null) return null;
    for (let k = 0; k < handled.text.length; k++) out.push(handled.text[k]);
    i = handled.next;
    bytes = handled.bytes;
  }
  return strFromCodePoints(out);
}

/** Bytes of a code point through a mapping; `undefined` where it has none. */
function encodeOne(ts: ThreadState, mapping: Value, c: number): Result<ArrayLike<number> | undefined> {
  const value = getItem(ts, mapping, c);
  if (value === null) {
    if (!pendingMatches(ts, LookupErrorType)) return null;
    clearPending(ts);
    return undefined;
  }
  if (value === None) return undefined;
  if (value instanceof PyBytes) return value.value;
  const number = toInt(value);
  if (number === undefined) {
    return raise(ts, TypeErrorType, "character mapping must return integer, bytes or None, not str");
  }
  return number < 0 || number > 255
    ? raise(ts, TypeErrorType, "character mapping must be in range(256)")
    : [Number(number)];
}

/** Encodes through a mapping. */
export function charmapEncode(ts: ThreadState, s: Str, errors: string, mapping: Value): Result<Uint8Array> {
  const points = codePoints(s);
  const out = new ByteWriter(points.length);
  const add = (bytes: ArrayLike<number>): void => {
    for (let k = 0; k < bytes.length; k++) out.push(bytes[k]);
  };
  for (let i = 0; i < points.length; ) {
    const bytes = encodeOne(ts, mapping, points[i]);
    if (bytes === null) return null;
    if (bytes !== undefined) {
      add(bytes);
      i++;
      continue;
    }
    let end = i + 1;
    for (; end < points.length; end++) {
      const next = encodeOne(ts, mapping, points[end]);
      if (next === null) return null;
      if (next !== undefined) break;
    }
    const replaced = handleEncodeError(ts, errors, "charmap", s, i, end, UNDEFINED);
    if (replaced === null) return null;
    if (replaced.bytes !== null) add(replaced.bytes);
    else if (replaced.text !== null) {
      for (let k = 0; k < replaced.text.length; k++) {
        const made = encodeOne(ts, mapping, replaced.text[k]);
        if (made === null) return null;
        if (made === undefined)
          return handleEncodeError(ts, "strict", "charmap", s, i, end, UNDEFINED) as null;
        add(made);
      }
    }
    i = replaced.next;
  }
  return out.finish();
}

/** `codecs.charmap_build`: the mapping that encodes what a decoding table decodes. */
export function charmapBuild(ts: ThreadState, table: Str): Result<Value> {
  const mapping = new PyDict();
  for (let i = 0; i < strLength(table); i++) {
    const c = codePointAt(table, i);
    if (c !== 0xfffe && mapping.set(ts, c, i) === null) return null;
  }
  return mapping;
}
