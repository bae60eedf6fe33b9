export { CodeFlags, type CodeFields, CodeObject, type Constant, LocalKind } from "./code-object.js";
