import { enumerations, located, products, sums } from "./definition.js";

/** One field of a node, from the definition. */
export interface Field {
  readonly name: string;
  /** ASDL type: a node group, `identifier`, `string`, `int` or `constant`. */
  readonly type: string;
  /** `?` may be `null`; `*` a list; `?*` a list whose items may be `null`. */
  readonly mark: "" | "?" | "*" | "?*";
  /** The field holds nodes (not a name, a number, a constant or an operator). */
  readonly holdsNodes: boolean;
}

/** What the definition says about one node type. */
export interface NodeInfo {
  readonly fields: readonly Field[];
  /** Nodes of this type carry a position. */
  readonly located: boolean;
}

const table = new Map<string, NodeInfo>();

function add(name: string, text: string, hasPosition: boolean): void {
  const fields = text === "" ? [] : text.split(", ").map(parseField);
  table.set(name, { fields, located: hasPosition });
}

function parseField(text: string): Field {
  const space = text.indexOf(" ");
  const type = text.slice(0, space).replace(/[?*]+$/, "");
  const mark = text.slice(type.length, space) as Field["mark"];
  return { name: text.slice(space + 1), type, mark, holdsNodes: type in sums || type in products };
}

for (const [group, members] of Object.entries(sums)) {
  for (const [name, text] of Object.entries(members)) add(name, text, located.has(group));
}
for (const [name, text] of Object.entries(products)) add(name, text, located.has(name));

/** Fields of a node type in the order of CPython's `_fields`, and whether it has a position. */
export function nodeInfo(nodeType: string): NodeInfo {
  const info = table.get(nodeType);
  if (info === undefined) throw new TypeError(`no such node type: ${nodeType}`);
  return info;
}

/** Whether an ASDL type is a group of operators or contexts, which are plain strings here. */
export function isEnumeration(type: string): boolean {
  return type in enumerations;
}
