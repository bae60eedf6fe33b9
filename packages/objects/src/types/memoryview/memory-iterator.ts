import type { TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { selfIter } from "../iterators/common.js";
import { MemoryIteratorType } from "../iterators/iterator-types.js";
import { itemAt } from "./access.js";
import type { PyMemoryView } from "./py-memory-view.js";

/** Iterator over the items of a memoryview of one dimension. */
export class PyMemoryIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType = MemoryIteratorType;
  index = 0;

  constructor(public view: PyMemoryView | null) {}
}

function next(ts: ThreadState, self: PyMemoryIterator): Result<Value | undefined> {
  if (self.view === null) return undefined;
  const item = itemAt(ts, self.view, self.index);
  if (item === undefined) self.view = null;
  else self.index++;
  return item;
}

/** `memory_iterator`. */
export const memoryIteratorSpec: TypeSpec = {
  name: "memory_iterator",
  slots: { tp_iter: selfIter, tp_iternext: next },
};
