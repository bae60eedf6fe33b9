import {
  type Interpreter,
  NotImplementedErrorType,
  type PyTuple,
  type Result,
  raise,
  type Str,
  type ThreadState,
  type Value,
} from "@adder/objects";

/** What type-parameter syntax (PEP 695, 696) makes. The `_typing` module implements it. */
export interface TypingPort {
  /** A type variable whose bound or constraints are computed by calling a function when they are asked for. */
  typeVar(
    ts: ThreadState,
    name: Str,
    evaluateBound: Value | null,
    evaluateConstraints: Value | null,
  ): Result<Value>;
  paramSpec(ts: ThreadState, name: Str): Result<Value>;
  typeVarTuple(ts: ThreadState, name: Str): Result<Value>;
  /** `type name[parameters] = ...`; `parameters` is a tuple or None. */
  typeAlias(ts: ThreadState, name: Str, parameters: Value, compute: Value): Result<Value>;
  /** `Generic[parameters]`, the implicit base of a generic class. */
  subscriptGeneric(ts: ThreadState, parameters: PyTuple): Result<Value>;
  /** Gives a type parameter a default that is computed when it is asked for, and answers the parameter. */
  setDefault(ts: ThreadState, parameter: Value, evaluate: Value): Result<Value>;
}

const missing = (ts: ThreadState): null =>
  raise(ts, NotImplementedErrorType, "type parameters need the _typing module");

/** Knows no type parameters. */
export const noTyping: TypingPort = {
  typeVar: missing,
  paramSpec: missing,
  typeVarTuple: missing,
  typeAlias: missing,
  subscriptGeneric: missing,
  setDefault: missing,
};

const key = {};

interface Installed {
  port: TypingPort;
}

/** Gives an interpreter its type parameters. */
export function useTyping(interp: Interpreter, port: TypingPort): void {
  interp.state<Installed>(key, () => ({ port })).port = port;
}

/** The type parameters of the thread's interpreter. */
export function typingOf(ts: ThreadState): TypingPort {
  return ts.interp.state<Installed>(key, () => ({ port: noTyping })).port;
}
