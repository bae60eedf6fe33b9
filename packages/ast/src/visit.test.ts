import { describe, expect, it } from "vitest";
import { build, dump, type expr, forEachChild, type Node, transformChildren, walk } from "./index.js";

const at = [1, 0, 1, 0] as const;
const name = (id: string) => build.Name(id, "Load", ...at);
const tree = () => build.If(name("a"), [build.Expr(name("b"), ...at), build.Pass(...at)], [], ...at);

describe("walking", () => {
  it("goes breadth first, in the order of the fields", () => {
    expect([...walk(tree())].map((node) => (node.nodeType === "Name" ? node.id : node.nodeType))).toEqual([
      "If",
      "a",
      "Expr",
      "Pass",
      "b",
    ]);
  });
  it("skips absent nodes", () => {
    const seen: Node[] = [];
    forEachChild(build.Dict([null], [name("a")], ...at), (child) => seen.push(child));
    expect(seen).toHaveLength(1);
  });
});

describe("transformChildren", () => {
  it("replaces, removes and splices", () => {
    const node = tree();
    transformChildren(node, (child) => {
      if (child.nodeType === "Pass") return null;
      if (child.nodeType === "Expr") return [child, child];
      return name("z") as expr;
    });
    expect(dump(node)).toBe(
      "If(test=Name(id='z', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load())), Expr(value=Name(id='b', ctx=Load()))])",
    );
  });
});
