export { type StreamOptions, standardStream } from "./_io/standard-streams.js";
export { nativeModules } from "./native-modules.js";
