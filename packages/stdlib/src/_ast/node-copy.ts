import {
  call,
  getInstanceDict,
  getOptionalAttr,
  type KwNames,
  None,
  PyDict,
  type PyInstance,
  PyTuple,
  PyUnion,
  type Result,
  raise,
  repr,
  strFromKey,
  type ThreadState,
  TypeErrorType,
  toJs,
  type Value,
} from "@adder/objects";
import { namesIn } from "./node-fields.js";

/**
 * `AST.__reduce__`: the state sets the fields. That the constructor does not miss those that are set (as far as
 * there is no gap), it gets None for them.
 */
export function nodeReduce(ts: ThreadState, self: PyInstance): Result<Value> {
  const dict = getInstanceDict(ts, self);
  const fields = dict === null ? null : namesIn(ts, self.cls, "_fields");
  if (dict === null || fields === null) return null;
  const gap = fields.findIndex((name) => !dict.hasStr(name));
  const args = fields.slice(0, gap < 0 ? fields.length : gap).map(() => None);
  return new PyTuple([self.cls, new PyTuple(args), dict.copy()]);
}

/** `AST.__replace__`: a new node with the fields and attributes of this one, but for those that are given. */
export function nodeReplace(
  ts: ThreadState,
  self: PyInstance,
  args: Value[],
  kwnames: KwNames,
): Result<Value> {
  const names = kwnames ?? [];
  if (args.length > names.length) {
    return raise(ts, TypeErrorType, "__replace__() takes no positional arguments");
  }
  const { cls } = self;
  const fields = namesIn(ts, cls, "_fields");
  const attributes = fields === null ? null : namesIn(ts, cls, "_attributes");
  const dict = attributes === null ? null : getInstanceDict(ts, self);
  if (fields === null || attributes === null || dict === null) return null;
  const expected = new Set([...fields, ...attributes]);
  for (const name of names) {
    if (expected.delete(name)) continue;
    const shown = repr(ts, strFromKey(name));
    if (shown === null) return null;
    return raise(
      ts,
      TypeErrorType,
      `${cls.tpName}.__replace__ got an unexpected keyword argument ${toJs(shown)}.`,
    );
  }
  for (const name of attributes) expected.delete(name);
  for (const name of fields) if (dict.hasStr(name)) expected.delete(name);
  const types = getOptionalAttr(ts, cls, "_field_types");
  if (types === null) return null;
  // Optional fields have a default in the class.
  if (types instanceof PyDict) {
    for (const name of fields) if (types.getStr(name) instanceof PyUnion) expected.delete(name);
  }
  if (expected.size > 0) {
    const missing = [...expected].sort().map((name) => `'${name}'`);
    const what = `${missing.length} keyword argument${missing.length === 1 ? "" : "s"}: ${missing.join(", ")}`;
    return raise(ts, TypeErrorType, `${cls.tpName}.__replace__ missing ${what}.`);
  }
  const payload = new Map<string, Value>();
  for (const name of [...fields, ...attributes]) {
    const value = dict.getStr(name);
    if (value !== undefined) payload.set(name, value);
  }
  names.forEach((name, i) => {
    payload.set(name, args[i]);
  });
  return call(ts, cls, [...payload.values()], [...payload.keys()]);
}
