import type { FormatSpec } from "./format-spec.js";

/** A number on its way to text: pieces that fill, sign and grouping are put around. */
export interface NumberParts {
  readonly negative: boolean;
  /** `0x` and the like. */
  readonly prefix: string;
  /** Digits before the point; also `inf` and `nan`. */
  readonly whole: string;
  /** Point, digits after it, exponent, `%`: all that follows. */
  readonly rest: string;
}

/** Inserts `separator` every `size` digits, counted from the right. */
export function group(digits: string, separator: string, size: number): string {
  if (separator === "" || digits.length <= size) return digits;
  const first = digits.length % size || size;
  let out = digits.slice(0, first);
  for (let i = first; i < digits.length; i += size) out += separator + digits.slice(i, i + size);
  return out;
}

/** Inserts `separator` every three digits after a point, counted from the left. */
export function groupFraction(digits: string, separator: string): string {
  if (separator === "") return digits;
  let out = digits.slice(0, 3);
  for (let i = 3; i < digits.length; i += 3) out += separator + digits.slice(i, i + 3);
  return out;
}

/** Lays a number out: sign, prefix, zeros or fill, grouped digits (CPython `calc_number_widths` and `fill_number`). */
export function layOut(parts: NumberParts, spec: FormatSpec, groupSize: number): string {
  const sign = parts.negative ? "-" : spec.sign === "+" || spec.sign === " " ? spec.sign : "";
  const fixed = sign.length + parts.prefix.length + parts.rest.length;
  let whole = group(parts.whole, spec.grouping, groupSize);
  if (spec.align === "=" && spec.fill === "0") {
    // Padding zeros are grouped like digits, and never start with a separator.
    const room = spec.width - fixed;
    if (spec.grouping === "") whole = whole.padStart(room, "0");
    else {
      let digits = parts.whole;
      while (whole.length < room) {
        digits = `0${digits}`;
        whole = group(digits, spec.grouping, groupSize);
      }
    }
    return sign + parts.prefix + whole + parts.rest;
  }
  const missing = spec.width - fixed - whole.length;
  if (missing <= 0) return sign + parts.prefix + whole + parts.rest;
  switch (spec.align) {
    case "<":
      return sign + parts.prefix + whole + parts.rest + spec.fill.repeat(missing);
    case "=":
      return sign + parts.prefix + spec.fill.repeat(missing) + whole + parts.rest;
    case "^":
      return (
        spec.fill.repeat(missing >> 1) +
        sign +
        parts.prefix +
        whole +
        parts.rest +
        spec.fill.repeat(missing - (missing >> 1))
      );
    default:
      return spec.fill.repeat(missing) + sign + parts.prefix + whole + parts.rest;
  }
}
