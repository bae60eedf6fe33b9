import { BlockingIOErrorType, type ModuleSpec, type PyType } from "@adder/objects";
import { BufferedIOBaseType, IOBaseType, RawIOBaseType, TextIOBaseType } from "./base.js";
import {
  BufferedRandomType,
  BufferedReaderType,
  BufferedWriterType,
  DEFAULT_BUFFER_SIZE,
} from "./buffered.js";
import { BytesIOBufferType, BytesIOType } from "./bytes-io.js";
import { UnsupportedOperationType } from "./common.js";
import { FileIOType } from "./file-io.js";
import { IncrementalNewlineDecoderType } from "./newline-decoder.js";
import { openFile, textEncoding } from "./open.js";
import { BufferedRWPairType } from "./rw-pair.js";
import { StringIOType } from "./string-io.js";
import { TextIOWrapperType } from "./text-io-wrapper.js";

const types: readonly PyType[] = [
  IOBaseType,
  RawIOBaseType,
  BufferedIOBaseType,
  TextIOBaseType,
  FileIOType,
  BytesIOType,
  BytesIOBufferType,
  StringIOType,
  BufferedReaderType,
  BufferedWriterType,
  BufferedRandomType,
  BufferedRWPairType,
  TextIOWrapperType,
  IncrementalNewlineDecoderType,
  UnsupportedOperationType,
];

/** `_io` (CPython `Modules/_io`). */
export const ioModule: ModuleSpec = {
  name: "_io",
  doc: "Streams.",
  types,
  attributes: { DEFAULT_BUFFER_SIZE, BlockingIOError: BlockingIOErrorType },
  functions: [
    [
      "open",
      "($module, /, file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
      openFile,
      "Opens a file.",
    ],
    [
      "open_code",
      "($module, /, path)",
      (ts, module, path) => openFile(ts, module, path, "rb"),
      "Opens a file that is to be executed.",
    ],
    [
      "text_encoding",
      "($module, encoding, stacklevel=2, /)",
      textEncoding,
      "An encoding, or the default for None.",
    ],
  ],
};
