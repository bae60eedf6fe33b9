/*
 * Text operations that tracebacks are laid out with, with the meaning that Python's `str`, `textwrap` and
 * `unicodedata` give them.
 */

/** `str.splitlines()`. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
  if (lines[lines.length - 1] === "") lines.pop();
  return lines;
}

/** `str.rstrip()`. */
export function trimEnd(text: string): string {
  return text.replace(/[\s\x1c-\x1f\x85]+$/, "");
}

/** `textwrap.dedent(text)`. */
export function dedent(text: string): string {
  const lines = text.split("\n");
  const filled = lines.filter((line) => line.trim() !== "");
  let margin = filled.length === 0 ? "" : (/^[ \t]*/.exec(filled[0]) as RegExpExecArray)[0];
  for (const line of filled) {
    let n = 0;
    while (n < margin.length && margin[n] === line[n]) n++;
    margin = margin.slice(0, n);
  }
  return lines.map((line) => (line.trim() === "" ? "" : line.slice(margin.length))).join("\n");
}

/** `textwrap.indent(text, prefix, lambda line: True)`. */
export function indentAll(text: string, prefix: string): string {
  return text.replace(/[^\n]*\n|[^\n]+$/g, (line) => prefix + line);
}

/** Index in code points of the byte `offset` of the UTF-8 form of a line. */
export function characterOffset(line: string, offset: number): number {
  let bytes = 0;
  let characters = 0;
  for (const c of line) {
    if (bytes >= offset) break;
    bytes += utf8Length(c.codePointAt(0) as number);
    characters++;
  }
  return characters;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** First and last code points of the ranges whose East Asian width is wide or fullwidth (Unicode 16). */
const wide =
  "1100-115f,231a-231b,2329-232a,23e9-23ec,23f0,23f3,25fd-25fe,2614-2615,2630-2637,2648-2653,267f,268a-268f," +
  "2693,26a1,26aa-26ab,26bd-26be,26c4-26c5,26ce,26d4,26ea,26f2-26f3,26f5,26fa,26fd,2705,270a-270b,2728,274c," +
  "274e,2753-2755,2757,2795-2797,27b0,27bf,2b1b-2b1c,2b50,2b55,2e80-2e99,2e9b-2ef3,2f00-2fd5,2ff0-303e," +
  "3041-3096,3099-30ff,3105-312f,3131-318e,3190-31e5,31ef-321e,3220-3247,3250-a48c,a490-a4c6,a960-a97c," +
  "ac00-d7a3,f900-faff,fe10-fe19,fe30-fe52,fe54-fe66,fe68-fe6b,ff01-ff60,ffe0-ffe6,16fe0-16fe4,16ff0-16ff1," +
  "17000-187f7,18800-18cd5,18cff-18d08,1aff0-1aff3,1aff5-1affb,1affd-1affe,1b000-1b122,1b132,1b150-1b152," +
  "1b155,1b164-1b167,1b170-1b2fb,1d300-1d356,1d360-1d376,1f004,1f0cf,1f18e,1f191-1f19a,1f200-1f202," +
  "1f210-1f23b,1f240-1f248,1f250-1f251,1f260-1f265,1f300-1f320,1f32d-1f335,1f337-1f37c,1f37e-1f393," +
  "1f3a0-1f3ca,1f3cf-1f3d3,1f3e0-1f3f0,1f3f4,1f3f8-1f43e,1f440,1f442-1f4fc,1f4ff-1f53d,1f54b-1f54e," +
  "1f550-1f567,1f57a,1f595-1f596,1f5a4,1f5fb-1f64f,1f680-1f6c5,1f6cc,1f6d0-1f6d2,1f6d5-1f6d7,1f6dc-1f6df," +
  "1f6eb-1f6ec,1f6f4-1f6fc,1f7e0-1f7eb,1f7f0,1f90c-1f93a,1f93c-1f945,1f947-1f9ff,1fa70-1fa7c,1fa80-1fa89," +
  "1fa8f-1fac6,1face-1fadc,1fadf-1fae9,1faf0-1faf8,20000-2fffd,30000-3fffd";

function isWide(codePoint: number): boolean {
  if (codePoint < 0x1100) return false;
  return wide.split(",").some((range) => {
    const [first, last = first] = range.split("-");
    return codePoint >= Number.parseInt(first, 16) && codePoint <= Number.parseInt(last, 16);
  });
}

/** Columns that the first `offset` characters of a line take on a terminal. */
export function displayWidth(line: readonly string[], offset = line.length): number {
  let width = 0;
  for (const c of line.slice(0, offset)) width += isWide(c.codePointAt(0) as number) ? 2 : 1;
  return line.every((c) => c < "\x80") ? offset : width;
}
