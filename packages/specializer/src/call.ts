import { Form, Op } from "@adder/bytecode";
import { executableOf } from "@adder/frames";
import {
  callGlue,
  FunctionType,
  initGlue,
  isInstance,
  lookup,
  MethodDescriptorType,
  NativeKind,
  newGlue,
  PyBuiltinFunction,
  PyFunction,
  PyMethod,
  PyMethodDescriptor,
  PyType,
  PyWrapperDescriptor,
  StrType,
  TupleType,
  TypeFlags,
  TypeType,
  typeCall,
  typeOf,
  type Value,
  WrapperDescriptorType,
} from "@adder/objects";
import { pythonMethod } from "./python-method.js";
import type { Site } from "./site.js";

/** Chooses a form of CALL. */
export function chooseCall(site: Site): number {
  const { oparg } = site;
  const callee = site.operand(oparg + 2) as Value;
  const self = site.operand(oparg + 1);
  if (callee instanceof PyFunction) {
    const argc = self === undefined ? oparg : oparg + 1;
    return executableOf(callee.code).exactArgs === argc ? Op.CALL_PY_EXACT_ARGS : Op.CALL_PY_GENERAL;
  }
  if (self === undefined) {
    if (callee instanceof PyMethod && callee.func instanceof PyFunction) {
      const exact = executableOf(callee.func.code).exactArgs === oparg + 1;
      return exact ? Op.CALL_BOUND_METHOD_EXACT_ARGS : Op.CALL_BOUND_METHOD_GENERAL;
    }
    if (callee instanceof PyBuiltinFunction) return callBuiltin(site, callee);
    if (callee instanceof PyType) return callClass(site, callee);
    return callOther(site, callee);
  }
  if (callee instanceof PyMethodDescriptor && callee.cls === MethodDescriptorType)
    return callDescriptor(site, callee, self);
  if (callee instanceof PyWrapperDescriptor && callee.cls === WrapperDescriptorType)
    return callWrapper(site, callee, self);
  return site.fail(typeOf(callee).tpName);
}

/** Does a native function take `argc` arguments as they are? */
const needsNoBinding = ({ kind, minArgs, maxArgs }: PyBuiltinFunction["def"], argc: number): boolean =>
  kind === NativeKind.FIXED && argc >= minArgs && argc <= maxArgs && argc <= 3;

function callBuiltin(site: Site, callee: PyBuiltinFunction): number {
  const { def } = callee;
  const { oparg } = site;
  if (def.name === "len" && oparg === 1 && site.frame.builtins.getStr("len") === callee) {
    site.setValue(callee);
    return Op.CALL_LEN;
  }
  site.setValue(def);
  if (!needsNoBinding(def, oparg)) return Op.CALL_BUILTIN_FAST_WITH_KEYWORDS;
  return oparg === 1 ? Op.CALL_BUILTIN_O : Op.CALL_BUILTIN_FAST;
}

function callDescriptor(site: Site, callee: PyMethodDescriptor, self: Value): number {
  const { def } = callee;
  const { oparg } = site;
  const type = typeOf(self);
  if (!isInstance(self, callee.owner)) return site.fail("method of another class");
  site.setValue(def);
  if (type !== callee.owner || !needsNoBinding(def, oparg)) {
    site.setCache(1, type.version);
    return Op.CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS;
  }
  if (oparg === 0) return Op.CALL_METHOD_DESCRIPTOR_NOARGS;
  return oparg === 1 ? Op.CALL_METHOD_DESCRIPTOR_O : Op.CALL_METHOD_DESCRIPTOR_FAST;
}

function callWrapper(site: Site, callee: PyWrapperDescriptor, self: Value): number {
  if (!isInstance(self, callee.owner)) return site.fail("method of another class");
  site.setValue(callee);
  site.setCache(1, typeOf(self).version);
  return Form.CALL_SLOT_WRAPPER;
}

function callClass(site: Site, type: PyType): number {
  const { oparg } = site;
  const meta = type.cls;
  if (meta.tp_call !== typeCall) return site.fail("class whose metaclass has a __call__");
  if (oparg === 1 && meta === TypeType) {
    if (type === TypeType) return Op.CALL_TYPE_1;
    if (type === StrType) return Op.CALL_STR_1;
    if (type === TupleType) return Op.CALL_TUPLE_1;
  }
  if (type.tp_new === null) return site.fail("class without instances");
  site.setCache(1, type.version);
  // What the metaclass does with a call must stay what it is; classes of another kind are rare.
  if (meta !== TypeType) {
    site.setValue(meta.version);
    return Op.CALL_BUILTIN_CLASS;
  }
  const init = pythonInit(type);
  site.setValue(init ?? meta.version);
  return init === undefined ? Op.CALL_BUILTIN_CLASS : Op.CALL_ALLOC_AND_ENTER_INIT;
}

/** The `__init__` written in Python that initialises what a native `__new__` has made; `undefined` for anything else. */
function pythonInit(type: PyType): PyFunction | undefined {
  if (type.tp_new === newGlue || type.tp_init !== initGlue || (type.flags & TypeFlags.IS_ABSTRACT) !== 0) {
    return undefined;
  }
  const init = lookup(type, "__init__");
  if (!(init instanceof PyFunction) || init.cls !== FunctionType) return undefined;
  return executableOf(init.code).isGenerator ? undefined : init;
}

/** Anything else that can be called. */
function callOther(site: Site, callee: Value): number {
  const type = typeOf(callee);
  if (type.tp_call === null) return site.fail(type.tpName);
  site.setCache(1, type.version);
  const method = type.tp_call === callGlue ? pythonMethod(type, "__call__") : undefined;
  if (method === undefined) return Op.CALL_NON_PY_GENERAL;
  site.setValue(method);
  return Form.CALL_INSTANCE;
}

/** Chooses a form of CALL_KW. */
export function chooseCallKeywords(site: Site): number {
  const { oparg } = site;
  const callee = site.operand(oparg + 3) as Value;
  const self = site.operand(oparg + 2);
  if (callee instanceof PyFunction) return Op.CALL_KW_PY;
  if (callee instanceof PyMethod && callee.func instanceof PyFunction && self === undefined)
    return Op.CALL_KW_BOUND_METHOD;
  const type = typeOf(callee);
  if (type.tp_call === null) return site.fail(type.tpName);
  site.setCache(1, type.version);
  return Op.CALL_KW_NON_PY;
}
