import type { Value } from "../../core/object.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import {
  ImportErrorType,
  OSErrorType,
  StopIterationType,
  SyntaxErrorType,
  SystemExitType,
} from "./exception-types.js";
import type { PyBaseException } from "./py-base-exception.js";

type FieldRule = (exc: PyBaseException) => void;

/** A field of an exception, `undefined` when it was never set. */
export function getExceptionField(exc: PyBaseException, name: string): Value | undefined {
  return exc.fields === null ? undefined : exc.fields.get(name);
}

/** Sets or (with `undefined`) clears a field of an exception. */
export function setExceptionField(exc: PyBaseException, name: string, value: Value | undefined): void {
  if (value !== undefined) (exc.fields ??= new Map()).set(name, value);
  else exc.fields?.delete(name);
}

/** What the constructors of built-in exceptions take from their positional arguments. */
const rules = new Map<PyType, FieldRule>([
  [StopIterationType, (exc) => setExceptionField(exc, "value", exc.args.items[0] ?? None)],
  [
    SystemExitType,
    (exc) => {
      const { items } = exc.args;
      setExceptionField(exc, "code", items.length === 0 ? None : items.length === 1 ? items[0] : exc.args);
    },
  ],
  [
    ImportErrorType,
    (exc) => {
      if (exc.args.items.length === 1) setExceptionField(exc, "msg", exc.args.items[0]);
    },
  ],
  [
    SyntaxErrorType,
    (exc) => {
      if (exc.args.items.length > 0) setExceptionField(exc, "msg", exc.args.items[0]);
    },
  ],
  [
    OSErrorType,
    (exc) => {
      const { items } = exc.args;
      if (items.length < 2 || items.length > 5) return;
      setExceptionField(exc, "errno", items[0]);
      setExceptionField(exc, "strerror", items[1]);
      if (items.length > 2 && items[2] !== None) {
        setExceptionField(exc, "filename", items[2]);
        if (items.length > 4) setExceptionField(exc, "filename2", items[4]);
        // The filename stays out of `args`, for compatibility with very old programs (CPython does the same).
        exc.args = new PyTuple(items.slice(0, 2));
      }
    },
  ],
]);

for (const type of rules.keys()) type.flags |= TypeFlags.EXC_FIELDS;

/** Sets the fields of a fresh exception from its `args`; most exceptions have none. */
export function setFieldsFromArgs(exc: PyBaseException): void {
  if ((exc.cls.flags & TypeFlags.EXC_FIELDS) === 0) return;
  for (let type: PyType | null = exc.cls; type !== null; type = type.base) {
    const rule = rules.get(type);
    if (rule !== undefined) {
      rule(exc);
      return;
    }
  }
}
