export {
  type CacheError,
  type CacheFile,
  type CacheValidity,
  MAGIC_NUMBER,
  MAGIC_TOKEN,
  readCacheFile,
  writeCacheFile,
} from "./cache/cache-file.js";
export { readImage, writeImage } from "./cache/image.js";
export {
  PACKED_CODE,
  type PackedCode,
  type PackedCodeError,
  packCode,
  unpackCode,
} from "./cache/packed-code.js";
export type { CodeBody, CodeHeader, CodeSource } from "./code-object.js";
export { type CodeFields, CodeFlags, CodeObject, type Constant, LocalKind } from "./code-object.js";
export {
  binaryOps,
  COMPARE_TO_BOOL,
  commonConstants,
  compareMasks,
  compareOps,
  conversions,
  functionAttributes,
  intrinsics1,
  intrinsics2,
  RESUME_DEPTH1,
  resumeKinds,
  specialMethods,
} from "./definition/tables.js";
export { codeRepr, describeArgument, reprConstant } from "./dis/describe.js";
export { type DisassembleOptions, disassemble } from "./dis/disassemble.js";
export { type DecodedInstruction, decodeInstructions, jumpTarget } from "./dis/instructions.js";
export { formsOf, genericOf, instructionName, isAdaptive } from "./families.js";
export {
  cacheFormat,
  cacheWords,
  deopt,
  formNames,
  formShown,
  numPopped,
  numPushed,
  OpcodeFlag,
  opcodeFlags,
  opcodeNames,
  superinstructionParts,
} from "./generated/metadata.js";
export { Form, Op } from "./generated/opcodes.js";
export { InternalError } from "./internal-error.js";
export { type MarshalError, type UnmarshalResult, unmarshal } from "./marshal/reader.js";
export { MARSHAL_VERSION, type MarshalValue } from "./marshal/types.js";
export { marshal } from "./marshal/writer.js";
export { stackEffect } from "./stack-effect.js";
export { decodeHandlers, type Handler, handlerAt } from "./tables/handlers.js";
export {
  type LineRange,
  LocationCursor,
  lineAt,
  lineRanges,
  positions,
  rangeAt,
  type SourceRange,
  UNKNOWN,
} from "./tables/locations.js";
export {
  COLD_COUNTER,
  FIRST_FORM,
  FIRST_INSTRUMENTED,
  makeWord,
  narrowInstructions,
  OPCODE_BITS,
  OPCODE_MASK,
  widenInstructions,
} from "./words.js";
