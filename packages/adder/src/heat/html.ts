const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it is written in HTML, in attributes too. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c]);

/** A number with separators between thousands. */
export const count = (n: number): string => n.toLocaleString("en-US");

/** A number of which only the size matters: `1.2 M`. */
export function short(n: number): string {
  for (const [unit, size] of [
    ["G", 1e9],
    ["M", 1e6],
    ["k", 1e3],
  ] as const) {
    if (n >= size) return `${(n / size).toFixed(n < 10 * size ? 1 : 0)} ${unit}`;
  }
  return String(n);
}

/** A share in per cent. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
