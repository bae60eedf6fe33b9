import type { Field } from "@adder/ast";
import {
  fillSlots,
  GenericAliasType,
  PyInstance as Instance,
  InternalError,
  IntType,
  ListType,
  makeUnion,
  None,
  nativeDef,
  ObjectType,
  PyDict,
  PyGenericAlias,
  type PyInstance,
  PyMethodDescriptor,
  PyTuple,
  type PyType,
  PyWrapperDescriptor,
  rootShapeOf,
  StrType,
  setClassVariable,
  slotDefsBySlot,
  type ThreadState,
  TypeType,
  typeNew,
  type Value,
} from "@adder/objects";
import { type NodeClass, nodeClasses, positions } from "./definition.js";
import { nodeReduce, nodeReplace } from "./node-copy.js";
import { nodeInit } from "./node-init.js";
import { nodeRepr } from "./node-repr.js";

const builtinTypes: Readonly<Record<string, PyType>> = {
  identifier: StrType,
  string: StrType,
  int: IntType,
  constant: ObjectType,
};

/**
 * The classes of `_ast` in one interpreter (CPython `struct ast_state`, Python/Python-ast.c). They are heap
 * classes, so programs may change them.
 */
export class AstClasses {
  readonly AST: PyType;
  readonly #byName = new Map<string, PyType>();
  readonly #singletons = new Map<string, PyInstance>();

  /** The classes of the thread's interpreter, made on first use. */
  static of(ts: ThreadState): AstClasses {
    return ts.interp.state(AstClasses, () => new AstClasses(ts));
  }

  private constructor(ts: ThreadState) {
    this.AST = makeRoot(ts);
    this.#byName.set("AST", this.AST);
    for (const definition of nodeClasses) this.#define(ts, definition);
    for (const definition of nodeClasses) if (!definition.group) this.#annotate(ts, definition);
  }

  /** All classes with their names, `AST` first. */
  entries(): IterableIterator<[string, PyType]> {
    return this.#byName.entries();
  }

  /** The class with a name of the definition. */
  get(name: string): PyType {
    const found = this.#byName.get(name);
    if (found === undefined) throw new InternalError(`no class ${name} in _ast`);
    return found;
  }

  /** The shared member of an operator's or context's class, which trees from the parser hold. */
  singleton(name: string): PyInstance {
    const found = this.#singletons.get(name);
    if (found === undefined) throw new InternalError(`no singleton ${name} in _ast`);
    return found;
  }

  #define(ts: ThreadState, definition: NodeClass): void {
    const { name, fields } = definition;
    const names = new PyTuple(fields.map((field) => field.name));
    const body = new PyDict();
    body.setStr("_fields", names);
    body.setStr("__match_args__", names);
    body.setStr("__module__", "ast");
    body.setStr("__doc__", definition.doc);
    if (definition.base === "AST") {
      body.setStr("_attributes", new PyTuple(definition.located ? [...positions] : []));
    }
    const optional = fields.filter((field) => field.mark === "?").map((field) => field.name);
    if (definition.located) optional.push("end_lineno", "end_col_offset");
    for (const field of optional) body.setStr(field, None);
    const cls = makeClass(ts, name, this.get(definition.base), body);
    this.#byName.set(name, cls);
    if (definition.singleton) this.#singletons.set(name, new Instance(cls, rootShapeOf(cls)));
  }

  #annotate(ts: ThreadState, definition: NodeClass): void {
    const types = new PyDict();
    for (const field of definition.fields) types.setStr(field.name, this.#fieldType(ts, field));
    const cls = this.get(definition.name);
    setClassVariable(ts, cls, "_field_types", types);
    setClassVariable(ts, cls, "__annotations_cache__", types);
  }

  #fieldType(ts: ThreadState, field: Field): Value {
    const type = builtinTypes[field.type] ?? this.get(field.type);
    if (field.mark === "") return type;
    if (field.mark === "?") return made(makeUnion(ts, [type, None]));
    return new PyGenericAlias(ListType, type, false, GenericAliasType);
  }
}

/** Classes with these bodies can always be made. */
function made<T>(result: T | null): T {
  if (result === null) throw new InternalError("a class of _ast could not be made");
  return result;
}

function makeClass(ts: ThreadState, name: string, base: PyType, body: PyDict): PyType {
  return made(typeNew(ts, TypeType, [name, new PyTuple([base]), body], null)) as PyType;
}

/** `AST`: a heap class whose methods are native. */
function makeRoot(ts: ThreadState): PyType {
  const body = new PyDict();
  body.setStr("__module__", "ast");
  // Instances have attributes, and no weak references.
  body.setStr("__slots__", new PyTuple(["__dict__"]));
  const cls = makeClass(ts, "AST", ObjectType, body);
  cls.tpName = "ast.AST";
  const { namespace } = cls;
  namespace.delete("__slots__");
  const slots = { tp_repr: nodeRepr, tp_init: nodeInit } as const;
  for (const [slot, fn] of Object.entries(slots)) {
    const [def] = slotDefsBySlot.get(slot as keyof typeof slots) ?? [];
    namespace.set(def.name, new PyWrapperDescriptor(cls, def, fn));
  }
  const rows = [
    ["__reduce__", "($self, /)", nodeReduce, null],
    ["__replace__", "($self, /, **fields)", nodeReplace, "A copy of the node with other fields."],
  ] as const;
  for (const row of rows) namespace.set(row[0], new PyMethodDescriptor(cls, nativeDef(row, "AST")));
  for (const name of ["_fields", "__match_args__", "_attributes"]) namespace.set(name, new PyTuple([]));
  fillSlots(cls);
  return cls;
}
