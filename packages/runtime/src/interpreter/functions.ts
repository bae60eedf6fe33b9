import { CodeFlags } from "@adder/bytecode";
import { executableOf, type Frame } from "@adder/frames";
import {
  InternalError,
  None,
  type PyCell,
  type PyCode,
  type PyDict,
  PyFunction,
  type PyTuple,
  type Value,
} from "@adder/objects";

/** MAKE_FUNCTION. */
export function makeFunction(frame: Frame, codeObject: Value): PyFunction {
  const code = codeObject as PyCode;
  const { name, qualname } = executableOf(code);
  const doc = (code.code.flags & CodeFlags.HAS_DOCSTRING) !== 0 ? code.consts[0] : None;
  const module = frame.globals.getStr("__name__") ?? None;
  return new PyFunction(code, frame.globals, frame.builtins, name, qualname, doc, module);
}

/** SET_FUNCTION_ATTRIBUTE; `which` is a bit of the instruction table's `functionAttributes`. */
export function setFunctionAttribute(value: Value, which: number, attribute: Value): void {
  const fn = value as PyFunction;
  switch (which) {
    case 1:
      fn.defaults = (attribute as PyTuple).items;
      return;
    case 2:
      fn.kwdefaults = attribute as PyDict;
      return;
    case 4:
      fn.annotations = attribute;
      return;
    case 8:
      fn.closure = (attribute as PyTuple).items as readonly PyCell[];
      return;
    case 16:
      fn.annotate = attribute;
      return;
    default:
      throw new InternalError(`no function attribute ${which}`);
  }
}
