import { CodeFlags, CodeObject, LocalKind } from "@adder/bytecode";
import { enterNative, leaveNative } from "../core/call.js";
import { InternalError, raise } from "../core/errors.js";
import type { Result, Value } from "../core/object.js";
import type { KwNames } from "../core/slots.js";
import type { ThreadState } from "../core/thread-state.js";
import type { Evaluator } from "../ports/evaluator.js";
import { PyCode } from "../types/code/py-code.js";
import { PyDict } from "../types/dict/py-dict.js";
import { TypeErrorType } from "../types/exceptions/exception-types.js";
import { makeFunction } from "../types/function/make-function.js";
import type { PyFunction } from "../types/function/py-function.js";
import { nullEvaluator } from "./evaluator.js";

/** The body of a Python function of a test: gets the arguments, `self` first. */
export type Body = (ts: ThreadState, ...args: Value[]) => Result<Value>;

/**
 * An evaluator whose Python functions have bodies in JavaScript: tests of what happens around a Python
 * function need no compiler.
 */
export class NativeEvaluator implements Evaluator {
  readonly #bodies = new WeakMap<PyFunction, Body>();
  readonly #base = nullEvaluator();
  runCode = this.#base.runCode;
  importModule = this.#base.importModule;
  warn = this.#base.warn;
  unraisable = this.#base.unraisable;

  /** Makes a Python function `name(*parameters)`. */
  define(ts: ThreadState, name: string, parameters: readonly string[], body: Body): PyFunction {
    const code = new CodeObject({
      argcount: parameters.length,
      posonlyargcount: 0,
      kwonlyargcount: 0,
      stacksize: 1,
      flags: CodeFlags.OPTIMIZED | CodeFlags.NEWLOCALS,
      code: new Uint16Array(0),
      consts: [],
      names: [],
      localsplusNames: parameters,
      localsplusKinds: Uint8Array.from(
        parameters,
        () => LocalKind.ARG_POS | LocalKind.ARG_KW | LocalKind.LOCAL,
      ),
      filename: "<test>",
      name,
      qualname: name,
      firstlineno: 1,
      linetable: new Uint8Array(0),
      exceptiontable: new Uint8Array(0),
    });
    const fn = makeFunction(ts, new PyCode(ts, code), new PyDict());
    this.#bodies.set(fn, body);
    return fn;
  }

  callFunction(ts: ThreadState, fn: PyFunction, args: Value[], kwnames: KwNames): Result<Value> {
    const body = this.#bodies.get(fn);
    if (body === undefined) throw new InternalError("a function that this evaluator did not make");
    const expected = fn.code.code.argcount;
    if (kwnames !== null || args.length !== expected) {
      const message = `() takes ${expected} positional arguments but ${args.length} were given`;
      return raise(ts, TypeErrorType, fn.code.code.name + message);
    }
    if (!enterNative(ts)) return null;
    const result = body(ts, ...args);
    leaveNative(ts);
    return result;
  }
}
