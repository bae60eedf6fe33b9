import { ModuleType } from "../../core/builtin-types.js";
import { PyInstance, Shape } from "../../core/fields.js";
import type { PyObject, Status } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import type { PyDict } from "../dict/py-dict.js";

/**
 * Attributes of a module that are made when they are first asked for. Until then the namespace holds placeholders
 * under these names, at the places where CPython has them.
 */
export interface DeferredAttributes {
  readonly names: ReadonlySet<string>;
  /** Puts the attributes into the namespace. */
  make(ts: ThreadState): Status;
}

/** A module: its attributes are the items of `dict`. */
export class PyModule implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly dict: PyDict;
  /** Holds `dict` where every other object has its attributes, so that attribute access needs no special case. */
  attrs: PyInstance;
  deferred: DeferredAttributes | null = null;

  constructor(dict: PyDict, cls: PyType = ModuleType) {
    this.cls = cls;
    this.dict = dict;
    cls.rootShape ??= Shape.root(cls, cls.reservedFields);
    this.attrs = new PyInstance(cls, cls.rootShape);
    this.attrs.dict = dict;
  }
}

/** Makes the attributes of a module that have been put off (`PyModule.deferred`). */
export function makeDeferred(ts: ThreadState, module: PyModule): Status {
  const { deferred } = module;
  if (deferred === null) return true;
  // Making them may look at the module.
  module.deferred = null;
  if (deferred.make(ts) !== null) return true;
  module.deferred = deferred;
  return null;
}
