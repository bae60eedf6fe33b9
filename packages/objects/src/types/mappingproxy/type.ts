import { bindKeywords } from "../../core/bind-arguments.js";
import { ListType, TupleType } from "../../core/builtin-types.js";
import { callMethod } from "../../core/call.js";
import { compare, hash } from "../../core/compare.js";
import { raise, raiseKeyError, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { BinaryOp, binaryOp } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { contains, getItem, getIter, length, repr, str } from "../../core/protocols.js";
import type { CompareOp, KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { namespaceOf } from "../../core/type-lookup.js";
import { isInstance, typeOf } from "../../core/type-of.js";
import { PyDict } from "../dict/py-dict.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyGenericAlias } from "../generic-alias/py-generic-alias.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { type Str, strKey } from "../str/py-str.js";
import { joinStr } from "../str/text.js";

import { PyMappingProxy } from "./py-mapping-proxy.js";

function proxyNew(ts: ThreadState, _cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "mappingproxy", args, kwnames, ["mapping"], 1);
  if (bound === null) return null;
  const mapping = bound[0] as Value;
  if (
    typeOf(mapping).mp_subscript === null ||
    isInstance(mapping, ListType) ||
    isInstance(mapping, TupleType)
  ) {
    return raise(ts, TypeErrorType, `mappingproxy() argument must be a mapping, not ${typeName(mapping)}`);
  }
  return new PyMappingProxy(mapping, false);
}

/** The mapping behind a proxy. Of a class it is a copy of the namespace: classes change, so take it afresh each time. */
export function proxied(proxy: PyMappingProxy): Value {
  if (!proxy.ofClass) return proxy.mapping;
  const dict = new PyDict();
  for (const [name, value] of namespaceOf(proxy.mapping as PyType)) dict.setStr(name, value);
  return dict;
}

function ownValue(proxy: PyMappingProxy, key: Value): Value | undefined {
  const name = asStr(key);
  return name === undefined ? undefined : namespaceOf(proxy.mapping as PyType).get(strKey(name));
}

function proxyGetItem(ts: ThreadState, proxy: PyMappingProxy, key: Value): Result<Value> {
  if (!proxy.ofClass) return getItem(ts, proxy.mapping, key);
  return ownValue(proxy, key) ?? (hash(ts, key) === null ? null : raiseKeyError(ts, key));
}

function proxyGet(ts: ThreadState, proxy: PyMappingProxy, key: Value, fallback: Value = None): Result<Value> {
  if (!proxy.ofClass) return callMethod(ts, proxy.mapping, "get", [key, fallback]);
  return ownValue(proxy, key) ?? (hash(ts, key) === null ? null : fallback);
}

function proxyOr(ts: ThreadState, a: Value, b: Value): Result<Value> {
  const left = a instanceof PyMappingProxy ? proxied(a) : a;
  const right = b instanceof PyMappingProxy ? proxied(b) : b;
  return binaryOp(ts, BinaryOp.OR, left, right);
}

function proxyRepr(ts: ThreadState, proxy: PyMappingProxy): Result<Str> {
  const inside = repr(ts, proxied(proxy));
  return inside === null ? null : joinStr(["mappingproxy(", inside, ")"], "");
}

const through = (name: string) => (ts: ThreadState, proxy: PyMappingProxy) =>
  callMethod(ts, proxied(proxy), name, []);

/** The specification of `mappingproxy` (CPython `Objects/descrobject.c`). */
export const mappingProxySpec: TypeSpec = {
  name: "mappingproxy",
  doc: "Read-only proxy of a mapping.",
  signature: "(mapping)",
  flags: TypeFlags.MAPPING,
  slots: {
    tp_new: proxyNew,
    tp_repr: proxyRepr,
    tp_str: (ts, proxy: PyMappingProxy) => str(ts, proxied(proxy)),
    tp_hash: (ts, proxy: PyMappingProxy) => hash(ts, proxied(proxy)),
    tp_richcompare: (ts, proxy: PyMappingProxy, other: Value, op: CompareOp) =>
      compare(ts, proxied(proxy), other, op),
    tp_iter: (ts, proxy: PyMappingProxy) => getIter(ts, proxied(proxy)),
    nb_or: proxyOr,
    nb_inplace_or: (ts) => raise(ts, TypeErrorType, "'|=' is not supported by mappingproxy; use '|' instead"),
    mp_length: (ts, proxy: PyMappingProxy) =>
      proxy.ofClass ? namespaceOf(proxy.mapping as PyType).size : length(ts, proxy.mapping),
    mp_subscript: proxyGetItem,
    sq_contains: (ts, proxy: PyMappingProxy, key: Value) =>
      proxy.ofClass ? ownValue(proxy, key) !== undefined : contains(ts, proxy.mapping, key),
  },
  methods: [
    [
      "get",
      "($self, key, default=None, /)",
      proxyGet,
      "Return the value for key if key is in the mapping, else default.",
    ],
    ["keys", "($self, /)", through("keys"), "a set-like object providing a view on the keys"],
    ["values", "($self, /)", through("values"), "an object providing a view on the values"],
    ["items", "($self, /)", through("items"), "a set-like object providing a view on the items"],
    ["copy", "($self, /)", through("copy"), "a shallow copy of the mapping"],
    [
      "__class_getitem__",
      "($type, object, /)",
      (_ts, cls: PyType, item: Value) => new PyGenericAlias(cls, item),
      "See PEP 585",
      { binding: "class" },
    ],
    ["__reversed__", "($self, /)", through("__reversed__"), "reversed(self)"],
  ],
};
