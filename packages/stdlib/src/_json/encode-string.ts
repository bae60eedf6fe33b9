import { PyWideStr, type Str } from "@adder/objects";

const hex4 = (c: number): string => `\\u${c.toString(16).padStart(4, "0")}`;

function escape(c: number): string {
  switch (c) {
    case 34:
      return '\\"';
    case 92:
      return "\\\\";
    case 8:
      return "\\b";
    case 12:
      return "\\f";
    case 10:
      return "\\n";
    case 13:
      return "\\r";
    case 9:
      return "\\t";
    default:
      return hex4(c);
  }
}

/** Nothing in it needs an escape in ASCII. */
const PLAIN_ASCII = /^[ !#-[\]-~]*$/;
const SPECIAL = /["\\\u0000-\u001f]/g;
const SPECIAL_OR_NOT_ASCII = /["\\]|[^ -~]/g;

/** A JSON string in ASCII (CPython `ascii_escape_unicode`). */
export function encodeAscii(s: Str): string {
  if (typeof s === "string") {
    if (PLAIN_ASCII.test(s)) return `"${s}"`;
    return `"${s.replace(SPECIAL_OR_NOT_ASCII, (c) => escape(c.charCodeAt(0)))}"`;
  }
  let out = '"';
  for (const c of s.codePoints) {
    if (c >= 32 && c <= 126 && c !== 34 && c !== 92) out += String.fromCharCode(c);
    else if (c < 0x10000) out += escape(c);
    else out += hex4(0xd800 + ((c - 0x10000) >> 10)) + hex4(0xdc00 + ((c - 0x10000) & 0x3ff));
  }
  return `${out}"`;
}

/** The text between the quotes of a JSON string with its own characters: parts of a str (CPython `escape_unicode`). */
export function encodeText(s: Str): Str[] {
  if (typeof s === "string") return [`"${s.replace(SPECIAL, (c) => escape(c.charCodeAt(0)))}"`];
  const parts: Str[] = ['"'];
  let special = false;
  for (const c of s.codePoints) special ||= c < 32 || c === 34 || c === 92;
  if (!special) parts.push(s);
  else {
    const points: number[] = [];
    for (const c of s.codePoints) {
      if (c >= 32 && c !== 34 && c !== 92) points.push(c);
      else for (const e of escape(c)) points.push(e.charCodeAt(0));
    }
    parts.push(new PyWideStr(Uint32Array.from(points)));
  }
  parts.push('"');
  return parts;
}
