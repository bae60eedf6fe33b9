import { ByteArrayType } from "../../core/builtin-types.js";
import type { TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { isSubtype } from "../../core/type.js";
import type { PyByteArray, PyBytes } from "../bytes/py-bytes.js";
import { builtin } from "../function/builtins-of.js";
import { None } from "../none/singletons.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";
import { selfIter, stateIndex } from "./common.js";
import { ByteArrayIteratorType, BytesIteratorType } from "./iterator-types.js";

/** Iterator over the bytes of a bytes object or bytearray, which may be changed meanwhile. */
export class PyBytesIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  source: PyBytes | PyByteArray | null;
  /** Index of the next byte. */
  index = 0;

  constructor(source: PyBytes | PyByteArray) {
    this.cls = isSubtype(source.cls, ByteArrayType) ? ByteArrayIteratorType : BytesIteratorType;
    this.source = source;
  }
}

/** The next byte as an int; `undefined` when exhausted. */
export function bytesIteratorNext(_ts: ThreadState, self: PyBytesIterator): Value | undefined {
  const { source } = self;
  if (source === null) return undefined;
  const { value } = source;
  if (self.index < value.length) return value[self.index++];
  self.source = null;
  return undefined;
}

function reduce(ts: ThreadState, self: PyBytesIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  if (iter === null) return null;
  if (self.source === null) return new PyTuple([iter, new PyTuple([emptyTuple])]);
  return new PyTuple([iter, new PyTuple([self.source]), self.index]);
}

function setState(ts: ThreadState, self: PyBytesIterator, state: Value): Result<Value> {
  const index = stateIndex(ts, state);
  if (index === null) return null;
  if (self.source !== null) self.index = Math.max(0, Math.min(index, self.source.value.length));
  return None;
}

const spec = (name: string): TypeSpec => ({
  name,
  slots: { tp_iter: selfIter, tp_iternext: bytesIteratorNext },
  methods: [
    [
      "__length_hint__",
      "($self, /)",
      (_ts, self: PyBytesIterator) =>
        self.source === null ? 0 : Math.max(0, self.source.value.length - self.index),
      "How many bytes are left.",
    ],
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", setState, "Goes to an index."],
  ],
});

/** `bytes_iterator`. */
export const bytesIteratorSpec = spec("bytes_iterator");
/** `bytearray_iterator`. */
export const byteArrayIteratorSpec = spec("bytearray_iterator");
