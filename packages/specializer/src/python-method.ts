import { FunctionType, lookup, PyFunction, type PyType, TypeFlags } from "@adder/objects";

/** A special method of a class that is a Python function; `undefined` for any other, and for none. */
export function pythonMethod(type: PyType, name: string): PyFunction | undefined {
  if ((type.flags & TypeFlags.HEAP) === 0) return undefined;
  const method = lookup(type, name);
  return method instanceof PyFunction && method.cls === FunctionType ? method : undefined;
}
