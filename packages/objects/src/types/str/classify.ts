/*
 * Character properties from the host's Unicode tables (through regular expressions), with a table of
 * answers for Latin-1, where nearly all questions are asked.
 */

/** The pattern is made when it is first needed: with a property of Unicode that takes the host a tenth of a millisecond. */
const property = (make: () => RegExp): ((c: number) => boolean) => {
  let pattern: RegExp | null = null;
  let table: Uint8Array | null = null;
  return (c) => {
    if (c < 256) {
      table ??= latin1(make());
      return table[c] === 1;
    }
    pattern ??= make();
    return pattern.test(String.fromCodePoint(c));
  };
};

function latin1(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, c) => (pattern.test(String.fromCharCode(c)) ? 1 : 0));
}

/** `str.isalpha` of a code point. */
export const isAlpha = property(() => /^\p{L}$/u);
/** `str.isdecimal` of a code point. */
export const isDecimal = property(() => /^\p{Nd}$/u);
/** `str.isdigit`: decimals, and digits in other guises (superscripts, circled ones). */
export const isDigit = property(
  () =>
    /^[\p{Nd}\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]$/u,
);
/** `str.isnumeric`: anything with a numeric value, ideographs among them. */
export const isNumeric = property(
  () =>
    /^[\p{N}\u3405\u3483\u382a\u3b4d\u4e00\u4e03\u4e07\u4e09\u4e24\u4e5d\u4e8c\u4e94\u4e96\u4eac\u4ebf-\u4ec0\u4edf\u4ee8\u4f0d\u4f70\u4fe9\u5006\u5104\u5146\u5169\u516b\u516d\u5341\u5343-\u5345\u534c\u53c1-\u53c4\u56db\u58f1\u58f9\u5e7a\u5efe-\u5eff\u5f0c-\u5f0e\u5f10\u62d0\u62fe\u634c\u67d2\u6d1e\u6f06\u7396\u767e\u7695\u79ed\u8086\u842c\u8cae\u8cb3\u8d30\u920e\u94a9\u9621\u9646\u964c\u9678\u96f6\uf96b\uf973\uf978\uf9b2\uf9d1\uf9d3\uf9fd\u{20001}\u{20064}\u{200e2}\u{20121}\u{2092a}\u{20983}\u{2098c}\u{2099c}\u{20aea}\u{20afd}\u{20b19}\u{22390}\u{22998}\u{23b1b}\u{2626d}\u{2f890}]$/u,
);
/** `str.islower` of a code point. */
export const isLower = property(() => /^\p{Lowercase}$/u);
/** `str.isupper` of a code point. */
export const isUpper = property(() => /^\p{Uppercase}$/u);
/** Title-case letters such as U+01C5. */
export const isTitle = property(() => /^\p{Lt}$/u);
/** Has case: takes part in title-casing. */
export const isCased = property(() => /^[\p{Lowercase}\p{Uppercase}\p{Lt}]$/u);
/** Is passed over when a final sigma is looked for. */
export const isCaseIgnorable = property(() => /^\p{Case_Ignorable}$/u);
/** `str.isspace` of a code point: white space by bidirectional class or category. */
export const isSpace = property(
  () => /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/u,
);
/** `str.isprintable` of a code point. */
export const isPrintable = property(() => /^(?: |[^\p{C}\p{Z}])$/u);
/** May start an identifier (PEP 3131). */
export const isIdentifierStart = property(() => /^[\p{XID_Start}_]$/u);
/** May go on an identifier. */
export const isIdentifierPart = property(() => /^\p{XID_Continue}$/u);
/** Ends a line for `str.splitlines`. */
export function isLineBreak(c: number): boolean {
  return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c === 0x85 || c === 0x2028 || c === 0x2029;
}
