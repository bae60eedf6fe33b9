import {
  asStr,
  isSequence,
  type KwNames,
  type PyDict,
  type PyTuple,
  type Result,
  raise,
  strKey,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toArray,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import { functionName } from "./function-name.js";

/** Arguments of a call `f(*args, **kwargs)` as `call` takes them. */
export interface SpreadArguments {
  readonly args: Value[];
  readonly kwnames: KwNames;
}

/**
 * Turns the operands of CALL_FUNCTION_EX into arguments. Raises TypeError for what is no iterable, and for
 * keywords that are no strings.
 */
export function spreadArguments(
  ts: ThreadState,
  callee: Value,
  positional: Value,
  keywords: Value | undefined,
): Result<SpreadArguments> {
  let args: Result<Value[]>;
  if (typeOf(positional) === TupleType) {
    args = (positional as PyTuple).items.slice();
  } else {
    if (typeOf(positional).tp_iter === null && !isSequence(positional)) {
      const name = functionName(ts, callee);
      if (name === null) return null;
      return raise(
        ts,
        TypeErrorType,
        `${name} argument after * must be an iterable, not ${typeName(positional)}`,
      );
    }
    args = toArray(ts, positional);
    if (args === null) return null;
  }
  if (keywords === undefined) return { args, kwnames: null };
  const { keys, values } = keywords as PyDict;
  const kwnames: string[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key === undefined) continue;
    const name = typeof key === "string" ? key : asStr(key);
    if (name === undefined) return raise(ts, TypeErrorType, "keywords must be strings");
    kwnames.push(strKey(name));
    args.push(values[i] as Value);
  }
  return { args, kwnames: kwnames.length === 0 ? null : kwnames };
}
