import { type ModuleSpec, UnionType, type Value } from "@adder/objects";
import { GenericType } from "./generic.js";
import { NoDefault } from "./no-default.js";
import { ParamSpecArgsType, ParamSpecKwargsType, ParamSpecType } from "./param-spec.js";
import { TypeAliasType } from "./type-alias.js";
import { TypeVarType } from "./type-var.js";
import { TypeVarTupleType } from "./type-var-tuple.js";

/** `_typing` (CPython `Modules/_typingmodule.c`). */
export const typingModule: ModuleSpec = {
  name: "_typing",
  doc: "What typing is made of.",
  functions: [["_idfunc", "($module, x, /)", (_ts, _m, x: Value) => x]],
  types: [
    TypeVarType,
    TypeVarTupleType,
    ParamSpecType,
    ParamSpecArgsType,
    ParamSpecKwargsType,
    GenericType,
    TypeAliasType,
  ],
  attributes: { Union: UnionType, NoDefault },
};
