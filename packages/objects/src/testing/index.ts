import "../ready.js";
import { TypeType } from "../core/builtin-types.js";
import { call } from "../core/call.js";
import { InternalError, takePending } from "../core/errors.js";
import type { Result, Value } from "../core/object.js";
import { repr, str } from "../core/protocols.js";
import { Interpreter, ThreadState } from "../core/thread-state.js";
import { PyType } from "../core/type.js";
import type { Evaluator } from "../ports/evaluator.js";
import { PyDict } from "../types/dict/py-dict.js";
import { toJs } from "../types/str/text.js";
import { PyTuple } from "../types/tuple/py-tuple.js";
import { nullEvaluator, nullFrontend } from "./evaluator.js";
import { nullHost } from "./host.js";
import { type Body, NativeEvaluator } from "./native-evaluator.js";

export { nullEvaluator, nullFrontend } from "./evaluator.js";
export { nullHost } from "./host.js";
export { type Body, NativeEvaluator } from "./native-evaluator.js";

/** A thread of a fresh interpreter that has a null host, a null front end and, unless given, a null evaluator. */
export function testThread(evaluator: Evaluator = nullEvaluator()): ThreadState {
  return new ThreadState(new Interpreter(nullHost(), evaluator, nullFrontend(), new PyDict(), new PyDict()));
}

/** The outcome of an operation as text: the repr of its result, or `Type: message` of the exception, which is taken. */
export function show(ts: ThreadState, result: Result<Value | undefined>): string {
  if (result === undefined) return "undefined";
  if (result === null) {
    const exc = takePending(ts);
    const message = str(ts, exc);
    return `${exc.cls.name}: ${message === null ? "?" : toJs(message)}`;
  }
  const text = repr(ts, result);
  return text === null ? show(ts, null) : toJs(text);
}

/**
 * What `class name(*bases): ...` makes; functions become methods, everything else class attributes.
 * The thread must have a {@link NativeEvaluator}.
 */
export function makeClass(
  ts: ThreadState,
  name: string,
  bases: readonly PyType[],
  body: Readonly<Record<string, Value | Body>> = {},
  metaclass: PyType = TypeType,
): PyType {
  const namespace = new PyDict();
  namespace.setStr("__module__", "__main__");
  for (const [key, value] of Object.entries(body)) {
    namespace.setStr(key, typeof value === "function" ? method(ts, key, value) : value);
  }
  const cls = call(ts, metaclass, [name, new PyTuple(bases), namespace]);
  if (cls instanceof PyType) return cls;
  throw new InternalError(show(ts, cls));
}

function method(ts: ThreadState, name: string, body: Body): Value {
  const { evaluator } = ts.interp;
  if (!(evaluator instanceof NativeEvaluator)) throw new InternalError("the thread has no NativeEvaluator");
  // The first parameter of a body is the thread.
  const parameters = Array.from({ length: body.length - 1 }, (_, i) => `p${i}`);
  return evaluator.define(ts, name, parameters, body);
}
