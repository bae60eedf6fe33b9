import { raise } from "../../core/errors.js";
import { moduleNameOf } from "../../core/full-type-name.js";
import { realInstance, realSubclass } from "../../core/instance-check.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { namespaceOf } from "../../core/type-lookup.js";
import { PyDict } from "../dict/py-dict.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyList } from "../list/py-list.js";
import { type Str, strFromJs, strFromKey } from "../str/py-str.js";
import { unionOf } from "../union/make-union.js";
import { typeGetSet } from "./attributes-of-type.js";
import { typeNew } from "./create-type.js";
import { defaultMro } from "./mro.js";
import { typeSetAttr } from "./set-attribute.js";
import { typeGetAttr } from "./type-attributes.js";
import { typeCall } from "./type-call.js";

/** `<class 'module.Name'>`. */
function typeRepr(_ts: ThreadState, type: PyType): Str {
  const module = moduleNameOf(type);
  if (module === undefined || module === "builtins") return strFromJs(`<class '${type.name}'>`);
  return strFromJs(`<class '${module}.${type.qualname}'>`);
}

function typeInit(ts: ThreadState, _type: PyType, args: Value[], kwnames: KwNames): Status {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given === 1 && args.length > 1) {
    return raise(ts, TypeErrorType, "type.__init__() takes no keyword arguments");
  }
  if (given === 1 || given === 3) return true;
  return raise(ts, TypeErrorType, "type.__init__() takes 1 or 3 arguments");
}

function mro(ts: ThreadState, type: PyType): Result<Value> {
  const classes = type.bases.length === 0 ? [type] : defaultMro(ts, type);
  return classes === null ? null : new PyList([...classes]);
}

/** `cls.__subclasses__()`: direct subclasses that are alive, in order of their definition. */
function subclasses(ts: ThreadState, type: PyType): Value {
  const found: Value[] = [...type.nativeSubclasses];
  const heap = type.subclasses ?? ts.interp.staticSubclasses.get(type);
  for (const ref of heap ?? []) {
    const sub = ref.deref();
    if (sub !== undefined) found.push(sub);
  }
  return new PyList(found);
}

/** `type.__dir__(cls)`: the names along the MRO, those of the metaclass left out. */
function dirOfType(_ts: ThreadState, type: PyType): Value {
  const names = new Set<string>();
  for (const t of type.mro) for (const name of namespaceOf(t).keys()) names.add(name);
  return new PyList([...names].map(strFromKey));
}

/** The specification of `type`. */
export const typeSpec: TypeSpec = {
  name: "type",
  doc: "type(object) is the class of an object; type(name, bases, dict, **kwds) makes a new class.",
  flags:
    TypeFlags.BASETYPE |
    TypeFlags.TYPE_SUBCLASS |
    TypeFlags.VAR_SIZED |
    TypeFlags.HAS_DICT |
    TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_repr: typeRepr,
    tp_call: typeCall,
    tp_getattro: typeGetAttr,
    tp_setattro: typeSetAttr,
    tp_new: typeNew,
    tp_init: typeInit,
    nb_or: unionOf,
  },
  methods: [
    ["mro", "($self, /)", mro, "Return a type's method resolution order."],
    ["__subclasses__", "($self, /)", subclasses, "Return a list of immediate subclasses."],
    [
      "__prepare__",
      "($cls, name, bases, /, **kwds)",
      () => new PyDict(),
      "Make the namespace for the class statement.",
      { binding: "class" },
    ],
    ["__instancecheck__", "($self, instance, /)", checkInstance, "Check if an object is an instance."],
    ["__subclasscheck__", "($self, subclass, /)", checkSubclass, "Check if a class is a subclass."],
    ["__dir__", "($self, /)", dirOfType, "Specialized __dir__ implementation for types."],
    ["__sizeof__", "($self, /)", () => 928, "Return memory consumption of the type object."],
  ],
  getset: typeGetSet,
};

function checkInstance(ts: ThreadState, type: PyType, instance: Value): Result<Value> {
  return realInstance(ts, instance, type);
}

function checkSubclass(ts: ThreadState, type: PyType, subclass: Value): Result<Value> {
  return realSubclass(ts, subclass, type);
}
