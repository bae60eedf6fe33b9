/** Part of every JavaScript host, though not of the language's own type library. */
declare const globalThis: {
  readonly TextDecoder: new (
    encoding: string,
    options: { ignoreBOM: boolean; fatal?: boolean },
  ) => { decode(bytes: Uint8Array): string };
};

/** The host's decoder (WHATWG Encoding). */
export const TextDecoder = globalThis.TextDecoder;

/** Python's encodings that are the same for the host: its label, and Python's names (`encodings.aliases`). */
const labels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "utf-8": "utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001",
    latin1: "latin1 latin l1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1_1987 iso_ir_100",
    ascii:
      "ascii 646 us_ascii us ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6",
    shift_jis: "shift_jis sjis s_jis csshiftjis shiftjis cp932 932 ms932 mskanji ms_kanji windows_31j",
    "euc-jp": "euc_jp eucjp ujis u_jis",
    "iso-2022-jp": "iso2022_jp csiso2022jp iso2022jp iso_2022_jp",
    gbk: "gbk cp936 936 ms936 gb2312 chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58",
    gb18030: "gb18030 gb18030_2000",
    big5: "big5 big5_tw csbig5 cp950 950 ms950 big5hkscs big5_hkscs hkscs",
    "euc-kr": "euc_kr euckr korean ksc5601 ks_c_5601 ks_c_5601_1987 ksx1001 ks_x_1001 cp949 949 ms949 uhc",
  }).flatMap(([label, names]) => names.split(" ").map((name) => [name, label])),
);

/** Why Python's decoder of an encoding stops at a byte. */
function reason(label: string): string {
  if (label === "utf-8") return "invalid start byte";
  return label === "ascii" ? "ordinal not in range(128)" : "illegal multibyte sequence";
}

/** Decodes with the host's decoder; `null` when the host or this table has none for the encoding. */
export function hostDecoder(
  encoding: string,
): ((bytes: Uint8Array) => string | { readonly error: string }) | null {
  const name = encoding.toLowerCase().replace(/[-_ ]+/g, "_");
  const label = labels.get(name);
  if (label === undefined) return null;
  if (label === "latin1" || label === "ascii") {
    // The host takes both for windows-1252.
    return (bytes) => {
      const at = label === "ascii" ? bytes.findIndex((byte) => byte >= 128) : -1;
      if (at >= 0) return { error: failure(label, bytes, at) };
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    };
  }
  return (bytes) => {
    const decode = (part: Uint8Array): string | null => {
      try {
        return new TextDecoder(label, { ignoreBOM: true, fatal: true }).decode(part);
      } catch {
        return null;
      }
    };
    const text = decode(bytes);
    if (text !== null) return text;
    // Lines are independent of each other; the first one that fails holds the byte.
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      if (decode(bytes.subarray(start, end + 1)) === null) break;
      start = end + 1;
    }
    let good = start;
    for (let at = start; at < bytes.length && bytes[at] !== 10; at++) {
      if (decode(bytes.subarray(start, at + 1)) !== null) good = at + 1;
    }
    return { error: failure(name === "utf8" ? "utf-8" : name, bytes, good) };
  };
}

function failure(codec: string, bytes: Uint8Array, at: number): string {
  const byte = bytes[at].toString(16).padStart(2, "0");
  return `'${codec}' codec can't decode byte 0x${byte} in position ${at}: ${reason(codec)}`;
}
