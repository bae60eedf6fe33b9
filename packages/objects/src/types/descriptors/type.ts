import { attributesOf, ensureAttributes } from "../../core/attributes.js";
import { address } from "../../core/default-repr.js";
import { raise, raiseNoAttribute, typeName } from "../../core/errors.js";
import { getField, type PyInstance, setField } from "../../core/fields.js";
import { fullTypeName } from "../../core/full-type-name.js";
import type { GetSetRow, TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Status, Value } from "../../core/object.js";
import { callWrapped } from "../../core/slot-wrappers.js";
import { CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeFlags } from "../../core/type.js";
import { identityHash, isInstance, sameObject } from "../../core/type-of.js";
import type { PyGetSetDescriptor } from "../builtin-function/py-builtin-function.js";
import { checkOwner, descriptorRows, reduceToGetattr } from "../builtin-function/type.js";
import { AttributeErrorType, TypeErrorType } from "../exceptions/exception-types.js";
import { None, NotImplemented } from "../none/singletons.js";
import { strFromJs, strFromKey } from "../str/py-str.js";
import { type PyMemberDescriptor, PyMethodWrapper, type PyWrapperDescriptor } from "./py-descriptors.js";

// Slot wrappers.

function callWrapper(
  ts: ThreadState,
  d: PyWrapperDescriptor,
  args: Value[],
  kwnames: KwNames,
): Result<Value> {
  const who = `descriptor '${d.def.name}'`;
  if (args.length - (kwnames === null ? 0 : kwnames.length) < 1) {
    return raise(ts, TypeErrorType, `${who} of '${d.owner.tpName}' object needs an argument`);
  }
  const self = args[0];
  if (!isInstance(self, d.owner)) {
    const message = `${who} requires a '${d.owner.tpName}' object but received a '${typeName(self)}'`;
    return raise(ts, TypeErrorType, message);
  }
  return callWrapped(ts, d.def, d.fn, self, args.slice(1), kwnames);
}

function bindWrapper(ts: ThreadState, d: PyWrapperDescriptor, instance: Value | undefined): Result<Value> {
  if (instance === undefined) return d;
  return checkOwner(ts, d.owner, d.def.name, instance) ? new PyMethodWrapper(d, instance) : null;
}

/** The specification of `wrapper_descriptor`. */
export const wrapperDescriptorSpec: TypeSpec = {
  name: "wrapper_descriptor",
  flags: TypeFlags.METHOD_DESCRIPTOR,
  slots: {
    tp_repr: (_ts, d: PyWrapperDescriptor) =>
      strFromJs(`<slot wrapper '${d.def.name}' of '${d.owner.tpName}' objects>`),
    tp_call: callWrapper,
    tp_descr_get: bindWrapper,
  },
  methods: [
    ["__reduce__", "($self, /)", (ts, d: PyWrapperDescriptor) => reduceToGetattr(ts, d.owner, d.def.name)],
  ],
  getset: [
    ...descriptorRows,
    ["__doc__", (_ts, d: PyWrapperDescriptor) => d.def.doc],
    ["__qualname__", (_ts, d: PyWrapperDescriptor) => strFromJs(`${d.owner.qualname}.${d.def.name}`)],
    ["__text_signature__", (_ts, d: PyWrapperDescriptor) => d.def.signature],
  ],
};

function compareWrappers(_ts: ThreadState, a: PyMethodWrapper, b: Value, op: CompareOp): Value {
  if (op !== CompareOp.EQ && op !== CompareOp.NE) return NotImplemented;
  if (!(b instanceof PyMethodWrapper)) return NotImplemented;
  const equal = a.descriptor === b.descriptor && sameObject(a.self, b.self);
  return op === CompareOp.EQ ? equal : !equal;
}

/** The specification of `method-wrapper`. */
export const methodWrapperSpec: TypeSpec = {
  name: "method-wrapper",
  slots: {
    tp_repr: (ts, w: PyMethodWrapper) => {
      const what = `${typeName(w.self)} object at ${address(ts, w.self)}`;
      return strFromJs(`<method-wrapper '${w.descriptor.def.name}' of ${what}>`);
    },
    tp_hash: (ts, w: PyMethodWrapper) => identityHash(ts, w.self) + identityHash(ts, w.descriptor),
    tp_call: (ts, w: PyMethodWrapper, args: Value[], kwnames: KwNames) =>
      callWrapped(ts, w.descriptor.def, w.descriptor.fn, w.self, args, kwnames),
    tp_richcompare: compareWrappers,
  },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (ts, w: PyMethodWrapper) => reduceToGetattr(ts, w.self, w.descriptor.def.name),
    ],
  ],
  getset: [
    ["__self__", (_ts, w: PyMethodWrapper) => w.self, null, null, "member"],
    ["__objclass__", (_ts, w: PyMethodWrapper) => w.descriptor.owner],
    ["__name__", (_ts, w: PyMethodWrapper) => w.descriptor.def.name],
    [
      "__qualname__",
      (_ts, { descriptor: d }: PyMethodWrapper) => strFromJs(`${d.owner.qualname}.${d.def.name}`),
    ],
    ["__doc__", (_ts, w: PyMethodWrapper) => w.descriptor.def.doc],
    ["__text_signature__", (_ts, w: PyMethodWrapper) => w.descriptor.def.signature],
  ],
};

// Computed attributes.

function getComputed(ts: ThreadState, d: PyGetSetDescriptor, instance: Value | undefined): Result<Value> {
  if (instance === undefined) return d;
  return checkOwner(ts, d.owner, d.row[0], instance) ? d.row[1](ts, instance) : null;
}

function setComputed(
  ts: ThreadState,
  d: PyGetSetDescriptor,
  instance: Value,
  value: Value | undefined,
): Status {
  if (!checkOwner(ts, d.owner, d.row[0], instance)) return null;
  const set = d.row[2];
  if (set) return set(ts, instance, value);
  const message = `attribute '${d.row[0]}' of '${d.owner.tpName}' objects is not writable`;
  return raiseNoAttribute(ts, message, instance, d.row[0]);
}

/** The specification of `getset_descriptor`. */
export const getSetDescriptorSpec: TypeSpec = {
  name: "getset_descriptor",
  slots: {
    tp_repr: (_ts, d: PyGetSetDescriptor) =>
      strFromJs(`<attribute '${d.row[0]}' of '${d.owner.tpName}' objects>`),
    tp_descr_get: getComputed,
    tp_descr_set: setComputed,
  },
  getset: [
    ["__objclass__", (_ts, d: PyGetSetDescriptor) => d.owner, null, null, "member"],
    ["__name__", (_ts, d: PyGetSetDescriptor) => strFromKey(d.row[0]), null, null, "member"],
    ["__doc__", (_ts, d: PyGetSetDescriptor) => d.row[3] ?? None],
    ["__qualname__", (_ts, d: PyGetSetDescriptor) => strFromJs(`${d.owner.qualname}.${d.row[0]}`)],
  ],
};

// Members.

function getMember(ts: ThreadState, d: PyMemberDescriptor, instance: Value | undefined): Result<Value> {
  if (instance === undefined) return d;
  if (!checkOwner(ts, d.owner, d.name, instance)) return null;
  if (d.row !== null) return d.row[1](ts, instance);
  const inst = attributesOf(instance);
  const value = inst === null ? undefined : getField(inst, d.field);
  if (value !== undefined) return value;
  return raise(ts, AttributeErrorType, `'${fullTypeName(instance)}' object has no attribute '${d.name}'`);
}

function setMember(
  ts: ThreadState,
  d: PyMemberDescriptor,
  instance: Value,
  value: Value | undefined,
): Status {
  if (!checkOwner(ts, d.owner, d.name, instance)) return null;
  if (d.row !== null) {
    const set = d.row[2];
    return set ? set(ts, instance, value) : raiseNoAttribute(ts, "readonly attribute", instance, d.name);
  }
  const inst: PyInstance = ensureAttributes(instance as PyObject);
  if (value === undefined && getField(inst, d.field) === undefined) {
    return raise(ts, AttributeErrorType, d.name);
  }
  setField(inst, d.field, value);
  return true;
}

const memberDoc: GetSetRow = ["__doc__", (_ts, d: PyMemberDescriptor) => d.row?.[3] ?? None];

/** The specification of `member_descriptor`. */
export const memberDescriptorSpec: TypeSpec = {
  name: "member_descriptor",
  slots: {
    tp_repr: (_ts, d: PyMemberDescriptor) => strFromJs(`<member '${d.name}' of '${d.owner.tpName}' objects>`),
    tp_descr_get: getMember,
    tp_descr_set: setMember,
  },
  methods: [
    ["__reduce__", "($self, /)", (ts, d: PyMemberDescriptor) => reduceToGetattr(ts, d.owner, d.name)],
  ],
  getset: [
    ["__objclass__", (_ts, d: PyMemberDescriptor) => d.owner, null, null, "member"],
    ["__name__", (_ts, d: PyMemberDescriptor) => strFromKey(d.name), null, null, "member"],
    memberDoc,
    ["__qualname__", (_ts, d: PyMemberDescriptor) => strFromJs(`${d.owner.qualname}.${d.name}`)],
  ],
};
