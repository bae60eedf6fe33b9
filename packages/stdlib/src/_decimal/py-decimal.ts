import { type PyInstance, type PyObject, PyType, TypeType } from "@adder/objects";
import type { Dec } from "./number.js";

/** `decimal.Decimal`, made ready in decimal-type.ts. */
export const DecimalType = new PyType(TypeType, "decimal.Decimal");

/** A decimal number. */
export class PyDecimal implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Attributes of an instance of a subclass. */
  attrs: PyInstance | null = null;

  constructor(
    readonly dec: Dec,
    cls: PyType = DecimalType,
  ) {
    this.cls = cls;
  }
}
