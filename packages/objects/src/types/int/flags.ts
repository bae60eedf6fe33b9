import { TypeFlags } from "../../core/type.js";

/** Flags of `int`: a base type whose subclasses are ints. */
export const BASETYPE_INT = TypeFlags.BASETYPE | TypeFlags.INT_SUBCLASS;
