export { neverSpecialize, type Specializer } from "@adder/frames";
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
export { type PolicyName, policies } from "./policies.js";
export { RandomSpecializer } from "./random.js";
