import { EmbeddedInterpreter, type InterpreterOptions } from "./embedding/interpreter.js";
import { findLibrary } from "./host/find-library.js";
import { InterruptFlag, interruptBuffer } from "./host/interrupt-flag.js";
import { NodeHost } from "./host/node-host.js";

export { StepLimitError } from "@adder/objects";
export type { FamilyStats, InterpreterStats } from "@adder/runtime";
export type { PolicyName, SiteFeedback, SiteState, Specializer, TierCompiler } from "@adder/specializer";
export { EmbeddedInterpreter, type InterpreterOptions } from "./embedding/interpreter.js";
export { PythonError } from "./embedding/python-error.js";
export { PythonObject } from "./embedding/python-object.js";
export { type InterruptBuffer, interrupt, interruptBuffer } from "./host/interrupt-flag.js";
export { MemoryHost, type MemoryHostOptions } from "./host/memory-host.js";
export { NodeHost, type NodeHostOptions } from "./host/node-host.js";
export type { TierOptions } from "./session.js";

/** A Python interpreter on Node: the machine's files, clocks and environment, unless another host is given. */
export class Interpreter extends EmbeddedInterpreter {
  constructor(options: Partial<InterpreterOptions> = {}) {
    const memory = options.interruptBuffer ?? interruptBuffer();
    super({
      ...options,
      host: options.host ?? new NodeHost({ interrupts: new InterruptFlag(memory) }),
      library: options.library ?? findLibrary(),
      interruptBuffer: memory,
    });
  }
}
