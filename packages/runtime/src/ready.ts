import { readyFrameType } from "./frame/frame-type.js";
import { readyTracebackType } from "./frame/traceback-type.js";
import { readyAsyncGeneratorType } from "./generators/async-generator-type.js";
import { readyGeneratorTypes } from "./generators/generator-types.js";
import { readyTemplateTypes } from "./templates/template-types.js";

let done = false;

/** Makes the types work that `objects` names but only the interpreter can implement. They are shared by all interpreters. */
export function readyRuntimeTypes(): void {
  if (done) return;
  done = true;
  readyFrameType();
  readyTracebackType();
  readyGeneratorTypes();
  readyAsyncGeneratorType();
  readyTemplateTypes();
}
