import { isPrintable } from "./classify.js";
import type { Str } from "./py-str.js";
import { codePoints } from "./text.js";
import { TextWriter } from "./text-writer.js";

const SIMPLE = /^[ !#-&(-[\]-~]*$/;

/** `repr(s)`: single quotes unless only they occur inside; what can't be printed is escaped. */
export function strRepr(s: Str): Str {
  if (typeof s === "string" && SIMPLE.test(s)) return `'${s}'`;
  const points = codePoints(s);
  let single = false;
  let double = false;
  for (let i = 0; i < points.length; i++) {
    if (points[i] === 39) single = true;
    else if (points[i] === 34) double = true;
  }
  const mark = single && !double ? 34 : 39;
  const out = new TextWriter();
  out.push(mark);
  const escape = (text: string): void => out.pushAll(codePoints(text));
  for (let i = 0; i < points.length; i++) {
    const c = points[i];
    if (c === mark || c === 92) escape(`\\${String.fromCharCode(c)}`);
    else if (c >= 32 && c < 127) out.push(c);
    else if (c === 10) escape("\\n");
    else if (c === 13) escape("\\r");
    else if (c === 9) escape("\\t");
    else if (c > 127 && isPrintable(c)) out.push(c);
    else escape(escapeCodePoint(c));
  }
  out.push(mark);
  return out.finish();
}

/** `\x0a`, `\u1234` or `\U00012345`, the shortest that fits. */
export function escapeCodePoint(c: number): string {
  const hex = c.toString(16);
  return c < 256
    ? `\\x${hex.padStart(2, "0")}`
    : c < 65536
      ? `\\u${hex.padStart(4, "0")}`
      : `\\U${hex.padStart(8, "0")}`;
}
