import type { Frame } from "@adder/frames";
import {
  asStr,
  getAttr,
  getOptionalAttr,
  ImportErrorType,
  ModuleType,
  None,
  PyModule,
  type Result,
  raise,
  setItem,
  str,
  strKey,
  type ThreadState,
  TypeErrorType,
  toArray,
  toJs,
  typeName,
  type Value,
} from "@adder/objects";

/** `from module import *` into the locals of a frame (CPython `import_all_from`, `Python/intrinsics.c`). */
export function importStar(ts: ThreadState, frame: Frame, module: Value): Result<Value> {
  const all = getOptionalAttr(ts, module, "__all__");
  if (all === null) return null;
  let names: Result<Value[]>;
  if (all !== undefined) names = toArray(ts, all);
  else {
    const plain = module instanceof PyModule && module.cls === ModuleType;
    const dict = plain ? module.dict : getOptionalAttr(ts, module, "__dict__");
    if (dict === null) return null;
    if (dict === undefined) {
      return raise(ts, ImportErrorType, "from-import-* object has no __dict__ and no __all__");
    }
    names = toArray(ts, dict);
  }
  if (names === null) return null;
  for (const item of names) {
    const name = asStr(item);
    if (name === undefined) return raiseNoName(ts, module, item, all === undefined);
    const key = strKey(name);
    if (all === undefined && key.startsWith("_")) continue;
    const value = getAttr(ts, module, key);
    if (value === null) return null;
    const done = setItem(ts, frame.locals ?? frame.globals, name, value);
    if (done === null) return null;
  }
  return None;
}

function raiseNoName(ts: ThreadState, module: Value, item: Value, fromDict: boolean): null {
  const moduleName = getAttr(ts, module, "__name__");
  if (moduleName === null) return null;
  const text = str(ts, moduleName);
  if (text === null) return null;
  const where = fromDict ? "__dict__" : "__all__";
  const what = fromDict ? "Key" : "Item";
  return raise(ts, TypeErrorType, `${what} in ${toJs(text)}.${where} must be str, not ${typeName(item)}`);
}
