import { executableOf, type Frame } from "@adder/frames";
import {
  clearPending,
  DictType,
  getItem,
  KeyErrorType,
  type PyCell,
  type PyDict,
  type PyFunction,
  pendingMatches,
  type Result,
  type Status,
  strFromKey,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { raiseUnbound } from "./name-errors.js";

/** COPY_FREE_VARS: puts the cells of the function's closure behind the other locals. */
export function copyFreeVars(frame: Frame, count: number): void {
  const closure = (frame.func as PyFunction).closure as readonly PyCell[];
  const { stack } = frame;
  const start = frame.base + executableOf(frame.code).nlocals - count;
  for (let i = 0; i < count; i++) stack[start + i] = closure[i];
}

/** DELETE_DEREF. Raises NameError or UnboundLocalError when the cell is empty. */
export function deleteCell(ts: ThreadState, frame: Frame, index: number): Status {
  const cell = frame.stack[frame.base + index] as PyCell;
  if (cell.value === undefined) return raiseUnbound(ts, frame, index);
  cell.value = undefined;
  return true;
}

/** The value of a name in a mapping that may be any object, `undefined` when it has none. */
export function lookUpName(ts: ThreadState, mapping: Value, name: string): Result<Value | undefined> {
  if (typeof mapping === "object" && mapping.cls === DictType) return (mapping as PyDict).getStr(name);
  const value = getItem(ts, mapping, strFromKey(name));
  if (value === null && pendingMatches(ts, KeyErrorType)) {
    clearPending(ts);
    return undefined;
  }
  return value;
}

/** LOAD_FROM_DICT_OR_DEREF: a variable of a class body or annotation scope that an enclosing function may have. */
export function loadFromDictOrDeref(
  ts: ThreadState,
  frame: Frame,
  mapping: Value,
  index: number,
): Result<Value> {
  const name = frame.code.code.localsplusNames[index];
  const found = lookUpName(ts, mapping, name);
  if (found !== undefined) return found;
  const cell = frame.stack[frame.base + index] as PyCell;
  return cell.value === undefined ? raiseUnbound(ts, frame, index) : cell.value;
}
