import {
  AttributeErrorType,
  asStr,
  call,
  callMethod,
  clearPending,
  DictType,
  getAttr,
  getOptionalAttr,
  isDict,
  isInstance,
  isTuple,
  type KwNames,
  ListType,
  lookup,
  None,
  ObjectType,
  type PyDict,
  PyInstance,
  PyList,
  type PySet,
  PyType,
  pendingMatches,
  type Result,
  raise,
  repr,
  SetType,
  type Status,
  StrType,
  setAttr,
  setInstanceAttr,
  setItem,
  strKey,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { cannotUnpickle, raiseAfter } from "./errors.js";
import { attributeAt, audit, libraryOf, moduleOf, translate } from "./library.js";
import { type PyUnpickler, UnpicklerType } from "./py-unpickler.js";

/** Puts items into the list that is on top of the stack, or into what is like one. */
export function append(ts: ThreadState, u: PyUnpickler, items: Value[]): Status {
  const { stack } = u;
  if (stack.length <= u.fence) return u.underflow(ts);
  const list = stack[stack.length - 1];
  if (items.length === 0) return true;
  if (typeOf(list) === ListType) {
    const own = (list as PyList).items;
    for (const item of items) own.push(item);
    return true;
  }
  const extend = getOptionalAttr(ts, list, "extend");
  if (extend === null) return null;
  if (extend !== undefined) return call(ts, extend, [new PyList(items)]) === null ? null : true;
  const one = getAttr(ts, list, "append");
  if (one === null) return null;
  for (const item of items) if (call(ts, one, [item]) === null) return null;
  return true;
}

/** Puts keys and values in turn into the dict that is on top of the stack, or into what is like one. */
export function setItems(ts: ThreadState, u: PyUnpickler, items: Value[], op: string): Status {
  const { stack } = u;
  if (stack.length <= u.fence) return u.underflow(ts);
  const dict = stack[stack.length - 1];
  if (items.length % 2 !== 0) return cannotUnpickle(ts, `odd number of items for ${op}`);
  const exact = typeOf(dict) === DictType;
  for (let i = 0; i < items.length; i += 2) {
    const done = exact
      ? (dict as PyDict).set(ts, items[i], items[i + 1])
      : setItem(ts, dict, items[i], items[i + 1]);
    if (done === null) return null;
  }
  return true;
}

/** Puts elements into the set that is on top of the stack, or into what is like one. */
export function addItems(ts: ThreadState, u: PyUnpickler, items: Value[]): Status {
  const { stack } = u;
  if (stack.length <= u.fence) return u.underflow(ts);
  const set = stack[stack.length - 1];
  if (items.length === 0) return true;
  if (isInstance(set, SetType)) {
    for (const item of items) if ((set as PySet).add(ts, item) === null) return null;
    return true;
  }
  const add = getAttr(ts, set, "add");
  if (add === null) return null;
  for (const item of items) if (call(ts, add, [item]) === null) return null;
  return true;
}

/** Makes an instance of a class: without arguments by `__new__` alone, as classes of old were. */
export function instantiate(ts: ThreadState, u: PyUnpickler, cls: Value, args: Value[]): Status {
  let made: Result<Value>;
  if (args.length === 0 && cls instanceof PyType) {
    const initArguments = getOptionalAttr(ts, cls, "__getinitargs__");
    if (initArguments === null) return null;
    made = initArguments === undefined ? callMethod(ts, cls, "__new__", [cls]) : call(ts, cls, []);
  } else made = call(ts, cls, args);
  if (made === null) return null;
  u.stack.push(made);
  return true;
}

/** `cls.__new__(cls, *args, **kwargs)` of what is on the stack. */
export function newObject(ts: ThreadState, u: PyUnpickler, withKeywords: boolean): Status {
  const kwargs = withKeywords ? u.pop(ts) : None;
  const args = kwargs === null ? null : u.pop(ts);
  const cls = args === null ? null : u.pop(ts);
  if (kwargs === null || args === null || cls === null) return null;
  const op = withKeywords ? "NEWOBJ_EX" : "NEWOBJ";
  if (!(cls instanceof PyType)) {
    return cannotUnpickle(ts, `${op} class argument must be a type, not ${typeName(cls)}`);
  }
  if (cls.tp_new === null)
    return cannotUnpickle(ts, `${op} class argument '${cls.tpName}' doesn't have __new__`);
  if (!isTuple(args)) return cannotUnpickle(ts, `${op} args argument must be a tuple, not ${typeName(args)}`);
  const values = [...args.items];
  let kwnames: KwNames = null;
  if (withKeywords) {
    if (!isDict(kwargs)) {
      return cannotUnpickle(ts, `${op} kwargs argument must be a dict, not ${typeName(kwargs)}`);
    }
    const names = keywordNames(ts, kwargs as PyDict, values);
    if (names === null) return null;
    if (names.length > 0) kwnames = names;
  }
  const made = cls.tp_new(ts, cls, values, kwnames);
  if (made === null) return null;
  u.stack.push(made);
  return true;
}

/** Appends the values of keyword arguments. @returns their names. Raises TypeError. */
function keywordNames(ts: ThreadState, kwargs: PyDict, values: Value[]): Result<string[]> {
  const names: string[] = [];
  for (let entry = kwargs.nextIndex(0); entry >= 0; entry = kwargs.nextIndex(entry + 1)) {
    const name = asStr(kwargs.keys[entry] as Value);
    if (name === undefined) return raise(ts, TypeErrorType, "keywords must be strings");
    names.push(strKey(name));
    values.push(kwargs.values[entry] as Value);
  }
  return names;
}

/** Calls what is on the stack with the tuple above it. */
export function reduce(ts: ThreadState, u: PyUnpickler): Status {
  const args = u.pop(ts);
  const callable = args === null ? null : u.pop(ts);
  if (args === null || callable === null) return null;
  if (!isTuple(args)) return raise(ts, TypeErrorType, "argument list must be a tuple");
  const made = call(ts, callable, [...args.items]);
  if (made === null) return null;
  u.stack.push(made);
  return true;
}

/** Gives the instance below the top of the stack its state. */
export function build(ts: ThreadState, u: PyUnpickler): Status {
  const { stack } = u;
  if (stack.length - 2 < u.fence) return u.underflow(ts);
  let state = stack.pop() as Value;
  const instance = stack[stack.length - 1];
  const setState = getOptionalAttr(ts, instance, "__setstate__");
  if (setState === null) return null;
  if (setState !== undefined) return call(ts, setState, [state]) === null ? null : true;
  let slots: Value | undefined;
  if (isTuple(state) && state.items.length === 2) [state, slots] = state.items;
  if (state !== None) {
    if (!isDict(state)) return cannotUnpickle(ts, "state is not a dictionary");
    if (setAttributes(ts, instance, state as PyDict) === null) return null;
  }
  if (slots === undefined) return true;
  if (!isDict(slots)) return cannotUnpickle(ts, "slot state is not a dictionary");
  const dict = slots as PyDict;
  for (let entry = dict.nextIndex(0); entry >= 0; entry = dict.nextIndex(entry + 1)) {
    const name = asStr(dict.keys[entry] as Value);
    if (name === undefined) {
      const message = `attribute name must be string, not '${typeName(dict.keys[entry] as Value)}'`;
      return raise(ts, TypeErrorType, message);
    }
    if (setAttr(ts, instance, strKey(name), dict.values[entry] as Value) === null) return null;
  }
  return true;
}

/** `instance.__dict__.update(state)`; the attributes stay in fields where they can. */
function setAttributes(ts: ThreadState, instance: Value, state: PyDict): Status {
  const cls = typeOf(instance);
  const direct =
    instance instanceof PyInstance &&
    (cls.flags & TypeFlags.HAS_DICT) !== 0 &&
    cls.tp_getattro === ObjectType.tp_getattro;
  let dict = direct ? undefined : getAttr(ts, instance, "__dict__");
  if (dict === null) return null;
  for (let entry = state.nextIndex(0); entry >= 0; entry = state.nextIndex(entry + 1)) {
    const key = state.keys[entry] as Value;
    const value = state.values[entry] as Value;
    const name = direct && typeOf(key) === StrType ? strKey(asStr(key) as string) : undefined;
    // A slot, or a property, has the same name but is no attribute of the instance itself.
    if (name !== undefined && lookup(cls, name) === undefined) {
      setInstanceAttr(ts, instance as PyInstance, name, value);
      continue;
    }
    if (dict === undefined) {
      const own = getAttr(ts, instance, "__dict__");
      if (own === null) return null;
      dict = own;
    }
    if (setItem(ts, dict, key, value) === null) return null;
  }
  return true;
}

/** Pushes what a module has under a name. Subclasses decide by `find_class`. */
export function loadGlobal(ts: ThreadState, u: PyUnpickler, module: Value, name: Value): Status {
  const found =
    u.cls === UnpicklerType
      ? findClass(ts, u, module, name)
      : callMethod(ts, u, "find_class", [module, name]);
  if (found === null) return null;
  u.stack.push(found);
  return true;
}

/** `Unpickler.find_class`. Raises what importing raises, and AttributeError. */
export function findClass(
  ts: ThreadState,
  u: PyUnpickler,
  moduleValue: Value,
  nameValue: Value,
): Result<Value> {
  if (audit(ts, "pickle.find_class", [moduleValue, nameValue]) === null) return null;
  const moduleText = asStr(moduleValue);
  if (moduleText === undefined) return raise(ts, TypeErrorType, "module name must be a string");
  const nameText = asStr(nameValue);
  if (nameText === undefined) {
    return raise(ts, TypeErrorType, `attribute name must be string, not '${typeName(nameValue)}'`);
  }
  let module = strKey(moduleText);
  let name = strKey(nameText);
  if (u.protocol < 3 && u.fixImports) {
    const { nameMapping, importMapping } = libraryOf(ts);
    const names = translate(ts, nameMapping, importMapping, module, name);
    if (names === null) return null;
    [module, name] = names;
  }
  const imported = moduleOf(ts, module);
  if (imported === null) return null;
  if (u.protocol < 4 || !name.includes(".")) return getAttr(ts, imported, name);
  const found = attributeAt(ts, imported, name.split("."));
  if (found !== null || !pendingMatches(ts, AttributeErrorType)) return found;
  const cause = ts.pending;
  clearPending(ts);
  const path = repr(ts, name);
  const where = path === null ? null : repr(ts, module);
  if (path === null || where === null) return null;
  return raiseAfter(
    ts,
    cause,
    AttributeErrorType,
    `Can't resolve path ${toJs(path)} on module ${toJs(where)}`,
  );
}

/** Pushes the object with a code of `copyreg`'s extension registry. Raises UnpicklingError and ValueError. */
export function loadExtension(ts: ThreadState, u: PyUnpickler, code: number | null): Status {
  if (code === null) return null;
  if (code <= 0) return cannotUnpickle(ts, "EXT specifies code <= 0");
  const { extensionCache, invertedRegistry } = libraryOf(ts);
  const cached = extensionCache.get(ts, code);
  if (cached === null) return null;
  if (cached !== undefined) {
    u.stack.push(cached);
    return true;
  }
  const pair = invertedRegistry.get(ts, code);
  if (pair === null) return null;
  if (pair === undefined) return raise(ts, ValueErrorType, `unregistered extension code ${code}`);
  if (!isTuple(pair) || pair.items.length !== 2 || pair.items.some((item) => asStr(item) === undefined)) {
    return raise(ts, ValueErrorType, `_inverted_registry[${code}] isn't a 2-tuple of strings`);
  }
  if (loadGlobal(ts, u, pair.items[0], pair.items[1]) === null) return null;
  return extensionCache.set(ts, code, u.stack[u.stack.length - 1]);
}
