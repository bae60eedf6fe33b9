import { BytesType } from "../../core/builtin-types.js";
import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Value } from "../../core/object.js";
import { BUFFER_WRITABLE } from "../../core/slots.js";
import { TypeFlags } from "../../core/type.js";
import { BufferErrorType } from "../exceptions/exception-types.js";
import { PyBytesIterator } from "../iterators/bytes-iterator.js";
import { hashBytes } from "../str/hash.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { bytesOf, constructBytes } from "./construct.js";
import { byteMethods } from "./methods.js";
import { PyBytes } from "./py-bytes.js";
import { bytesRepr } from "./repr.js";
import { byteSlots, byteSubscript, remainder } from "./slots.js";
import { warnConversion } from "./warning.js";

/** `bytes` (CPython `Objects/bytesobject.c`). */
export const bytesSpec: TypeSpec = {
  name: "bytes",
  flags: TypeFlags.BASETYPE | TypeFlags.BYTES_SUBCLASS,
  doc: "bytes(text, encoding), bytes(count), bytes(buffer) or bytes(ints): an immutable sequence of bytes.",
  slots: {
    ...byteSlots,
    nb_remainder: remainder(BytesType),
    tp_new(ts, cls, args, kwnames) {
      // A bytes object is its own copy.
      if (cls === BytesType && args.length === 1 && kwnames === null) {
        const v: Value = args[0];
        if (typeof v === "object" && v.cls === BytesType) return v;
      }
      if (args.length === 1 && (kwnames === null || kwnames[0] === "source")) {
        const made = bytesOf(ts, args[0]);
        if (made !== undefined)
          return made === null || cls === BytesType ? made : new PyBytes(made.value, cls);
      }
      const bytes = constructBytes(ts, "bytes", args, kwnames);
      return bytes === null ? null : new PyBytes(bytes, cls);
    },
    tp_repr: (_ts, self: PyBytes) => bytesRepr(self.value),
    tp_str: (ts, self: PyBytes) => warnConversion(ts, "bytes") && bytesRepr(self.value),
    tp_hash: (ts, self: PyBytes) => hashBytes(ts, self.value),
    tp_iter: (_ts, self: PyBytes) => new PyBytesIterator(self),
    mp_subscript: (ts, self: PyBytes, key: Value) =>
      byteSubscript(ts, self, key, "byte", "index out of range"),
    bf_getbuffer(ts, self: PyBytes, flags: number) {
      if (flags & BUFFER_WRITABLE) return raise(ts, BufferErrorType, "Object is not writable.");
      return {
        owner: self,
        bytes: self.value,
        readonly: true,
        format: "B",
        itemsize: 1,
        shape: [self.value.length],
        strides: [1],
        release() {},
      };
    },
  },
  methods: [
    ...byteMethods,
    [
      "__bytes__",
      "($self, /)",
      (_ts, self: PyBytes) => (self.cls === BytesType ? self : new PyBytes(self.value)),
      "The bytes themselves.",
    ],
    ["__getnewargs__", "($self, /)", (_ts, self: PyBytes) => new PyTuple([new PyBytes(self.value)])],
  ],
};
