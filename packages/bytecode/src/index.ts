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
export {
  cacheFormat,
  cacheWords,
  deopt,
  numPopped,
  numPushed,
  OpcodeFlag,
  opcodeFlags,
  opcodeNames,
} from "./generated/metadata.js";
export { Op } from "./generated/opcodes.js";
