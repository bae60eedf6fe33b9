import type { CodeObject, Constant } from "@adder/bytecode";
import { InternalError } from "../../core/errors.js";
import type { Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyBytes } from "../bytes/py-bytes.js";
import { PyComplex } from "../complex/py-complex.js";
import { PyFloat } from "../float/py-float.js";
import { FrozenSetType } from "../../core/builtin-types.js";
import { Ellipsis, None } from "../none/singletons.js";
import { PySet } from "../set/py-set.js";
import { PySlice } from "../slice/py-slice.js";
import { strFromCodePoints, strFromJs } from "../str/py-str.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";
import { PyCode } from "./py-code.js";

/** The value of a constant of a code object or syntax tree; nested code becomes a fresh {@link PyCode}. */
export function constantValue(ts: ThreadState, constant: Constant): Value {
  switch (typeof constant) {
    case "string":
      return strFromJs(constant);
    case "number":
    case "bigint":
    case "boolean":
      return constant;
  }
  if (constant === null) return None;
  switch (constant.type) {
    case "float":
      return new PyFloat(constant.value);
    case "complex":
      return new PyComplex(constant.real, constant.imag);
    case "str":
      return strFromCodePoints(constant.codePoints);
    case "bytes":
      return new PyBytes(constant.value);
    case "ellipsis":
      return Ellipsis;
    case "tuple":
      return constant.items.length === 0 ? emptyTuple : new PyTuple(constant.items.map((item) => constantValue(ts, item)));
    case "frozenset":
      return frozenSet(ts, constant.items);
    case "slice":
      return new PySlice(
        constantValue(ts, constant.start),
        constantValue(ts, constant.stop),
        constantValue(ts, constant.step),
      );
    case "code":
      return new PyCode(ts, constant as CodeObject);
    default:
      throw new InternalError(`unknown constant ${(constant as { type: string }).type}`);
  }
}

function frozenSet(ts: ThreadState, items: readonly Constant[]): PySet {
  const set = new PySet(FrozenSetType);
  for (const item of items) {
    // Constants are hashable, and comparing them runs no code of the program.
    if (set.add(ts, constantValue(ts, item)) === null) throw new InternalError("a constant could not be hashed");
  }
  return set;
}
