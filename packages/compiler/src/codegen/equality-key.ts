import { type ConstantValue, constantRepr } from "@adder/ast";

/** Text that is the same for two constants if Python holds them for equal: `1`, `1.0`, `True` and `1+0j` are. */
export function equalityKey(value: ConstantValue): string {
  switch (typeof value) {
    case "boolean":
      return value ? "1" : "0";
    case "number":
    case "bigint":
      return String(value);
    case "string":
      return `s${value}`;
  }
  if (value === null) return "None";
  switch (value.type) {
    case "float":
      return Number.isInteger(value.value) ? String(BigInt(value.value)) : `f${value.value}`;
    case "complex":
      if (value.imag === 0) return equalityKey({ type: "float", value: value.real });
      return `c${value.real}_${value.imag}`;
    default:
      return constantRepr(value);
  }
}
