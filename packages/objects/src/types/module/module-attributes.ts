import { findAttr, getOptionalAttr } from "../../core/attributes.js";
import { call } from "../../core/call.js";
import { clearPending, matches, raiseNoAttribute } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { AttributeErrorType } from "../exceptions/exception-types.js";
import { PyList } from "../list/py-list.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { strFromKey, strKey } from "../str/py-str.js";
import { makeDeferred, type PyModule } from "./py-module.js";
import { fileOrigin, isStdlibName, mayShadow, renameAdvice } from "./shadowing.js";

const CIRCULAR = "(most likely due to a circular import)";

/** `module.__getattribute__` with a module's own `__getattr__` (PEP 562; CPython `_Py_module_getattro_impl`). */
export function moduleGetAttr(ts: ThreadState, module: PyModule, name: string): Result<Value> {
  const value = findModuleAttr(ts, module, name);
  if (value !== undefined) return value;
  const message = missingMessage(ts, module, name);
  return message === null ? null : raiseNoAttribute(ts, message, module, name);
}

/** As {@link moduleGetAttr}; `undefined` when there is neither such an attribute nor a `__getattr__`. */
export function findModuleAttr(ts: ThreadState, module: PyModule, name: string): Result<Value | undefined> {
  if (module.deferred?.names.has(name) === true && makeDeferred(ts, module) === null) return null;
  const value = findAttr(ts, module, name);
  if (value === null) {
    // A descriptor of the module's class raised: `__getattr__` gets its chance all the same.
    if (ts.pending === null || !matches(ts, ts.pending, AttributeErrorType)) return null;
    clearPending(ts);
  } else if (value !== undefined) return value;
  const hook = module.dict.getStr("__getattr__");
  return hook === undefined ? undefined : call(ts, hook, [strFromKey(name)]);
}

function missingMessage(ts: ThreadState, module: PyModule, name: string): Result<string> {
  const ownName = module.dict.getStr("__name__");
  const text = ownName === undefined ? undefined : asStr(ownName);
  if (text === undefined) return `module has no attribute '${name}'`;
  const moduleName = strKey(text);
  const plain = `module '${moduleName}' has no attribute '${name}'`;
  const spec = module.dict.getStr("__spec__");
  if (spec === undefined || spec === None) return plain;
  const origin = fileOrigin(ts, spec);
  if (origin === null) return null;
  const shadows = origin !== undefined && mayShadow(ts, origin);
  if (shadows) {
    const stdlib = isStdlibName(ts, moduleName);
    if (stdlib === null) return null;
    if (stdlib) return `${plain} ${renameAdvice(origin, moduleName)}`;
  }
  const initializing = getOptionalAttr(ts, spec, "_initializing");
  if (initializing === null) return null;
  if (initializing === true) {
    if (shadows) {
      const advice = "if it has the same name as a library you intended to import";
      return `${plain} (consider renaming '${origin}' ${advice})`;
    }
    const from = origin === undefined ? "" : ` from '${origin}'`;
    return `partially initialized module '${moduleName}'${from} has no attribute '${name}' ${CIRCULAR}`;
  }
  const submodules = getOptionalAttr(ts, spec, "_uninitialized_submodules");
  if (submodules === null) return null;
  if (submodules instanceof PyList && submodules.items.includes(strFromKey(name))) {
    return `cannot access submodule '${name}' of module '${moduleName}' ${CIRCULAR}`;
  }
  return plain;
}
