import { type PyInstance, PyObject, PyType, TypeType } from "@adder/objects";
import type { Dec } from "./number.js";

/** `decimal.Decimal`, made ready in decimal-type.ts. */
export const DecimalType = new PyType(TypeType, "decimal.Decimal");

/** A decimal number. */
export class PyDecimal extends PyObject {
  /** Attributes of an instance of a subclass. */
  attrs: PyInstance | null = null;

  constructor(
    readonly dec: Dec,
    cls: PyType = DecimalType,
  ) {
    super();
    this.cls = cls;
  }
}
