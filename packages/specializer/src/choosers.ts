import { Op } from "@adder/bytecode";
import { chooseLoadAttr, chooseStoreAttr } from "./attributes.js";
import { chooseBinaryOp, chooseStoreSubscr } from "./binary-op.js";
import { chooseCall, chooseCallKeywords } from "./call.js";
import { chooseCompareOp, chooseContainsOp, chooseToBool, chooseUnpackSequence } from "./compare-op.js";
import { chooseForIter, chooseSend } from "./for-iter.js";
import { chooseLoadGlobal } from "./load-global.js";
import type { Site } from "./site.js";
import { chooseLoadSuperAttr } from "./super-attr.js";

/** Chooses the form of an instruction for the operands that it has: its opcode, 0 when none fits. Fills the cache. */
export type Chooser = (site: Site) => number;

/** The chooser of each family, by its generic instruction. */
export const choosers: ReadonlyMap<number, Chooser> = new Map<number, Chooser>([
  [Op.BINARY_OP, chooseBinaryOp],
  [Op.CALL, chooseCall],
  [Op.CALL_KW, chooseCallKeywords],
  [Op.COMPARE_OP, chooseCompareOp],
  [Op.CONTAINS_OP, chooseContainsOp],
  [Op.FOR_ITER, chooseForIter],
  [Op.LOAD_ATTR, chooseLoadAttr],
  [Op.LOAD_GLOBAL, chooseLoadGlobal],
  [Op.LOAD_SUPER_ATTR, chooseLoadSuperAttr],
  [Op.SEND, chooseSend],
  [Op.STORE_ATTR, chooseStoreAttr],
  [Op.STORE_SUBSCR, chooseStoreSubscr],
  [Op.TO_BOOL, chooseToBool],
  [Op.UNPACK_SEQUENCE, chooseUnpackSequence],
]);
