export { InternalError } from "@adder/bytecode";
