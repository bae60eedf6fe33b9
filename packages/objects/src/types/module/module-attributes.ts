import { findAttr, getOptionalAttr } from "../../core/attributes.js";
import { call } from "../../core/call.js";
import { clearPending, matches, raiseNoAttribute } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { AttributeErrorType } from "../exceptions/exception-types.js";
import { asStr } from "../str/as-str.js";
import { strFromKey, strKey } from "../str/py-str.js";
import type { PyModule } from "./py-module.js";

/** `module.__getattribute__` with a module's own `__getattr__` (PEP 562; CPython `_Py_module_getattro_impl`). */
export function moduleGetAttr(ts: ThreadState, module: PyModule, name: string): Result<Value> {
  const value = findModuleAttr(ts, module, name);
  if (value !== undefined) return value;
  const message = missingMessage(ts, module, name);
  return message === null ? null : raiseNoAttribute(ts, message, module, name);
}

/** As {@link moduleGetAttr}; `undefined` when there is neither such an attribute nor a `__getattr__`. */
export function findModuleAttr(ts: ThreadState, module: PyModule, name: string): Result<Value | undefined> {
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
  const modName = strKey(text);
  const spec = module.dict.getStr("__spec__");
  if (spec !== undefined && (typeOf(spec).flags & TypeFlags.HAS_DICT) !== 0) {
    const initializing = getOptionalAttr(ts, spec, "_initializing");
    if (initializing === null) return null;
    if (initializing === true) {
      const origin = fileOrigin(ts, spec);
      if (origin === null) return null;
      const from = origin === undefined ? "" : ` from '${origin}'`;
      const hint = "(most likely due to a circular import)";
      return `partially initialized module '${modName}'${from} has no attribute '${name}' ${hint}`;
    }
    const submodules = getOptionalAttr(ts, spec, "_uninitialized_submodules");
    if (submodules === null) return null;
    if (submodules !== undefined && "items" in (submodules as object)) {
      const { items } = submodules as unknown as { items: Value[] };
      if (items.includes(strFromKey(name))) {
        const hint = "(most likely due to a circular import)";
        return `cannot access submodule '${name}' of module '${modName}' ${hint}`;
      }
    }
  }
  return `module '${modName}' has no attribute '${name}'`;
}

/** The file a module comes from, by its spec; `undefined` when it comes from none. */
function fileOrigin(ts: ThreadState, spec: Value): Result<string | undefined> {
  const hasLocation = getOptionalAttr(ts, spec, "has_location");
  if (hasLocation === null) return null;
  if (hasLocation !== true) return undefined;
  const origin = getOptionalAttr(ts, spec, "origin");
  if (origin === null) return null;
  const text = origin === undefined ? undefined : asStr(origin);
  return text === undefined ? undefined : strKey(text);
}
