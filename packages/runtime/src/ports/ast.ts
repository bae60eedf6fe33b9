import type { mod } from "@adder/ast";
import {
  type Interpreter,
  type Result,
  raise,
  SystemErrorType,
  type ThreadState,
  type Value,
} from "@adder/objects";

/** Syntax trees as Python objects. The `_ast` module implements it. */
export interface AstPort {
  /** The tree as objects of the classes of `_ast`. */
  toPython(ts: ThreadState, tree: mod): Result<Value>;
  /** Is this an instance of `_ast.AST`? */
  isTree(ts: ThreadState, v: Value): boolean;
  /** The tree that Python objects describe. Raises TypeError ("expected Module node, got Expression") and ValueError. */
  fromPython(ts: ThreadState, v: Value, mode: "exec" | "eval" | "single" | "func_type"): Result<mod>;
}

/** Knows no trees. */
export const noAst: AstPort = {
  toPython: (ts) => raise(ts, SystemErrorType, "there is no _ast module"),
  isTree: () => false,
  fromPython: (ts) => raise(ts, SystemErrorType, "there is no _ast module"),
};

const key = {};

interface Installed {
  port: AstPort;
}

/** Gives an interpreter its syntax trees. */
export function useAst(interp: Interpreter, port: AstPort): void {
  interp.state<Installed>(key, () => ({ port })).port = port;
}

/** The syntax trees of the thread's interpreter. */
export function astPortOf(ts: ThreadState): AstPort {
  return ts.interp.state<Installed>(key, () => ({ port: noAst })).port;
}
