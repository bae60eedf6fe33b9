export { JitCompiler, type JitOptions } from "./jit-compiler.js";
