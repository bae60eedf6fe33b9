import { RangeType } from "../../core/builtin-types.js";
import type { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import { type Int, intAdd, intFloorDiv, intSub } from "../int/arithmetic.js";

/** A range; bounds of any size. */
export class PyRange implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly start: number | bigint,
    readonly stop: number | bigint,
    readonly step: number | bigint,
    /** Number of items. */
    readonly length: number | bigint,
  ) {
    this.cls = RangeType;
  }
}

/** `range(start, stop, step)`; the step is not 0. */
export function makeRange(start: Int, stop: Int, step: Int): PyRange {
  return new PyRange(start, stop, step, rangeLength(start, stop, step));
}

function rangeLength(start: Int, stop: Int, step: Int): Int {
  if (step > 0) return start < stop ? intAdd(intFloorDiv(intSub(intSub(stop, start), 1), step), 1) : 0;
  return start > stop ? intAdd(intFloorDiv(intSub(intSub(start, stop), 1), intSub(0, step)), 1) : 0;
}
