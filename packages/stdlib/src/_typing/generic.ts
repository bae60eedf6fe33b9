import {
  defineType,
  type KwNames,
  type MethodRow,
  objectNew,
  type PyTuple,
  type PyType,
  type Result,
  type ThreadState,
  TypeFlags,
  type Value,
} from "@adder/objects";
import { callTyping } from "./type-parameter.js";
import { unpackTypeVarTuples } from "./type-var-tuple.js";

/** A class method that a function of the Python module `typing` does the work of. */
const viaTyping = (name: string, fn: string, doc: string): MethodRow => [
  name,
  "($type, /, *args, **kwargs)",
  (ts, cls: Value, args: Value[], kwnames: KwNames) => callTyping(ts, fn, [cls, ...args], kwnames),
  doc,
  { binding: "class", hidden: true },
];

/** `typing.Generic` (CPython `Objects/typevarobject.c`). */
export const GenericType: PyType = defineType({
  name: "typing.Generic",
  doc: "Abstract base class for generic types.",
  // Instances are laid out as those of `object` are, so that it goes together with any other base.
  flags: TypeFlags.BASETYPE | TypeFlags.INLINE_FIELDS,
  slots: { tp_new: objectNew },
  methods: [
    viaTyping("__class_getitem__", "_generic_class_getitem", "Parameterizes a generic class."),
    viaTyping("__init_subclass__", "_generic_init_subclass", "Function to initialize subclasses."),
  ],
  // What makes instances is up to the other bases.
  attributes: { __new__: null },
});

/** `Generic[parameters]`, the base that `class A[T]` gets. */
export function subscriptGeneric(ts: ThreadState, parameters: PyTuple): Result<Value> {
  const unpacked = unpackTypeVarTuples(ts, parameters);
  return unpacked === null ? null : callTyping(ts, "_GenericAlias", [GenericType, unpacked]);
}
