import "../ready.js";
import { Interpreter, ThreadState } from "../core/thread-state.js";
import type { Evaluator } from "../ports/evaluator.js";
import { PyDict } from "../types/dict/py-dict.js";
import { nullEvaluator, nullFrontend } from "./evaluator.js";
import { nullHost } from "./host.js";

export { nullEvaluator, nullFrontend } from "./evaluator.js";
export { nullHost } from "./host.js";

/** A thread of a fresh interpreter that has a null host, a null front end and, unless given, a null evaluator. */
export function testThread(evaluator: Evaluator = nullEvaluator()): ThreadState {
  return new ThreadState(new Interpreter(nullHost(), evaluator, nullFrontend(), new PyDict(), new PyDict()));
}
