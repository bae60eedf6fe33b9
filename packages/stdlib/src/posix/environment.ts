import {
  environmentOf,
  fsDecode,
  type MethodRow,
  None,
  type Result,
  type ThreadState,
  type Value,
} from "@adder/objects";

function putenv(ts: ThreadState, _m: Value, nameValue: Value, textValue: Value): Result<Value> {
  const name = fsDecode(ts, nameValue);
  const text = name === null ? null : fsDecode(ts, textValue);
  if (name === null || text === null) return null;
  environmentOf(ts).set(name, text);
  return None;
}

function unsetenv(ts: ThreadState, _m: Value, nameValue: Value): Result<Value> {
  const name = fsDecode(ts, nameValue);
  if (name === null) return null;
  environmentOf(ts).delete(name);
  return None;
}

/** Functions about the environment of programs that are started. */
export const environmentFunctions: readonly MethodRow[] = [
  ["putenv", "($module, name, value, /)", putenv, "Sets a variable for programs that are started."],
  ["unsetenv", "($module, name, /)", unsetenv, "Removes a variable for programs that are started."],
];
