import { getAttr, getOptionalAttr } from "../../core/attributes.js";
import { bindKeywords } from "../../core/bind-arguments.js";
import { call } from "../../core/call.js";
import { isTrue } from "../../core/compare.js";
import { argumentTypeName, raise, raiseNoAttribute, typeName } from "../../core/errors.js";
import type { GetSetRow, TypeSpec } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import { isCallable, repr, str, toArray } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { PyDict } from "../dict/py-dict.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyList } from "../list/py-list.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import type { Str } from "../str/py-str.js";
import { joinStr } from "../str/text.js";
import { moduleGetAttr } from "./module-attributes.js";
import { makeDeferred, PyModule } from "./py-module.js";

function moduleNew(_ts: ThreadState, cls: PyType): Result<Value> {
  return new PyModule(new PyDict(), cls);
}

function moduleInit(ts: ThreadState, module: PyModule, args: Value[], kwnames: KwNames): Status {
  const bound = bindKeywords(ts, "module", args, kwnames, ["name", "doc"], 1);
  if (bound === null) return null;
  const [name, doc = None] = bound;
  const text = asStr(name as Value);
  if (text === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `module() argument 'name' must be str, not ${argumentTypeName(name as Value)}`,
    );
  }
  fillModule(module, text, doc);
  return true;
}

/** Gives a module the attributes that every module starts with. */
export function fillModule(module: PyModule, name: Str, doc: Value): void {
  const { dict } = module;
  dict.setStr("__name__", name);
  dict.setStr("__doc__", doc);
  dict.setStr("__package__", None);
  dict.setStr("__loader__", None);
  dict.setStr("__spec__", None);
}

/** What `importlib._bootstrap._module_repr` says. */
function moduleRepr(ts: ThreadState, module: PyModule): Result<Str> {
  if (makeDeferred(ts, module) === null) return null;
  const { dict } = module;
  const spec = dict.getStr("__spec__") ?? None;
  const useSpec = spec === None ? false : isTrue(ts, spec);
  if (useSpec === null) return null;
  if (useSpec) return reprFromSpec(ts, spec);
  const name = repr(ts, dict.getStr("__name__") ?? "?");
  if (name === null) return null;
  const file = dict.getStr("__file__");
  if (file !== undefined) {
    const path = repr(ts, file);
    return path === null ? null : joinStr(["<module ", name, " from ", path, ">"], "");
  }
  return withLoader(ts, name, dict.getStr("__loader__") ?? None);
}

function withLoader(ts: ThreadState, name: Str, loader: Value): Result<Str> {
  if (loader === None) return joinStr(["<module ", name, ">"], "");
  const text = repr(ts, loader);
  return text === null ? null : joinStr(["<module ", name, " (", text, ")>"], "");
}

/** Is this a loader of packages without a file (PEP 420)? */
function isNamespaceLoader(loader: Value): boolean {
  return typeof loader === "object" && loader.cls.mro.some((t) => t.name === "NamespaceLoader");
}

function ofNamespace(ts: ThreadState, name: Str, loader: Value): Result<Str> {
  const path = getAttr(ts, loader, "_path");
  const folders = path === null ? null : toArray(ts, path);
  const text = folders === null ? null : repr(ts, new PyList(folders));
  return text === null ? null : joinStr(["<module ", name, " (namespace) from ", text, ">"], "");
}

function reprFromSpec(ts: ThreadState, spec: Value): Result<Str> {
  const fields: Value[] = [];
  for (const field of ["name", "origin", "loader", "has_location"]) {
    const value = getOptionalAttr(ts, spec, field);
    if (value === null) return null;
    fields.push(value ?? None);
  }
  const [name, origin, loader, hasLocation] = fields;
  const shown = repr(ts, name === None ? "?" : name);
  if (shown === null) return null;
  if (origin === None)
    return isNamespaceLoader(loader) ? ofNamespace(ts, shown, loader) : withLoader(ts, shown, loader);
  const located = isTrue(ts, hasLocation);
  const where = located === null ? null : located ? repr(ts, origin) : str(ts, origin);
  if (where === null) return null;
  return joinStr(
    located ? ["<module ", shown, " from ", where, ">"] : ["<module ", shown, " (", where, ")>"],
    "",
  );
}

function moduleDir(ts: ThreadState, module: PyModule): Result<Value> {
  const dict = getAttr(ts, module, "__dict__");
  if (dict === null) return null;
  if (!(dict instanceof PyDict)) {
    return raise(ts, TypeErrorType, "<module>.__dict__ is not a dictionary");
  }
  const hook = dict.getStr("__dir__");
  return hook === undefined ? new PyList(dict.keysArray()) : call(ts, hook, []);
}

function getAnnotate(_ts: ThreadState, module: PyModule): Value {
  const found = module.dict.getStr("__annotate__");
  if (found === undefined) module.dict.setStr("__annotate__", None);
  return found ?? None;
}

function setAnnotate(ts: ThreadState, module: PyModule, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, TypeErrorType, "cannot delete __annotate__ attribute");
  if (value !== None && !isCallable(value)) {
    return raise(ts, TypeErrorType, "__annotate__ must be callable or None");
  }
  module.dict.setStr("__annotate__", value);
  if (value !== None) module.dict.deleteStr("__annotations__");
  return true;
}

function getAnnotations(ts: ThreadState, module: PyModule): Result<Value> {
  const found = module.dict.getStr("__annotations__");
  if (found !== undefined) return found;
  const annotate = module.dict.getStr("__annotate__");
  let annotations: Result<Value> = new PyDict();
  if (annotate !== undefined && isCallable(annotate)) {
    annotations = call(ts, annotate, [1]);
    if (annotations === null) return null;
    if (!(annotations instanceof PyDict)) {
      return raise(ts, TypeErrorType, `__annotate__ returned non-dict of type '${typeName(annotations)}'`);
    }
  }
  module.dict.setStr("__annotations__", annotations);
  return annotations;
}

function setAnnotations(ts: ThreadState, module: PyModule, value: Value | undefined): Status {
  if (value !== undefined) module.dict.setStr("__annotations__", value);
  else if (!module.dict.deleteStr("__annotations__")) {
    return raiseNoAttribute(ts, "__annotations__", module, "__annotations__");
  }
  module.dict.deleteStr("__annotate__");
  return true;
}

const getset: readonly GetSetRow[] = [
  ["__dict__", (ts, module: PyModule) => makeDeferred(ts, module) && module.dict, null, null, "member"],
  ["__annotations__", getAnnotations, setAnnotations],
  ["__annotate__", getAnnotate, setAnnotate],
];

/** The specification of `module`. */
export const moduleSpec: TypeSpec = {
  name: "module",
  doc: "Create a module object.",
  signature: "(name, doc=None)",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: moduleNew,
    tp_init: moduleInit,
    tp_repr: moduleRepr,
    tp_getattro: moduleGetAttr,
  },
  methods: [["__dir__", "($self, /)", moduleDir, "The names in the module."]],
  getset,
};
