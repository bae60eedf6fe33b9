import { StrType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/**
 * A str that holds a code point beyond U+FFFF or a lone surrogate. Every other str is a JavaScript
 * string; both forms are canonical, so a wide str never equals a plain one.
 */
export class PyWideStr implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly codePoints: Uint32Array;
  #key: string | null = null;

  /** @param codePoints at least one of them beyond U+FFFF or a surrogate */
  constructor(codePoints: Uint32Array) {
    this.cls = StrType;
    this.codePoints = codePoints;
  }

  /**
   * A JavaScript string that identifies this str: its UTF-16 form where that is unambiguous (no lone
   * surrogates), else an escaped form. Used as key of Maps and as attribute name.
   */
  get key(): string {
    this.#key ??= encodeKey(this.codePoints);
    return this.#key;
  }
}

/** A str that is no instance of a subclass. */
export type Str = string | PyWideStr;

/** An instance of a subclass of str. */
export class PyStrSubclass implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly value: Str;
  attrs: PyInstance | null = null;

  constructor(value: Str, cls: PyType) {
    this.cls = cls;
    this.value = value;
  }
}

/** Marks keys of strs with lone surrogates: no well-formed UTF-16 string starts with a low surrogate. */
const ESCAPE = "\uDFFF";

function encodeKey(codePoints: Uint32Array): string {
  let lone = false;
  let text = "";
  for (const c of codePoints) {
    if (c >= 0xd800 && c <= 0xdfff) lone = true;
    text += String.fromCodePoint(c);
  }
  if (!lone) return text;
  return ESCAPE + Array.from(codePoints, (c) => c.toString(36)).join(",");
}

/** The str value of a sequence of code points, in canonical form. */
export function strFromCodePoints(codePoints: ArrayLike<number>): Str {
  for (let i = 0; i < codePoints.length; i++) {
    const c = codePoints[i];
    if (c > 0xffff || (c >= 0xd800 && c <= 0xdfff)) return new PyWideStr(new Uint32Array(codePoints));
  }
  return textOfUnits(codePoints);
}

/** The text of UTF-16 units. */
export function textOfUnits(units: ArrayLike<number>): string {
  const { fromCharCode } = String;
  // In blocks: too many arguments would overflow the host's stack.
  const block = 8192;
  if (units.length <= block) return fromCharCode.apply(null, units as number[]);
  let text = "";
  const part: number[] = [];
  for (let i = 0; i < units.length; i += block) {
    const end = Math.min(units.length - i, block);
    for (let j = 0; j < end; j++) part[j] = units[i + j];
    part.length = end;
    text += fromCharCode.apply(null, part);
  }
  return text;
}

const SURROGATE = /[\uD800-\uDFFF]/;

/** The str value of a JavaScript string in UTF-16 (a lone surrogate stays one). */
export function strFromJs(text: string): Str {
  if (!SURROGATE.test(text)) return text;
  return new PyWideStr(Uint32Array.from(text, (c) => c.codePointAt(0) as number));
}

/** The str value whose key is `key` (see {@link strKey}). */
export function strFromKey(key: string): Str {
  if (key.startsWith(ESCAPE)) {
    return new PyWideStr(Uint32Array.from(key.slice(1).split(","), (part) => Number.parseInt(part, 36)));
  }
  return strFromJs(key);
}

/** The Map key and attribute name of a str; see `PyWideStr.key`. */
export function strKey(value: Str): string {
  return typeof value === "string" ? value : value.key;
}
