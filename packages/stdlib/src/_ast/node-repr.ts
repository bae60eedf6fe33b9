import {
  getAttr,
  isInRepr,
  isInstance,
  joinStr,
  ListType,
  type PyInstance,
  type PyList,
  type PyTuple,
  type Result,
  repr,
  type Str,
  strFromKey,
  type ThreadState,
  TupleType,
  type Value,
} from "@adder/objects";
import { AstClasses } from "./classes.js";
import { namesIn } from "./node-fields.js";

/** `AST.__repr__`: three levels of nodes, and of each list its first and its last item (CPython `ast_repr`). */
export function nodeRepr(ts: ThreadState, self: PyInstance): Result<Str> {
  return reprOf(ts, self, 3);
}

function reprOf(ts: ThreadState, self: PyInstance, depth: number): Result<Str> {
  const name = strFromKey(self.cls.tpName);
  if (depth === 0 || isInRepr(ts, self)) return joinStr([name, "(...)"], "");
  ts.reprStack.push(self);
  const text = fieldsOf(ts, self, depth);
  ts.reprStack.pop();
  return text === null ? null : joinStr([name, "(", joinStr(text, ", "), ")"], "");
}

function fieldsOf(ts: ThreadState, self: PyInstance, depth: number): Result<Str[]> {
  const fields = namesIn(ts, self.cls, "_fields");
  if (fields === null) return null;
  const parts: Str[] = [];
  for (const name of fields) {
    const value = getAttr(ts, self, name);
    const text = value === null ? null : valueRepr(ts, value, depth);
    if (text === null) return null;
    parts.push(joinStr([strFromKey(name), text], "="));
  }
  return parts;
}

function valueRepr(ts: ThreadState, value: Value, depth: number): Result<Str> {
  const isList = isInstance(value, ListType);
  if (isList || isInstance(value, TupleType)) return listRepr(ts, value as PyList | PyTuple, isList, depth);
  return itemRepr(ts, value, depth);
}

function itemRepr(ts: ThreadState, value: Value, depth: number): Result<Str> {
  return isInstance(value, AstClasses.of(ts).AST)
    ? reprOf(ts, value as PyInstance, depth - 1)
    : repr(ts, value);
}

function listRepr(ts: ThreadState, list: PyList | PyTuple, isList: boolean, depth: number): Result<Str> {
  const { items } = list;
  if (items.length === 0) return repr(ts, list);
  const parts: Str[] = [];
  const first = itemRepr(ts, items[0], depth);
  if (first === null) return null;
  parts.push(first);
  if (items.length > 2) parts.push("...");
  if (items.length > 1) {
    const last = itemRepr(ts, items[items.length - 1], depth);
    if (last === null) return null;
    parts.push(last);
  }
  return joinStr([isList ? "[" : "(", joinStr(parts, ", "), isList ? "]" : ")"], "");
}
