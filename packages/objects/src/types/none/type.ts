import { noKeywords } from "../../core/bind-arguments.js";
import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import type { KwNames, NewFunc } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { Ellipsis, None, NotImplemented } from "./singletons.js";

/** `type(None)()` and the like give the one instance. */
function only(instance: Value, name: string): NewFunc {
  return (ts: ThreadState, _cls: PyType, args: Value[], kwnames: KwNames): Result<Value> => {
    if (args.length === 0) return instance;
    if (noKeywords(ts, name, kwnames) === null) return null;
    return raise(ts, TypeErrorType, `${name} takes no arguments`);
  };
}

/** The specification of `NoneType`. */
export const noneSpec: TypeSpec = {
  name: "NoneType",
  doc: "The type of the None singleton.",
  signature: "()",
  slots: {
    tp_new: only(None, "NoneType"),
    tp_repr: () => "None",
    nb_bool: () => false,
    // A constant, so that the order of sets that hold None is the same in every run (as in CPython).
    tp_hash: () => 0xfca86420,
    tp_richcompare: (_ts, self: Value, other: Value, op) =>
      op === 2 && self === other ? true : op === 3 && self === other ? false : NotImplemented,
  },
};

/** The specification of `ellipsis`. */
export const ellipsisSpec: TypeSpec = {
  name: "ellipsis",
  doc: "The type of the Ellipsis singleton.",
  signature: "()",
  slots: { tp_new: only(Ellipsis, "EllipsisType"), tp_repr: () => "Ellipsis" },
  methods: [["__reduce__", "($self, /)", () => "Ellipsis"]],
};

/** The specification of `NotImplementedType`. */
export const notImplementedSpec: TypeSpec = {
  name: "NotImplementedType",
  doc: "The type of the NotImplemented singleton.",
  signature: "()",
  slots: {
    tp_new: only(NotImplemented, "NotImplementedType"),
    tp_repr: () => "NotImplemented",
    nb_bool: (ts) => raise(ts, TypeErrorType, "NotImplemented should not be used in a boolean context"),
  },
  methods: [["__reduce__", "($self, /)", () => "NotImplemented"]],
};
