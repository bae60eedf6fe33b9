import { RangeType } from "../../core/builtin-types.js";
import { PyObject } from "../../core/object.js";
import { type Int, intAdd, intFloorDiv, intSub } from "../int/arithmetic.js";

/** A range; bounds of any size. */
export class PyRange extends PyObject {
  constructor(
    readonly start: number | bigint,
    readonly stop: number | bigint,
    readonly step: number | bigint,
    /** Number of items. */
    readonly length: number | bigint,
  ) {
    super();
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
