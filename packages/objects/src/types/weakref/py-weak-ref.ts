import { TypeType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Value } from "../../core/object.js";
import { PyType } from "../../core/type.js";

/** `weakref.ref`. */
export const ReferenceType = new PyType(TypeType, "weakref.ReferenceType");
/** What `weakref.proxy` makes for objects that can't be called. */
export const ProxyType = new PyType(TypeType, "weakref.ProxyType");
/** What `weakref.proxy` makes for objects that can be called. */
export const CallableProxyType = new PyType(TypeType, "weakref.CallableProxyType");

/** A weak reference or a weak proxy. When the referent goes away is up to the host's garbage collector. */
export class PyWeakRef implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly target: WeakRef<PyObject>;
  /** Called with the reference after the referent went away; `null` for none, and once it was called. */
  callback: Value | null;
  /** The referent's hash once asked for. */
  hash: number | bigint | null = null;
  attrs: PyInstance | null = null;

  constructor(target: PyObject, callback: Value | null, cls: PyType = ReferenceType) {
    this.cls = cls;
    this.target = new WeakRef(target);
    this.callback = callback;
  }
}
