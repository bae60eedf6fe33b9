export { nativeModules } from "./native-modules.js";
