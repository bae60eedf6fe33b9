import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { compare } from "../../core/compare.js";
import { address } from "../../core/default-repr.js";
import { raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import type { CompareOp, KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { ValueErrorType } from "../exceptions/exception-types.js";
import { NotImplemented } from "../none/singletons.js";
import { strFromJs } from "../str/py-str.js";
import { PyCell } from "./py-cell.js";

function cellNew(ts: ThreadState, _cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "cell", kwnames) === null) return null;
  return checkPositional(ts, "cell", args.length, 0, 1) === null ? null : new PyCell(args[0]);
}

function cellRepr(ts: ThreadState, cell: PyCell): Value {
  const { value } = cell;
  const what = value === undefined ? "empty" : `${typeName(value)} object at ${address(ts, value)}`;
  return strFromJs(`<cell at ${address(ts, cell)}: ${what}>`);
}

/** By content; an empty cell comes before all others. */
function cellCompare(ts: ThreadState, a: PyCell, b: Value, op: CompareOp): Result<Value> {
  if (!(b instanceof PyCell)) return NotImplemented;
  if (a.value !== undefined && b.value !== undefined) return compare(ts, a.value, b.value, op);
  return compare(ts, a.value === undefined ? 0 : 1, b.value === undefined ? 0 : 1, op);
}

/** The specification of `cell`. */
export const cellSpec: TypeSpec = {
  name: "cell",
  doc: "A variable shared between a function and the functions inside it.",
  signature: "([contents])",
  slots: { tp_new: cellNew, tp_repr: cellRepr, tp_richcompare: cellCompare },
  getset: [
    [
      "cell_contents",
      (ts, cell: PyCell) => cell.value ?? raise(ts, ValueErrorType, "Cell is empty"),
      (_ts, cell: PyCell, value) => {
        cell.value = value;
        return true;
      },
    ],
  ],
};
