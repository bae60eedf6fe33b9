export { astPort } from "./_ast/port.js";
export { type StreamOptions, standardStream } from "./_io/standard-streams.js";
export { SignalState } from "./_signal/state.js";
export { typeParameterSyntax } from "./_typing/syntax.js";
export { nativeModules } from "./native-modules.js";
