import { raise } from "../../core/errors.js";
import type { GetSetRow } from "../../core/native.js";
import { None } from "../none/singletons.js";
import { TypeErrorType } from "./exception-types.js";
import { getExceptionField, setExceptionField } from "./fields.js";
import type { PyBaseException } from "./py-base-exception.js";

/** An attribute of a built-in exception that is a field: None when unset, and any object can be assigned. */
export function fieldRow(name: string, doc: string): GetSetRow {
  return [
    name,
    (_ts, exc: PyBaseException) => getExceptionField(exc, name) ?? None,
    (_ts, exc: PyBaseException, value) => {
      setExceptionField(exc, name, value);
      return true;
    },
    doc,
    "member",
  ];
}

/** A field that is an int, 0 when unset. */
export function intFieldRow(name: string, doc: string): GetSetRow {
  return [
    name,
    (_ts, exc: PyBaseException) => getExceptionField(exc, name) ?? 0,
    (ts, exc: PyBaseException, value) => {
      if (value === undefined) return raise(ts, TypeErrorType, "can't delete numeric/char attribute");
      if (typeof value !== "number" && typeof value !== "bigint") {
        return raise(ts, TypeErrorType, "an integer is required");
      }
      setExceptionField(exc, name, value);
      return true;
    },
    doc,
    "member",
  ];
}
