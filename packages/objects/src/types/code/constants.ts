import type { ConstantValue } from "@adder/ast";
import type { CodeObject, Constant } from "@adder/bytecode";
import { FrozenSetType } from "../../core/builtin-types.js";
import { InternalError } from "../../core/errors.js";
import type { Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyBytes } from "../bytes/py-bytes.js";
import { PyComplex } from "../complex/py-complex.js";
import { PyFloat } from "../float/py-float.js";
import { Ellipsis, None } from "../none/singletons.js";
import { PySet } from "../set/py-set.js";
import { PySlice } from "../slice/py-slice.js";
import { PyWideStr, strFromCodePoints, strFromJs } from "../str/py-str.js";
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
      return constant.items.length === 0
        ? emptyTuple
        : new PyTuple(constant.items.map((item) => constantValue(ts, item)));
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
  const written = filled(
    ts,
    items.map((item) => constantValue(ts, item)),
  );
  // CPython makes the set a second time, from the first, when it merges equal constants: that decides the order.
  return filled(ts, written.itemsArray());
}

function filled(ts: ThreadState, items: readonly Value[]): PySet {
  const set = new PySet(FrozenSetType);
  for (const item of items) {
    // Constants are hashable, and comparing them runs no code of the program.
    if (set.add(ts, item) === null) throw new InternalError("a constant could not be hashed");
  }
  return set;
}

/** The constant that has a value, `undefined` when no constant can have it. The inverse of {@link constantValue}. */
export function constantOf(v: Value): Constant | undefined {
  if (typeof v !== "object") return v;
  if (v === None) return null;
  if (v === Ellipsis) return { type: "ellipsis" };
  if (v instanceof PyCode) return v.code;
  if (v instanceof PyFloat) return { type: "float", value: v.value };
  if (v instanceof PyComplex) return { type: "complex", real: v.real, imag: v.imag };
  if (v instanceof PyWideStr) return { type: "str", codePoints: Array.from(v.codePoints) };
  if (v instanceof PyBytes) return { type: "bytes", value: v.value };
  if (v instanceof PyTuple) {
    const items = allConstants(v.items);
    return items && { type: "tuple", items };
  }
  if (v instanceof PySet && v.cls === FrozenSetType) {
    const items = allConstants(v.itemsArray());
    return items && { type: "frozenset", items: items as readonly ConstantValue[] };
  }
  if (v instanceof PySlice) {
    const parts = allConstants([v.start, v.stop, v.step]);
    return parts && { type: "slice", start: parts[0], stop: parts[1], step: parts[2] };
  }
  return undefined;
}

function allConstants(values: readonly Value[]): Constant[] | undefined {
  const constants: Constant[] = [];
  for (const v of values) {
    const constant = constantOf(v);
    if (constant === undefined) return undefined;
    constants.push(constant);
  }
  return constants;
}
