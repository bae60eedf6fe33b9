import { specialMethods } from "@adder/bytecode";
import {
  call,
  FunctionType,
  fullTypeName,
  getAttr,
  isSubtype,
  lookup,
  lookupAfter,
  lookupSpecial,
  type MethodSelf,
  type PyType,
  type Result,
  raise,
  SuperType,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  typeOf,
  type Value,
} from "@adder/objects";

/**
 * LOAD_SUPER_ATTR. `flags`: bit 0 asks for a method (left unbound where it is a plain function, with its instance in
 * `out`), bit 1 says that `super` was called with two arguments.
 */
export function loadSuperAttr(
  ts: ThreadState,
  callable: Value,
  cls: Value,
  self: Value,
  name: string,
  flags: number,
  out: MethodSelf,
): Result<Value> {
  out.self = undefined;
  if (callable === SuperType && (flags & 1) !== 0 && name !== "__class__") {
    const type = typeOf(self);
    if (typeof cls === "object" && (typeOf(cls).flags & TypeFlags.TYPE_SUBCLASS) !== 0) {
      if (isSubtype(type, cls as PyType)) {
        const found = lookupAfter(type, cls as PyType, name);
        if (found !== undefined && typeOf(found) === FunctionType) {
          out.self = self;
          return found;
        }
      }
    }
  }
  const proxy = call(ts, callable, (flags & 2) !== 0 ? [cls, self] : []);
  return proxy === null ? null : getAttr(ts, proxy, name);
}

/** LOAD_SPECIAL: a special method of the type of `owner`, left unbound where it is a plain function. */
export function loadSpecial(ts: ThreadState, owner: Value, which: number, out: MethodSelf): Result<Value> {
  out.self = undefined;
  const type = typeOf(owner);
  const name = specialMethods[which];
  const found = lookup(type, name);
  if (found === undefined) return raiseNoContextManager(ts, owner, which);
  const foundType = typeOf(found);
  if ((foundType.flags & TypeFlags.METHOD_DESCRIPTOR) !== 0) {
    out.self = owner;
    return found;
  }
  const get = foundType.tp_descr_get;
  return get === null ? found : get(ts, found, owner, type);
}

/** Raises TypeError for a `with` statement's object that is no context manager of the right kind. */
function raiseNoContextManager(ts: ThreadState, owner: Value, which: number): null {
  const asynchronous = which >= 2;
  const kind = asynchronous ? "asynchronous context manager" : "context manager";
  let message = `'${fullTypeName(owner)}' object does not support the ${kind} protocol (missed ${specialMethods[which]} method)`;
  const others = asynchronous ? ["__enter__", "__exit__"] : ["__aenter__", "__aexit__"];
  for (const other of others) {
    const method = lookupSpecial(ts, owner, other);
    if (method === null) return null;
    if (method === undefined) return raise(ts, TypeErrorType, message);
  }
  message += asynchronous
    ? " but it supports the context manager protocol. Did you mean to use 'with'?"
    : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
  return raise(ts, TypeErrorType, message);
}
