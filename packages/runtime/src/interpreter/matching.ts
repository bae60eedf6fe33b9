import {
  asStr,
  BoolType,
  ByteArrayType,
  BytesType,
  callMethod,
  DictType,
  FloatType,
  FrozenSetType,
  getOptionalAttr,
  IntType,
  isInstanceOf,
  ListType,
  None,
  ObjectType,
  PyPlainObject,
  PySet,
  type PyTuple,
  type PyType,
  type Result,
  raise,
  repr,
  SetType,
  type Str,
  StrType,
  strKey,
  type ThreadState,
  PyTuple as Tuple,
  TupleType,
  TypeErrorType,
  TypeFlags,
  toJs,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** MATCH_MAPPING. */
export function isMappingPattern(subject: Value): boolean {
  return (typeOf(subject).flags & TypeFlags.MAPPING) !== 0;
}

/** MATCH_SEQUENCE. */
export function isSequencePattern(subject: Value): boolean {
  return (typeOf(subject).flags & TypeFlags.SEQUENCE) !== 0;
}

/** MATCH_KEYS: a tuple of the values of all keys, or None when one is missing. Raises ValueError for a duplicate key. */
export function matchKeys(ts: ThreadState, map: Value, keys: Value): Result<Value> {
  const { items } = keys as PyTuple;
  if (items.length === 0) return new Tuple([]);
  const seen = new PySet(SetType);
  // A default that nobody else has tells a missing key without making a defaultdict add it.
  const missing = new PyPlainObject(ObjectType);
  const values: Value[] = [];
  for (const key of items) {
    const known = seen.has(ts, key);
    if (known === null) return null;
    if (known) {
      const text = repr(ts, key);
      if (text === null) return null;
      return raise(ts, ValueErrorType, `mapping pattern checks duplicate key (${toJs(text)})`);
    }
    if (seen.add(ts, key) === null) return null;
    const value = callMethod(ts, map, "get", [key, missing]);
    if (value === null) return null;
    if (value === missing) return None;
    values.push(value);
  }
  return new Tuple(values);
}

/** Built-in classes whose first positional sub-pattern is the subject itself. */
const matchSelf = [
  BoolType,
  ByteArrayType,
  BytesType,
  DictType,
  FloatType,
  FrozenSetType,
  IntType,
  ListType,
  SetType,
  StrType,
  TupleType,
];

/**
 * MATCH_CLASS: a tuple of the attributes that the sub-patterns match, or None (CPython `match_class`, `Python/ceval.c`).
 *
 * @param count positional sub-patterns
 * @param names tuple of the keyword sub-patterns' names
 */
export function matchClass(
  ts: ThreadState,
  subject: Value,
  cls: Value,
  count: number,
  names: Value,
): Result<Value> {
  if ((typeOf(cls).flags & TypeFlags.TYPE_SUBCLASS) === 0) {
    return raise(ts, TypeErrorType, "called match pattern must be a class");
  }
  const type = cls as PyType;
  const instance = isInstanceOf(ts, subject, type);
  if (instance === null) return null;
  if (!instance) return None;
  const seen = new Set<string>();
  const values: Value[] = [];
  if (count > 0) {
    const matched = matchPositional(ts, subject, type, count, seen, values);
    if (matched === null || matched === None) return matched;
  }
  for (const name of (names as PyTuple).items) {
    const value = matchAttribute(ts, subject, type, asStr(name) as Str, seen);
    if (value === null) return null;
    if (value === undefined) return None;
    values.push(value);
  }
  return new Tuple(values);
}

function matchPositional(
  ts: ThreadState,
  subject: Value,
  type: PyType,
  count: number,
  seen: Set<string>,
  values: Value[],
): Result<Value> {
  const matchArgs = getOptionalAttr(ts, type, "__match_args__");
  if (matchArgs === null) return null;
  let allowed = 0;
  let itself = false;
  if (matchArgs !== undefined) {
    if (typeOf(matchArgs) !== TupleType) {
      const got = typeName(matchArgs);
      return raise(ts, TypeErrorType, `${type.name}.__match_args__ must be a tuple (got ${got})`);
    }
    allowed = (matchArgs as PyTuple).items.length;
  } else if (type.mro.some((t) => matchSelf.includes(t))) {
    itself = true;
    allowed = 1;
  }
  if (allowed < count) {
    const patterns = `sub-pattern${allowed === 1 ? "" : "s"}`;
    return raise(
      ts,
      TypeErrorType,
      `${type.name}() accepts ${allowed} positional ${patterns} (${count} given)`,
    );
  }
  if (itself) {
    values.push(subject);
    return true;
  }
  const names = (matchArgs as PyTuple).items;
  for (let i = 0; i < count; i++) {
    const name = asStr(names[i]);
    if (name === undefined) {
      return raise(ts, TypeErrorType, `__match_args__ elements must be strings (got ${typeName(names[i])})`);
    }
    const value = matchAttribute(ts, subject, type, name, seen);
    if (value === null) return null;
    if (value === undefined) return None;
    values.push(value);
  }
  return true;
}

function matchAttribute(
  ts: ThreadState,
  subject: Value,
  type: PyType,
  name: Str,
  seen: Set<string>,
): Result<Value | undefined> {
  const key = strKey(name);
  if (seen.has(key)) {
    const text = repr(ts, name);
    if (text === null) return null;
    return raise(ts, TypeErrorType, `${type.name}() got multiple sub-patterns for attribute ${toJs(text)}`);
  }
  seen.add(key);
  return getOptionalAttr(ts, subject, key);
}
