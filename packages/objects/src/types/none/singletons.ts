import { EllipsisType, NoneType, NotImplementedType } from "../../core/builtin-types.js";
import { PyPlainObject } from "../../core/object.js";

/** `None`. */
export const None = new PyPlainObject(NoneType);
/** `...`. */
export const Ellipsis = new PyPlainObject(EllipsisType);
/** `NotImplemented`. */
export const NotImplemented = new PyPlainObject(NotImplementedType);
