import { Op } from "@adder/bytecode";
import { executableOf } from "@adder/frames";
import {
  FunctionType,
  lookup,
  MethodDescriptorType,
  NativeKind,
  ObjectType,
  PyBuiltinFunction,
  PyFunction,
  PyMethod,
  PyMethodDescriptor,
  PyType,
  TypeFlags,
  TypeType,
  typeOf,
  type Value,
} from "@adder/objects";
import type { Site } from "./site.js";

/** Chooses a form of CALL. */
export function chooseCall(site: Site): number {
  const { oparg } = site;
  const callee = site.operand(oparg + 2) as Value;
  const self = site.operand(oparg + 1);
  const argc = self === undefined ? oparg : oparg + 1;
  if (callee instanceof PyFunction) return callFunction(site, callee, argc, Op.CALL_PY_EXACT_ARGS);
  if (callee instanceof PyMethod && callee.func instanceof PyFunction && self === undefined) {
    return callFunction(site, callee.func, oparg + 1, Op.CALL_BOUND_METHOD_EXACT_ARGS);
  }
  if (callee instanceof PyBuiltinFunction && self === undefined) return callBuiltin(site, callee);
  if (callee instanceof PyMethodDescriptor && callee.cls === MethodDescriptorType && self !== undefined)
    return callDescriptor(site, callee, self);
  if (callee instanceof PyType && callee.cls === TypeType && self === undefined)
    return callClass(site, callee);
  return site.fail(typeOf(callee).tpName);
}

function callFunction(site: Site, fn: PyFunction, argc: number, exact: number): number {
  const exec = executableOf(fn.code);
  if (exec.exactArgs === argc) return exact;
  return exact === Op.CALL_PY_EXACT_ARGS
    ? Op.CALL_PY_GENERAL
    : site.fail("bound method with other arguments");
}

function callBuiltin(site: Site, callee: PyBuiltinFunction): number {
  const { def } = callee;
  const { oparg } = site;
  if (def.kind !== NativeKind.FIXED || oparg < def.minArgs || oparg > def.maxArgs || oparg > 3) {
    return site.fail("built-in function that binds its arguments");
  }
  if (def.name === "len" && oparg === 1 && site.frame.builtins.getStr("len") === callee) {
    site.setValue(callee);
    return Op.CALL_LEN;
  }
  site.setValue(def);
  return oparg === 1 ? Op.CALL_BUILTIN_O : Op.CALL_BUILTIN_FAST;
}

function callDescriptor(site: Site, callee: PyMethodDescriptor, self: Value): number {
  const { def } = callee;
  const { oparg } = site;
  if (typeOf(self) !== callee.owner) return site.fail("method of a base class");
  if (def.kind !== NativeKind.FIXED || oparg < def.minArgs || oparg > def.maxArgs || oparg > 3) {
    return site.fail("built-in method that binds its arguments");
  }
  site.setValue(def);
  if (oparg === 0) return Op.CALL_METHOD_DESCRIPTOR_NOARGS;
  return oparg === 1 ? Op.CALL_METHOD_DESCRIPTOR_O : Op.CALL_METHOD_DESCRIPTOR_FAST;
}

function callClass(site: Site, type: PyType): number {
  const plain = type.tp_new === ObjectType.tp_new && (type.flags & TypeFlags.INLINE_FIELDS) !== 0;
  if (!plain || (type.flags & TypeFlags.IS_ABSTRACT) !== 0) return site.fail("class with more to it");
  const init = lookup(type, "__init__");
  if (!(init instanceof PyFunction) || init.cls !== FunctionType)
    return site.fail("class without Python __init__");
  if (executableOf(init.code).isGenerator) return site.fail("__init__ is a generator");
  site.setValue(init);
  site.setCache(1, type.version);
  return Op.CALL_ALLOC_AND_ENTER_INIT;
}
