export { Activation, activationOf, frameBack, frameObjectOf } from "./activation.js";
export {
  type AttributeLoad,
  AttributeStore,
  ClassLoad,
  InstanceLoad,
  SuperCache,
} from "./attribute-caches.js";
export { CallShape, Executable, executableOf } from "./executable.js";
export { Frame, OnReturn, Owner, type Slot } from "./frame.js";
export { Chunk, detach, FrameStack } from "./frame-stack.js";
export { forgetLeftovers } from "./leftovers.js";
export { type AttributeEntry, AttributeKind, PolymorphicCache } from "./polymorphic-cache.js";
export { PyFrame } from "./py-frame.js";
export { SlotCache } from "./slot-cache.js";
export { neverSpecialize, type Specializer } from "./specializer.js";
export { type Attempt, FamilyStatistics, Statistics } from "./statistics.js";
export {
  activations,
  type CompiledCode,
  DEFAULT_HOT,
  type InstructionTemplate,
  type InstructionTemplates,
  neverCompile,
  type SiteFeedback,
  type SiteState,
  type TierCompiler,
  YIELDED,
} from "./tier-compiler.js";
