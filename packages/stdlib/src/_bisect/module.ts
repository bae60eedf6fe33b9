import {
  CompareOp,
  call,
  callMethod,
  compareBool,
  DictType,
  IndexErrorType,
  isInstance,
  ListType,
  length,
  type MethodRow,
  type ModuleSpec,
  None,
  OverflowErrorType,
  PyList,
  type Result,
  raise,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  toSize,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** `a[index]` (CPython `PySequence_GetItem`). */
function itemAt(ts: ThreadState, a: Value, index: number): Result<Value> {
  if (a instanceof PyList && a.cls === ListType) {
    return a.items[index] ?? raise(ts, IndexErrorType, "list index out of range");
  }
  const slot = typeOf(a).sq_item;
  if (slot === null) return raise(ts, TypeErrorType, `'${typeName(a)}' object does not support indexing`);
  return slot(ts, a, index);
}

/** Where `x` belongs in a sorted sequence: before equal items if `left`, else behind them. */
function search(
  ts: ThreadState,
  a: Value,
  x: Value,
  loValue: Value | undefined,
  hiValue: Value | undefined,
  key: Value,
  left: boolean,
): Result<number> {
  let lo = loValue === undefined ? 0 : sizeArgument(ts, loValue);
  if (lo === null) return null;
  const given = hiValue === undefined || hiValue === None ? -1 : highArgument(ts, hiValue);
  if (given === null) return null;
  if (lo < 0) return raise(ts, ValueErrorType, "lo must be non-negative");
  let hi: number | null = given;
  if (given === -1) {
    hi = length(ts, a);
    if (hi === null) return null;
  }
  if (isInstance(a, DictType)) return raise(ts, TypeErrorType, `${typeName(a)} is not a sequence`);
  while (lo < hi) {
    const middle: number = Math.floor((lo + hi) / 2);
    let item = itemAt(ts, a, middle);
    if (item !== null && key !== None) item = call(ts, key, [item]);
    if (item === null) return null;
    const less = left ? compareBool(ts, item, x, CompareOp.LT) : compareBool(ts, x, item, CompareOp.LT);
    if (less === null) return null;
    if (less === left) lo = middle + 1;
    else hi = middle;
  }
  return lo;
}

function highArgument(ts: ThreadState, v: Value): Result<number> {
  if (typeof v !== "number" && typeOf(v).nb_index === null) {
    return raise(ts, TypeErrorType, `argument should be integer or None, not '${typeName(v)}'`);
  }
  return toSize(ts, v, OverflowErrorType);
}

function insert(ts: ThreadState, a: Value, at: number, x: Value): Result<Value> {
  if (a instanceof PyList && a.cls === ListType) {
    a.items.splice(at, 0, x);
    return None;
  }
  return callMethod(ts, a, "insert", [at, x]) === null ? null : None;
}

type Optional = Value | undefined;
const SIGNATURE = "($module, /, a, x, lo=0, hi=None, *, key=None)";

const rows = (side: "left" | "right"): MethodRow[] => {
  const left = side === "left";
  return [
    [
      `bisect_${side}`,
      SIGNATURE,
      (ts, _m, a: Value, x: Value, lo: Optional, hi: Optional, key: Optional) =>
        search(ts, a, x, lo, hi, key ?? None, left),
      `The index at which x belongs in a sorted list, ${left ? "before" : "behind"} equal items.`,
    ],
    [
      `insort_${side}`,
      SIGNATURE,
      (ts, _m, a: Value, x: Value, lo: Optional, hi: Optional, key: Value = None) => {
        const target = key === None ? x : call(ts, key, [x]);
        const at = target === null ? null : search(ts, a, target, lo, hi, key, left);
        return at === null ? null : insert(ts, a, at, x);
      },
      `Inserts x into a sorted list, ${left ? "before" : "behind"} equal items.`,
    ],
  ];
};

/** `_bisect` (CPython `Modules/_bisectmodule.c`). */
export const bisectModule: ModuleSpec = {
  name: "_bisect",
  doc: "Search and insertion in sorted lists.",
  functions: [...rows("right"), ...rows("left")],
};
