import {
  BUFFER_FULL_RO,
  BUFFER_WRITABLE,
  BufferErrorType,
  type BufferView,
  bindKeywords,
  defineType,
  None,
  type PyInstance,
  PyMemoryView,
  type PyObject,
  type PyType,
  type Result,
  raise,
  releaseBuffer,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** A buffer that may be pickled apart from the pickle itself (PEP 574). */
export class PyPickleBuffer implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;

  /**
   * @param loan the buffer, `null` once it is released
   * @param contiguous do items follow one another in memory?
   */
  constructor(
    public loan: BufferView | null,
    readonly contiguous: boolean,
    cls: PyType,
  ) {
    this.cls = cls;
  }
}

/** The buffer of one that is not released. Raises ValueError. */
export const loanOf = (ts: ThreadState, self: PyPickleBuffer): Result<BufferView> =>
  self.loan ?? raise(ts, ValueErrorType, "operation forbidden on released PickleBuffer object");

/** Do items follow one another in memory? A memoryview lends a copy where they do not. */
function isContiguous(owner: Value): boolean {
  if (owner instanceof PyMemoryView) return owner.contiguous || owner.fortran;
  return !(owner instanceof PyPickleBuffer) || owner.contiguous;
}

/** The buffer as plain bytes in the order in which they lie in memory. */
function raw(ts: ThreadState, self: PyPickleBuffer): Result<Value> {
  const loan = loanOf(ts, self);
  if (loan === null) return null;
  if (!self.contiguous) {
    return raise(ts, BufferErrorType, "cannot extract raw buffer from non-contiguous buffer");
  }
  const size = loan.shape.reduce((a, b) => a * b, loan.itemsize);
  return PyMemoryView.over({
    owner: loan.owner,
    bytes: loan.bytes.subarray(0, size),
    readonly: loan.readonly,
    format: "B",
    itemsize: 1,
    shape: [size],
    strides: [1],
    release: () => {},
  });
}

/** `pickle.PickleBuffer` (CPython `Objects/picklebufobject.c`). */
export const PickleBufferType: PyType = defineType({
  name: "pickle.PickleBuffer",
  doc: "Wraps a buffer that may be pickled apart from the pickle.",
  flags: TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new(ts, cls, args, kwnames) {
      const bound = bindKeywords(ts, "PickleBuffer", args, kwnames, [""], 1);
      if (bound === null) return null;
      const owner = bound[0] as Value;
      const getBuffer = typeOf(owner).bf_getbuffer;
      if (getBuffer === null) {
        return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(owner)}'`);
      }
      const loan = getBuffer(ts, owner, BUFFER_FULL_RO);
      return loan === null ? null : new PyPickleBuffer(loan, isContiguous(owner), cls);
    },
    bf_getbuffer(ts, self: PyPickleBuffer, flags) {
      const loan = loanOf(ts, self);
      if (loan === null) return null;
      if (flags & BUFFER_WRITABLE && loan.readonly)
        return raise(ts, BufferErrorType, "Object is not writable.");
      return { ...loan, release: () => {} };
    },
  },
  methods: [
    releaseBuffer,
    ["raw", "($self, /)", raw, "A memoryview of the bytes in memory."],
    [
      "release",
      "($self, /)",
      (_ts, self: PyPickleBuffer) => {
        self.loan?.release();
        self.loan = null;
        return None;
      },
      "Gives the buffer back.",
    ],
  ],
});
