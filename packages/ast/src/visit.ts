import { nodeInfo } from "./fields.js";
import type { Node } from "./generated/nodes.js";

/** Calls `visit` for each node directly below `node`, in the order of the fields. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  const values = node as unknown as Record<string, unknown>;
  for (const { name, holdsNodes } of nodeInfo(node.nodeType).fields) {
    if (!holdsNodes) continue;
    const value = values[name];
    if (Array.isArray(value)) {
      for (const item of value) if (item !== null) visit(item as Node);
    } else if (value !== null) visit(value as Node);
  }
}

/** Every node of a tree, breadth first as Python's `ast.walk`. */
export function* walk(node: Node): Generator<Node, void, undefined> {
  const queue: Node[] = [node];
  for (let i = 0; i < queue.length; i++) {
    yield queue[i];
    forEachChild(queue[i], (child) => queue.push(child));
  }
}

/** What to do with a node: `null` removes it (from a list or an optional field), a list replaces it in a list. */
export type Replacement = Node | readonly Node[] | null;

/**
 * Replaces the children of `node` in place, as Python's `ast.NodeTransformer.generic_visit`:
 * call it again on a child inside `replace` to go deeper.
 */
export function transformChildren(node: Node, replace: (child: Node) => Replacement): void {
  const values = node as unknown as Record<string, unknown>;
  for (const { name, holdsNodes } of nodeInfo(node.nodeType).fields) {
    if (!holdsNodes) continue;
    const value = values[name];
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) {
        const result = item === null ? null : replace(item as Node);
        if (item === null) items.push(null);
        else if (Array.isArray(result)) items.push(...result);
        else if (result !== null) items.push(result);
      }
      values[name] = items;
    } else if (value !== null) values[name] = replace(value as Node);
  }
}
