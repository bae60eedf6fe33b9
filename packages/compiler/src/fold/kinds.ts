import type { Constant } from "@adder/bytecode";

/** An int as it stands in a tree: a safe integer as a number, any other as a bigint; bools count as ints. */
export type IntConstant = number | bigint | boolean;

/** A str: well-formed UTF-16, or code points when there are lone surrogates. */
export type StrConstant = string | Extract<Constant, { type: "str" }>;

/** Whether a constant is an int or a bool. */
export function isInt(value: Constant): value is IntConstant {
  const type = typeof value;
  return type === "number" || type === "bigint" || type === "boolean";
}

/** Whether a constant is a str. */
export function isStr(value: Constant): value is StrConstant {
  return typeof value === "string" || (typeof value === "object" && value !== null && value.type === "str");
}

/** The type tag of a constant that is an object; undefined for others. */
export function tagOf(value: Constant): string | undefined {
  return typeof value === "object" && value !== null ? value.type : undefined;
}

/** An int of any size as a constant, which is a number where it is a safe integer. */
export function makeInt(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** An exact float as a constant. */
export function makeFloat(value: number): Constant {
  return { type: "float", value };
}

/** Code points of a str. */
export function codePointsOf(value: StrConstant): readonly number[] {
  if (typeof value !== "string") return value.codePoints;
  return Array.from(value, (character) => character.codePointAt(0)!);
}

/** A str of code points, in its canonical form. */
export function makeStr(codePoints: readonly number[]): StrConstant {
  const wide = codePoints.some((point) => point >= 0xd800 && point <= 0xdfff);
  if (wide) return { type: "str", codePoints };
  let text = "";
  for (const point of codePoints) text += String.fromCodePoint(point);
  return text;
}

/** Code points, bytes or items of a str, bytes or tuple; -1 for anything else. */
export function lengthOf(value: Constant): number {
  if (typeof value === "string") {
    let length = value.length;
    // A well-formed pair of surrogates is one code point.
    for (let i = 0; i < value.length; i++) if ((value.charCodeAt(i) & 0xfc00) === 0xd800) length--;
    return length;
  }
  if (typeof value !== "object" || value === null) return -1;
  switch (value.type) {
    case "str":
      return value.codePoints.length;
    case "bytes":
      return value.value.length;
    case "tuple":
    case "frozenset":
      return value.items.length;
    default:
      return -1;
  }
}

/** Truth of a constant. */
export function isTrue(value: Constant): boolean {
  if (typeof value !== "object") return Boolean(value);
  if (value === null) return false;
  if (value.type === "float") return value.value !== 0;
  if (value.type === "complex") return value.real !== 0 || value.imag !== 0;
  return lengthOf(value) !== 0;
}
