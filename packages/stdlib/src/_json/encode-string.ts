import { ByteWriter, codePoints, type Str, TextWriter, textOfUnits } from "@adder/objects";

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
const SPECIAL = /["\\\u0000-\u001f]/;

/** A JSON string in ASCII (CPython `ascii_escape_unicode`). */
export function encodeAscii(s: Str): string {
  if (typeof s === "string" && PLAIN_ASCII.test(s)) return `"${s}"`;
  const points = codePoints(s);
  const out = new ByteWriter(points.length + 2);
  const push = (text: string): void => {
    for (let i = 0; i < text.length; i++) out.push(text.charCodeAt(i));
  };
  out.push(34);
  for (let i = 0; i < points.length; i++) {
    const c = points[i];
    if (c >= 32 && c <= 126 && c !== 34 && c !== 92) out.push(c);
    else if (c < 0x10000) push(escape(c));
    else push(hex4(0xd800 + ((c - 0x10000) >> 10)) + hex4(0xdc00 + ((c - 0x10000) & 0x3ff)));
  }
  out.push(34);
  return textOfUnits(out.finish());
}

/** A JSON string with its own characters (CPython `escape_unicode`). */
export function encodeText(s: Str): Str {
  if (typeof s === "string" && !SPECIAL.test(s)) return `"${s}"`;
  const points = codePoints(s);
  const out = new TextWriter();
  out.push(34);
  for (let i = 0; i < points.length; i++) {
    const c = points[i];
    if (c >= 32 && c !== 34 && c !== 92) out.push(c);
    else out.pushAll(codePoints(escape(c)));
  }
  out.push(34);
  return out.finish();
}
