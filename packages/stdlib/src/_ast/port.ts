import type { mod } from "@adder/ast";
import {
  isInstance,
  RecursionErrorType,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { AstClasses } from "./classes.js";
import { TreeReader } from "./from-python.js";
import { TreeWriter } from "./to-python.js";
import { TreeError, validate } from "./validate.js";

const roots = {
  exec: "Module",
  eval: "Expression",
  single: "Interactive",
  func_type: "FunctionType",
} as const;

/** Syntax trees as objects of the classes of `_ast`: what `compile()` needs to give and to take them. */
export const astPort = {
  /** The tree as Python objects. Raises RecursionError. */
  toPython(ts: ThreadState, tree: mod): Result<Value> {
    return guarded(ts, "during ast construction", () => new TreeWriter(ts).node(tree));
  },
  /** Is this an instance of `_ast.AST`? */
  isTree(ts: ThreadState, v: Value): boolean {
    // Without a class of a program's own there is no need to make those of `_ast`.
    return (typeOf(v).flags & TypeFlags.HEAP) !== 0 && isInstance(v, AstClasses.of(ts).AST);
  },
  /** The tree that Python objects describe. Raises TypeError and ValueError. */
  fromPython(ts: ThreadState, v: Value, mode: keyof typeof roots): Result<mod> {
    const root = roots[mode];
    if (!isInstance(v, AstClasses.of(ts).get(root))) {
      return raise(ts, TypeErrorType, `expected ${root} node, got ${typeOf(v).name}`);
    }
    return guarded(ts, "during compilation", () => {
      const tree = new TreeReader(ts).sum(v, "mod") as Result<mod>;
      if (tree !== null) validate(tree);
      return tree;
    });
  },
};

/** Runs what recurses into a tree; the end of the stack is a RecursionError. */
function guarded<T>(ts: ThreadState, when: string, run: () => Result<T>): Result<T> {
  try {
    return run();
  } catch (error) {
    if (error instanceof TreeError) {
      return raise(ts, error.type === "TypeError" ? TypeErrorType : ValueErrorType, error.message);
    }
    if (!(error instanceof Error) || !/call stack size|too much recursion/.test(error.message)) throw error;
    return raise(ts, RecursionErrorType, `maximum recursion depth exceeded ${when}`);
  }
}
