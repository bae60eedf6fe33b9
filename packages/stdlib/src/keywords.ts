import {
  asStr,
  call,
  FunctionType,
  type GetSetRow,
  getInstanceDict,
  type KwNames,
  PyDict,
  type PyFunction,
  type PyObject,
  type Result,
  raise,
  setInstanceDict,
  strKey,
  type ThreadState,
  TypeErrorType,
  type Value,
} from "@adder/objects";

/** The keyword arguments of a call as a fresh dict. */
export function keywordDict(args: readonly Value[], kwnames: KwNames): PyDict {
  const dict = new PyDict();
  if (kwnames === null) return dict;
  const first = args.length - kwnames.length;
  for (let i = 0; i < kwnames.length; i++) dict.setStr(kwnames[i], args[first + i]);
  return dict;
}

/** `callable(*args, **keywords)`; `args` belongs to the callee from here on. Raises TypeError for a name that is no str. */
export function callWithKeywords(
  ts: ThreadState,
  callable: Value,
  args: Value[],
  keywords: PyDict,
): Result<Value> {
  if (keywords.size === 0) return call(ts, callable, args);
  const names: string[] = [];
  for (let entry = keywords.nextIndex(0); entry >= 0; entry = keywords.nextIndex(entry + 1)) {
    const name = asStr(keywords.keys[entry] as Value);
    if (name === undefined) return raise(ts, TypeErrorType, "keywords must be strings");
    names.push(strKey(name));
    args.push(keywords.values[entry] as Value);
  }
  return call(ts, callable, args, names);
}

/** `__dict__` of a native type whose instances have one. */
export const dictRow: GetSetRow = [
  "__dict__",
  (ts, self: PyObject) => getInstanceDict(ts, self),
  (ts, self: PyObject, value) => setInstanceDict(ts, self, value),
];

/**
 * A call that a callable passes on. It counts once towards the depth of native code: a Python function is
 * guarded by the one that runs it.
 */
export function passCall(ts: ThreadState, callable: Value, args: Value[], kwnames: KwNames): Result<Value> {
  if (typeof callable !== "object" || callable.cls !== FunctionType) return call(ts, callable, args, kwnames);
  ts.nativeDepth--;
  const result = ts.interp.evaluator.callFunction(ts, callable as PyFunction, args, kwnames);
  ts.nativeDepth++;
  return result;
}
