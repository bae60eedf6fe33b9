import {
  type MethodRow,
  type ModuleSpec,
  None,
  type PyList,
  type Result,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { heapArgument, heapify, pop, push, pushPop, replace } from "./heap.js";

type HeapOperation = (ts: ThreadState, heap: PyList, item: Value, max: boolean) => Result<Value>;

const status = (done: true | null): Result<Value> => (done === null ? null : None);

/** A function of a heap and an item. */
function withItem(name: string, max: boolean, operation: HeapOperation, doc: string): MethodRow {
  const fname = max ? `${name}_max` : name;
  return [
    fname,
    "($module, heap, item, /)",
    (ts, _m, heapValue: Value, item: Value) => {
      const heap = heapArgument(ts, fname, "1 ", heapValue);
      return heap === null ? null : operation(ts, heap, item, max);
    },
    doc,
  ];
}

/** A function of a heap. */
function alone(
  name: string,
  max: boolean,
  operation: (ts: ThreadState, heap: PyList, max: boolean) => Result<Value>,
  doc: string,
): MethodRow {
  const fname = max ? `${name}_max` : name;
  return [
    fname,
    "($module, heap, /)",
    (ts, _m, heapValue: Value) => {
      const heap = heapArgument(ts, fname, "", heapValue);
      return heap === null ? null : operation(ts, heap, max);
    },
    doc,
  ];
}

const rows = (max: boolean): MethodRow[] => {
  const first = max ? "largest" : "smallest";
  return [
    withItem(
      "heappush",
      max,
      (ts, heap, item) => status(push(ts, heap, item, max)),
      "Adds an item to a heap.",
    ),
    withItem("heappushpop", max, pushPop, `Adds an item to a heap and removes the ${first} one.`),
    alone("heappop", max, pop, `Removes the ${first} item of a heap and returns it.`),
    withItem("heapreplace", max, replace, `Removes the ${first} item of a heap, then adds another.`),
    alone("heapify", max, (ts, heap) => status(heapify(ts, heap, max)), "Makes a list a heap, in place."),
  ];
};

/** `_heapq` (CPython `Modules/_heapqmodule.c`). */
export const heapqModule: ModuleSpec = {
  name: "_heapq",
  doc: "Priority queues in lists.",
  functions: [...rows(false), ...rows(true)],
  attributes: {
    __about__: "A heap is a list in which no item comes after those at 2*k+1 and 2*k+2 in the order.",
  },
};
