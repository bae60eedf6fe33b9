import { enumerations, type Field, located, nodeInfo, products, sums } from "@adder/ast";

/** Names of the attributes that tell where a node stands (`_attributes`). */
export const positions = ["lineno", "col_offset", "end_lineno", "end_col_offset"] as const;

/** One class of the `_ast` module, as the definition of the syntax has it. */
export interface NodeClass {
  readonly name: string;
  /** The class that it derives from: a group of nodes, or `AST`. */
  readonly base: string;
  readonly fields: readonly Field[];
  /** The class itself says where its nodes stand; members of a group inherit it. */
  readonly located: boolean;
  /** A group of nodes: it has no fields of its own and no `_field_types`. */
  readonly group: boolean;
  /** The only member of this class is shared by all trees (`Load()`, `Add()`). */
  readonly singleton: boolean;
  /** What CPython writes into `__doc__`: the class in ASDL. */
  readonly doc: string;
}

const signature = (name: string, fields: string): string => (fields === "" ? name : `${name}(${fields})`);

function* define(): Generator<NodeClass> {
  const fieldless = { fields: [], singleton: false, located: false, group: false };
  for (const [group, members] of Object.entries(sums)) {
    const parts = Object.entries(members).map(([name, fields]) => signature(name, fields));
    const doc = `${group} = ${parts.join(`\n${" ".repeat(group.length + 1)}| `)}`;
    yield { ...fieldless, name: group, base: "AST", located: located.has(group), group: true, doc };
    for (const [name, fields] of Object.entries(members)) {
      yield { ...fieldless, name, base: group, fields: nodeInfo(name).fields, doc: signature(name, fields) };
    }
  }
  for (const [group, members] of Object.entries(enumerations)) {
    yield { ...fieldless, name: group, base: "AST", group: true, doc: `${group} = ${members.join(" | ")}` };
    for (const name of members) yield { ...fieldless, name, base: group, singleton: true, doc: name };
  }
  for (const [name, fields] of Object.entries(products)) {
    const own = { base: "AST", fields: nodeInfo(name).fields, located: located.has(name) };
    yield { ...fieldless, ...own, name, doc: signature(name, fields) };
  }
}

/** All classes below `AST`, bases first. */
export const nodeClasses: readonly NodeClass[] = [...define()];
