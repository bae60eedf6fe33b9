import { getOptionalAttr, setAttr } from "../../core/attributes.js";
import { bindKeywords, noKeywords } from "../../core/bind-arguments.js";
import { PropertyType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { isTrue } from "../../core/compare.js";
import { clearPending, pendingMatches, raise, raiseAttributeError } from "../../core/errors.js";
import type { GetSetRow, TypeSpec } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import { repr } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { AttributeErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { None } from "../none/singletons.js";
import { strFromKey } from "../str/py-str.js";
import { toJs } from "../str/text.js";
import { PyProperty } from "./py-property.js";

const orNull = (v: Value | undefined): Value | null => (v === undefined || v === None ? null : v);

function propertyInit(ts: ThreadState, self: PyProperty, args: Value[], kwnames: KwNames): Status {
  const bound = bindKeywords(ts, "property", args, kwnames, ["fget", "fset", "fdel", "doc"]);
  if (bound === null) return null;
  self.fget = orNull(bound[0]);
  self.fset = orNull(bound[1]);
  self.fdel = orNull(bound[2]);
  self.name = null;
  self.doc = null;
  self.docFromGetter = false;
  let doc = orNull(bound[3]);
  if (doc === null && self.fget !== null) {
    const inherited = getOptionalAttr(ts, self.fget, "__doc__");
    if (inherited === null) return null;
    doc = orNull(inherited);
    self.docFromGetter = doc !== null;
  }
  if (self.cls === PropertyType) {
    self.doc = doc;
    return true;
  }
  // An instance of a subclass keeps it in `__dict__`, because the subclass's own `__doc__` hides ours.
  if (setAttr(ts, self, "__doc__", doc ?? None) === null) {
    if (self.docFromGetter || !pendingMatches(ts, AttributeErrorType)) return null;
    clearPending(ts);
  }
  return true;
}

/** `getter`, `setter` and `deleter`: a copy with one function exchanged. */
function copyWith(
  ts: ThreadState,
  self: PyProperty,
  which: "fget" | "fset" | "fdel",
  fn: Value,
): Result<Value> {
  const functions = { fget: self.fget, fset: self.fset, fdel: self.fdel };
  if (fn !== None) functions[which] = fn;
  const { fget, fset, fdel } = functions;
  const doc = self.docFromGetter && fget !== null ? None : (self.doc ?? None);
  const copy = call(ts, self.cls, [fget ?? None, fset ?? None, fdel ?? None, doc]);
  if (copy instanceof PyProperty) copy.name = self.name;
  return copy;
}

function nameOf(ts: ThreadState, self: PyProperty): Result<Value | undefined> {
  if (self.name !== null) return self.name;
  return self.fget === null ? undefined : getOptionalAttr(ts, self.fget, "__name__");
}

function refuse(ts: ThreadState, self: PyProperty, instance: Value, what: string): null {
  const name = nameOf(ts, self);
  if (name === null) return null;
  const shown = name === undefined ? "" : repr(ts, name);
  const owner = repr(ts, strFromKey(typeOf(instance).qualname));
  if (shown === null || owner === null) return null;
  const which = shown === "" ? "property" : `property ${toJs(shown)}`;
  return raise(ts, AttributeErrorType, `${which} of ${toJs(owner)} object has no ${what}`);
}

function propertyGet(ts: ThreadState, self: PyProperty, instance: Value | undefined): Result<Value> {
  if (instance === undefined) return self;
  const { fget } = self;
  return fget === null ? refuse(ts, self, instance, "getter") : call(ts, fget, [instance]);
}

function propertySet(ts: ThreadState, self: PyProperty, instance: Value, value: Value | undefined): Status {
  const fn = value === undefined ? self.fdel : self.fset;
  if (fn === null) return refuse(ts, self, instance, value === undefined ? "deleter" : "setter");
  const result = call(ts, fn, value === undefined ? [instance] : [instance, value]);
  return result === null ? null : true;
}

function isAbstract(ts: ThreadState, self: PyProperty): Result<boolean> {
  for (const fn of [self.fget, self.fset, self.fdel]) {
    if (fn === null) continue;
    const flag = getOptionalAttr(ts, fn, "__isabstractmethod__");
    const abstract = flag === undefined ? false : flag === null ? null : isTrue(ts, flag);
    if (abstract !== false) return abstract;
  }
  return false;
}

function setName(ts: ThreadState, self: PyProperty, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "__set_name__", kwnames) === null) return null;
  const given = args.length;
  if (given !== 2) {
    const message = `__set_name__() takes 2 positional arguments but ${given} were given`;
    return raise(ts, TypeErrorType, message);
  }
  self.name = args[1];
  return None;
}

const member = (name: "fget" | "fset" | "fdel"): GetSetRow => [
  name,
  (_ts, self: PyProperty) => self[name] ?? None,
  null,
  null,
  "member",
];

/** The specification of `property` (CPython `Objects/descrobject.c`). */
export const propertySpec: TypeSpec = {
  name: "property",
  doc: "An attribute computed by functions: fget to read it, fset to set it, fdel to delete it.",
  signature: "(fget=None, fset=None, fdel=None, doc=None)",
  flags: TypeFlags.BASETYPE,
  slots: {
    tp_new: (_ts: ThreadState, cls: PyType) => new PyProperty(cls),
    tp_init: propertyInit,
    tp_descr_get: propertyGet,
    tp_descr_set: propertySet,
  },
  methods: [
    [
      "getter",
      "($self, object, /)",
      (ts, self, fn) => copyWith(ts, self, "fget", fn),
      "Descriptor with another getter.",
    ],
    [
      "setter",
      "($self, object, /)",
      (ts, self, fn) => copyWith(ts, self, "fset", fn),
      "Descriptor with another setter.",
    ],
    [
      "deleter",
      "($self, object, /)",
      (ts, self, fn) => copyWith(ts, self, "fdel", fn),
      "Descriptor with another deleter.",
    ],
    [
      "__set_name__",
      "($self, owner, name, /)",
      setName,
      "Remembers the name of the attribute.",
      { raw: true },
    ],
  ],
  getset: [
    member("fget"),
    member("fset"),
    member("fdel"),
    [
      "__doc__",
      (_ts, self: PyProperty) => self.doc ?? None,
      (_ts, self: PyProperty, value) => {
        self.doc = value ?? null;
        return true;
      },
      null,
      "member",
    ],
    [
      "__name__",
      (ts, self: PyProperty) => {
        const name = nameOf(ts, self);
        return name === undefined ? raiseAttributeError(ts, self, "__name__") : name;
      },
      (_ts, self: PyProperty, value) => {
        self.name = value ?? null;
        return true;
      },
    ],
    ["__isabstractmethod__", isAbstract],
  ],
};
