export { bytesRepr, complexRepr, constantRepr, floatRepr, stringRepr } from "./constant-repr.js";
export { enumerations, located, products, sums } from "./definition.js";
export { type DumpOptions, dump } from "./dump.js";
export { type Field, isEnumeration, type NodeInfo, nodeInfo } from "./fields.js";
export * from "./generated/nodes.js";
export type { ConstantValue, Located } from "./located.js";
export { unparse } from "./unparse.js";
export { forEachChild, type Replacement, transformChildren, walk } from "./visit.js";
