/*
 * What there is where there is no Node: in browsers and workers. An interpreter has the host that it is given, whose
 * files hold the library, as `MemoryHost` makes one.
 */

export { StepLimitError } from "@adder/objects";
export type { FamilyStats, InterpreterStats } from "@adder/runtime";
export type { PolicyName, SiteFeedback, SiteState, Specializer, TierCompiler } from "@adder/specializer";
export {
  EmbeddedInterpreter,
  EmbeddedInterpreter as Interpreter,
  type InterpreterOptions,
} from "./embedding/interpreter.js";
export { PythonError } from "./embedding/python-error.js";
export { PythonObject } from "./embedding/python-object.js";
export { type InterruptBuffer, interrupt, interruptBuffer } from "./host/interrupt-flag.js";
export { MemoryHost, type MemoryHostOptions } from "./host/memory-host.js";
export type { TierOptions } from "./session.js";
