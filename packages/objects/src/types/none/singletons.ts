import { EllipsisType, NoneType, NotImplementedType } from "../../core/builtin-types.js";
import { PyObject } from "../../core/object.js";

/** `None`. */
export const None = new PyObject(NoneType);
/** `...`. */
export const Ellipsis = new PyObject(EllipsisType);
/** `NotImplemented`. */
export const NotImplemented = new PyObject(NotImplementedType);
