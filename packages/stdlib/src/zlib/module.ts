import type { ModuleSpec } from "@adder/objects";
import {
  Z_BLOCK,
  Z_DEFAULT_STRATEGY,
  Z_FILTERED,
  Z_FINISH,
  Z_FIXED,
  Z_FULL_FLUSH,
  Z_HUFFMAN_ONLY,
  Z_NO_FLUSH,
  Z_PARTIAL_FLUSH,
  Z_RLE,
  Z_SYNC_FLUSH,
  Z_TREES,
} from "pako";
import { adler32, checksumRow, crc32 } from "../checksums.js";
import { compress, compressobj, DEF_MEM_LEVEL, DEFLATED, MAX_WBITS } from "./compress.js";
import { decompress, decompressobj } from "./decompress.js";
import { ErrorType, FIRST_BLOCK } from "./stream.js";
import { ZlibDecompressorType } from "./zlib-decompressor.js";

const doc = `Compression in the formats of zlib, gzip and raw deflate; wbits chooses one, and the size of the window.

Whole data: compress(), decompress(). Piece by piece: compressobj(), decompressobj().
Checksums: adler32(), crc32().`;

/** The version of zlib whose behaviour and output `pako` has. */
const VERSION = "1.3.1";

/** `zlib` (CPython `Modules/zlibmodule.c`), on top of the library `pako`. */
export const zlibModule: ModuleSpec = {
  name: "zlib",
  doc,
  functions: [
    checksumRow("adler32", "($module, data, value=1, /)", adler32, 1, "Adler-32 of bytes."),
    [
      "compress",
      "($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)",
      compress,
      "Compresses bytes.",
    ],
    [
      "compressobj",
      "($module, /, level=Z_DEFAULT_COMPRESSION, method=DEFLATED,\n            wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,\n            strategy=Z_DEFAULT_STRATEGY, zdict=None)",
      compressobj,
      "A compressor.",
    ],
    checksumRow("crc32", "($module, data, value=0, /)", crc32, 0, "CRC-32 of bytes."),
    [
      "decompress",
      "($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)",
      decompress,
      "Decompresses bytes.",
    ],
    ["decompressobj", "($module, /, wbits=MAX_WBITS, zdict=b'')", decompressobj, "A decompressor."],
  ],
  attributes: {
    error: ErrorType,
    _ZlibDecompressor: ZlibDecompressorType,
    MAX_WBITS,
    DEFLATED,
    DEF_MEM_LEVEL,
    DEF_BUF_SIZE: FIRST_BLOCK,
    Z_NO_COMPRESSION: 0,
    Z_BEST_SPEED: 1,
    Z_BEST_COMPRESSION: 9,
    Z_DEFAULT_COMPRESSION: -1,
    Z_FILTERED,
    Z_HUFFMAN_ONLY,
    Z_RLE,
    Z_FIXED,
    Z_DEFAULT_STRATEGY,
    Z_NO_FLUSH,
    Z_PARTIAL_FLUSH,
    Z_SYNC_FLUSH,
    Z_FULL_FLUSH,
    Z_FINISH,
    Z_BLOCK,
    Z_TREES,
    ZLIB_VERSION: VERSION,
    ZLIB_RUNTIME_VERSION: VERSION,
    __version__: "1.0",
  },
};
