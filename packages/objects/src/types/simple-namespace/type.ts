import {
  attributesOf,
  ensureAttributes,
  getInstanceDict,
  materialise,
  newInstance,
  setInstanceAttr,
} from "../../core/attributes.js";
import { checkPositional } from "../../core/bind-arguments.js";
import { DictType, SimpleNamespaceType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { compare } from "../../core/compare.js";
import { raise } from "../../core/errors.js";
import type { PyInstance } from "../../core/fields.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import { repr } from "../../core/protocols.js";
import type { CompareOp, KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeFlags } from "../../core/type.js";
import { isInstance } from "../../core/type-of.js";
import { PyDict } from "../dict/py-dict.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { NotImplemented } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { type Str, strFromKey, strKey } from "../str/py-str.js";
import { joinStr } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";

function namespaceInit(ts: ThreadState, self: PyInstance, args: Value[], kwnames: KwNames): Status {
  const keywords = kwnames ?? [];
  const given = args.length - keywords.length;
  if (checkPositional(ts, "SimpleNamespace", given, 0, 1) === null) return null;
  if (given === 1) {
    const dict = args[0] instanceof PyDict ? args[0] : call(ts, DictType, [args[0]]);
    if (dict === null) return null;
    const { keys, values } = dict as PyDict;
    if (keys.some((key) => key !== undefined && asStr(key) === undefined)) {
      return raise(ts, TypeErrorType, "keywords must be strings");
    }
    keys.forEach((key, i) => {
      const name = key === undefined ? undefined : asStr(key);
      if (name !== undefined) setInstanceAttr(ts, self, strKey(name), values[i] as Value);
    });
  }
  keywords.forEach((name, i) => {
    setInstanceAttr(ts, self, name, args[given + i]);
  });
  return true;
}

function namespaceRepr(ts: ThreadState, self: PyInstance): Result<Str> {
  const name = self.cls === SimpleNamespaceType ? "namespace" : strFromKey(self.cls.name);
  if (ts.reprStack.includes(self)) return joinStr([name, "(...)"], "");
  ts.reprStack.push(self);
  const parts = attributeReprs(ts, self);
  ts.reprStack.pop();
  return parts === null ? null : joinStr([name, "(", joinStr(parts, ", "), ")"], "");
}

function attributeReprs(ts: ThreadState, self: PyInstance): Result<Str[]> {
  const dict = materialise(ts, self);
  const parts: Str[] = [];
  for (const key of dict.keysArray()) {
    const name = asStr(key);
    if (name === undefined || name === "") continue;
    const value = dict.getStr(strKey(name));
    const text = value === undefined ? "" : repr(ts, value);
    if (text === null) return null;
    parts.push(joinStr([name, "=", text], ""));
  }
  return parts;
}

function namespaceCompare(ts: ThreadState, a: PyInstance, b: Value, op: CompareOp): Result<Value> {
  if (!isInstance(b, SimpleNamespaceType)) return NotImplemented;
  return compare(ts, materialise(ts, a), materialise(ts, b as PyInstance), op);
}

function replace(ts: ThreadState, self: PyInstance, args: Value[], kwnames: KwNames): Result<Value> {
  const keywords = kwnames ?? [];
  if (args.length > keywords.length) {
    return raise(ts, TypeErrorType, "__replace__() takes no positional arguments");
  }
  const copy = call(ts, self.cls, []);
  if (copy === null) return null;
  if (!isInstance(copy, SimpleNamespaceType)) {
    const message = `expect types.SimpleNamespace type, but ${self.cls.tpName}() returned '${(copy as PyInstance).cls.tpName}' object`;
    return raise(ts, TypeErrorType, message);
  }
  const target = ensureAttributes(copy as PyInstance);
  const { keys, values } = materialise(ts, attributesOf(self) as PyInstance);
  keys.forEach((key, i) => {
    const name = key === undefined ? undefined : asStr(key);
    if (name !== undefined) setInstanceAttr(ts, target, strKey(name), values[i] as Value);
  });
  keywords.forEach((name, i) => {
    setInstanceAttr(ts, target, name, args[i]);
  });
  return copy;
}

/** The specification of `types.SimpleNamespace` (CPython `Objects/namespaceobject.c`). */
export const simpleNamespaceSpec: TypeSpec = {
  name: "types.SimpleNamespace",
  doc: "A simple attribute-based namespace.",
  signature: "(mapping_or_iterable=(), /, **kwargs)",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_DICT | TypeFlags.INLINE_FIELDS | TypeFlags.OWN_LAYOUT,
  slots: {
    tp_new: newInstance,
    tp_init: namespaceInit,
    tp_repr: namespaceRepr,
    tp_richcompare: namespaceCompare,
  },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (ts, self: PyInstance) => new PyTuple([self.cls, new PyTuple([]), materialise(ts, self)]),
      "Return state information for pickling",
    ],
    [
      "__replace__",
      "($self, /, **changes)",
      replace,
      "Return a copy of the namespace object with new values.",
    ],
  ],
  getset: [["__dict__", (ts, self: PyInstance) => getInstanceDict(ts, self), null, null, "member"]],
};
