export { enumerations, located, products, sums } from "./definition.js";
export * from "./generated/nodes.js";
export type { ConstantValue, Located } from "./located.js";
