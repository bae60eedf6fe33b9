export {
  DEFAULT_HOT,
  neverCompile,
  neverSpecialize,
  type SiteFeedback,
  type SiteState,
  type Specializer,
  type TierCompiler,
} from "@adder/frames";
export { AdaptiveSpecializer } from "./adaptive.js";
export {
  ADAPTIVE_START,
  advance,
  COLD,
  COOLDOWN_VALUE,
  MAX_VALUE,
  makeCounter,
  restart,
  triggers,
} from "./backoff.js";
export { feedbackOf } from "./feedback.js";
export { type PolicyName, policies } from "./policies.js";
export { RandomSpecializer } from "./random.js";
export { type Observation, RecordingSpecializer } from "./recording.js";
