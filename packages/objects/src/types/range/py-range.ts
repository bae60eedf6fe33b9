import { RangeType } from "../../core/builtin-types.js";
import { PyObject } from "../../core/object.js";

/** A range; bounds of any size. */
export class PyRange extends PyObject {
  constructor(
    readonly start: number | bigint,
    readonly stop: number | bigint,
    readonly step: number | bigint,
    /** Number of items. */
    readonly length: number | bigint,
  ) {
    super(RangeType);
  }
}
