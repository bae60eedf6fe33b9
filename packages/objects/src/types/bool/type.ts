import { checkPositional } from "../../core/bind-arguments.js";
import { IntType } from "../../core/builtin-types.js";
import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { isTrue } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { DeprecationWarningType, TypeErrorType } from "../exceptions/exception-types.js";
import { type Int, intAnd, intOr, intXor } from "../int/arithmetic.js";
import { toInt } from "../int/to-int.js";
import { NotImplemented } from "../none/singletons.js";

/** `&`, `|` and `^` of two bools are bools; with an int they are the int's. */
const logical =
  (op: (a: Int, b: Int) => Int) =>
  (_ts: ThreadState, left: Value, right: Value): Result<Value> => {
    const a = toInt(left);
    const b = toInt(right);
    if (a === undefined || b === undefined) return NotImplemented;
    const r = op(a, b);
    return typeof left === "boolean" && typeof right === "boolean" ? r !== 0 : r;
  };

/** `bool` (CPython `Objects/boolobject.c`). */
export const boolSpec: TypeSpec = {
  name: "bool",
  base: IntType,
  flags: 0,
  doc: "The truth values True and False, which are also the ints 1 and 0.",
  signature: "(object=False, /)",
  slots: {
    tp_new(ts, _cls, args, kwnames) {
      if (kwnames !== null && kwnames.length > 0)
        return raise(ts, TypeErrorType, "bool() takes no keyword arguments");
      const bound = checkPositional(ts, "bool", args.length, 0, 1);
      if (bound === null) return null;
      return args.length === 0 ? false : isTrue(ts, args[0]);
    },
    tp_repr: (_ts, self: Value) => (self ? "True" : "False"),
    nb_and: logical(intAnd),
    nb_or: logical(intOr),
    nb_xor: logical(intXor),
    nb_invert(ts, self: boolean) {
      const warned = ts.interp.evaluator.warn(
        ts,
        DeprecationWarningType,
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. " +
          "This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. " +
          "Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.",
        1,
      );
      return warned === null ? null : self ? -2 : -1;
    },
  },
};
