import {
  asStr,
  getOptionalAttr,
  PyTuple,
  type PyType,
  type Result,
  raise,
  strKey,
  type ThreadState,
  TypeErrorType,
  toArray,
  type Value,
} from "@adder/objects";

/** The names in a class's `_fields` or `_attributes`, as attribute names; none when there is no such attribute. */
export function namesIn(
  ts: ThreadState,
  cls: PyType,
  attribute: "_fields" | "_attributes",
): Result<readonly string[]> {
  const found = getOptionalAttr(ts, cls, attribute);
  if (found === null) return null;
  if (found === undefined) return [];
  const items = found instanceof PyTuple ? found.items : toArray(ts, found);
  return items === null ? null : attributeNames(ts, items);
}

function attributeNames(ts: ThreadState, items: readonly Value[]): Result<readonly string[]> {
  const names: string[] = [];
  for (const item of items) {
    const name = asStr(item);
    if (name === undefined) return raise(ts, TypeErrorType, "attribute name must be string");
    names.push(strKey(name));
  }
  return names;
}
