import {
  type ConstantValue,
  enumerations,
  type Field,
  type Node,
  nodeInfo,
  products,
  sums,
} from "@adder/ast";
import {
  BytesType,
  ComplexType,
  constantOf,
  Ellipsis,
  FloatType,
  FrozenSetType,
  getOptionalAttr,
  IntType,
  isInstance,
  ListType,
  None,
  OverflowErrorType,
  PyBytes,
  type PyList,
  type PySet,
  type PyTuple,
  PyWideStr,
  type Result,
  RuntimeErrorType,
  raise,
  repr,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toInt,
  toJs,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { AstClasses } from "./classes.js";
import { InvalidConstant } from "./invalid-constant.js";

/** Fields that are found on each node which stands somewhere. */
const positionFields: readonly Field[] = [
  { name: "lineno", type: "int", mark: "", holdsNodes: false },
  { name: "col_offset", type: "int", mark: "", holdsNodes: false },
  { name: "end_lineno", type: "int", mark: "?", holdsNodes: false },
  { name: "end_col_offset", type: "int", mark: "?", holdsNodes: false },
];

/** Optional numbers have no None in the tree. */
const numberDefaults: Readonly<Record<string, string>> = {
  end_lineno: "lineno",
  end_col_offset: "col_offset",
};

type Values = Record<string, unknown>;

/**
 * Makes a tree of Python objects (the `obj2ast_*` functions of CPython's Python/Python-ast.c), with CPython's
 * TypeErrors and ValueErrors. The tree has the right types everywhere; whether it makes sense is for `validate`.
 */
export class TreeReader {
  readonly #ts: ThreadState;
  readonly #classes: AstClasses;

  constructor(ts: ThreadState) {
    this.#ts = ts;
    this.#classes = AstClasses.of(ts);
  }

  /** A node of a group, `undefined` for None. Raises TypeError ("expected some sort of expr, but got 1"). */
  sum(v: Value, group: string): Result<Node | undefined> {
    if (v === None) return undefined;
    const values: Values = {};
    // Positions come first, and are missed in the name of the group.
    const isLocated = nodeInfo(Object.keys(sums[group])[0]).located;
    if (isLocated && !this.#fields(v, group, positionFields, values)) return null;
    const name = Object.keys(sums[group]).find((member) => isInstance(v, this.#classes.get(member)));
    if (name === undefined) return this.#unexpected(v, group);
    return this.#node(v, name, values);
  }

  #product(v: Value, name: string): Result<Node> {
    const values: Values = {};
    const { located } = nodeInfo(name);
    const node = this.#node(v, name, values);
    if (node === null) return null;
    return located && !this.#fields(v, name, positionFields, values) ? null : node;
  }

  #node(v: Value, name: string, values: Values): Result<Node> {
    const { fields } = nodeInfo(name);
    values.nodeType = name;
    if (!this.#fields(v, name, fields, values)) return null;
    for (const field of fields) {
      if (field.mark === "" && (values[field.name] ?? undefined) === undefined && field.type !== "constant") {
        return raise(this.#ts, ValueErrorType, `field '${field.name}' is required for ${name}`);
      }
    }
    return values as unknown as Node;
  }

  /** Reads fields into `values`. @returns whether that went well */
  #fields(v: Value, owner: string, fields: readonly Field[], values: Values): boolean {
    const ts = this.#ts;
    for (const field of fields) {
      const { name, mark } = field;
      const found = getOptionalAttr(ts, v, name);
      if (found === null) return false;
      if (mark.endsWith("*")) {
        const list = found === undefined ? [] : this.#list(found, owner, field);
        if (list === null) return false;
        values[name] = list;
      } else if (mark === "?" && (found === undefined || found === None)) {
        values[name] = field.type === "int" ? (values[numberDefaults[name]] ?? 0) : null;
      } else if (found === undefined) {
        raise(ts, TypeErrorType, `required field "${name}" missing from ${owner}`);
        return false;
      } else {
        const value = this.#value(found, field.type);
        if (value === undefined) return false;
        values[name] = value;
      }
    }
    return true;
  }

  #list(v: Value, owner: string, field: Field): Result<unknown[]> {
    const what = `${owner} field "${field.name}"`;
    if (!isInstance(v, ListType)) {
      return raise(this.#ts, TypeErrorType, `${what} must be a list, not a ${typeOf(v).name}`);
    }
    const { items } = v as PyList;
    const { length } = items;
    const values: unknown[] = [];
    for (let i = 0; i < length; i++) {
      const value = this.#value(items[i], field.type);
      if (value === undefined) return null;
      // Reading attributes may have run code.
      if ((v as PyList).items.length !== length) {
        return raise(this.#ts, RuntimeErrorType, `${what} changed size during iteration`);
      }
      values.push(value);
    }
    return values;
  }

  /** A value of an ASDL type; `null` for None where that may be, `undefined` with an exception pending. */
  #value(v: Value, type: string): unknown {
    const ts = this.#ts;
    if (type in enumerations) {
      const name = enumerations[type].find((member) => isInstance(v, this.#classes.get(member)));
      return name ?? this.#unexpected(v, type) ?? undefined;
    }
    if (type in sums) {
      const node = this.sum(v, type);
      return node === null ? undefined : (node ?? null);
    }
    if (type in products) return this.#product(v, type) ?? undefined;
    switch (type) {
      case "constant":
        return constant(v);
      case "int":
        return this.#int(v);
      case "string":
        if (typeof v === "string" || v instanceof PyWideStr) return toJs(v);
        if (v instanceof PyBytes && v.cls === BytesType) return String.fromCharCode(...v.value);
        return raise(ts, TypeErrorType, "AST string must be of type str") ?? undefined;
      default:
        if (typeof v === "string" || v instanceof PyWideStr) return toJs(v);
        if (v === None) return null;
        return raise(ts, TypeErrorType, "AST identifier must be of type str") ?? undefined;
    }
  }

  #int(v: Value): number | undefined {
    const ts = this.#ts;
    const n = toInt(v);
    if (n === undefined) {
      const shown = repr(ts, v);
      if (shown === null) return undefined;
      return raise(ts, ValueErrorType, `invalid integer value: ${toJs(shown)}`) ?? undefined;
    }
    if (n > 0x7fffffff || n < -0x80000000) {
      return raise(ts, OverflowErrorType, "Python int too large to convert to C int") ?? undefined;
    }
    return Number(n);
  }

  #unexpected(v: Value, group: string): null {
    const shown = repr(this.#ts, v);
    if (shown === null) return null;
    return raise(this.#ts, TypeErrorType, `expected some sort of ${group}, but got ${toJs(shown)}`);
  }
}

const exactTypes: ReadonlySet<unknown> = new Set([IntType, FloatType, ComplexType, BytesType]);

/** The constant that a value is; an {@link InvalidConstant} where it is none, of which `validate` complains. */
function constant(v: Value): ConstantValue | InvalidConstant {
  const wrong = firstWrong(v);
  return wrong === undefined ? (constantOf(v) as ConstantValue) : new InvalidConstant(typeName(wrong));
}

function firstWrong(v: Value): Value | undefined {
  if (typeof v !== "object" || v === None || v === Ellipsis || v instanceof PyWideStr) return undefined;
  if (exactTypes.has(v.cls)) return undefined;
  if (v.cls === TupleType) return firstOf((v as PyTuple).items);
  if (v.cls === FrozenSetType) return firstOf((v as PySet).itemsArray());
  return v;
}

function firstOf(items: readonly Value[]): Value | undefined {
  for (const item of items) {
    const wrong = firstWrong(item);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
