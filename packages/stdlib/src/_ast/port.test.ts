import { dump, type mod } from "@adder/ast";
import { call, getAttr, None, PyList, setAttr, type ThreadState, type Value } from "@adder/objects";
import { show, testThread } from "@adder/objects/testing";
import { parseModule } from "@adder/parser";
import { expect, test } from "vitest";
import { AstClasses } from "./classes.js";
import { astPort } from "./port.js";

function toPython(ts: ThreadState, tree: mod): Value {
  const made = astPort.toPython(ts, tree);
  if (made === null) throw new TypeError(show(ts, null));
  return made;
}

const source = `
from __future__ import annotations
@d
async def f[T: int](a, /, b: int = 1, *c, k=None, **kw) -> "x":
    async for x in y:
        await z
    return [i async for i in j if not k], lambda: {**a, 'b': (yield)}
class C(B, metaclass=M): x: int = 1.5; y = 2j; z = b'\\xff' if 0 else ...
try: pass
except* E as e: del a.b[1:2, ::3]
match p:
    case {"a": -1, **rest} | [C(x=None), *_] if g: global q
print(f"{x!r:>{w}}", t"{y}", "\\ud800", "𝒳", 10 ** 30)
`;

test("a tree survives the way to Python and back", () => {
  const ts = testThread();
  const back = astPort.fromPython(ts, toPython(ts, parseModule(source)), "exec");
  const options = { includeAttributes: true, indent: 1 };
  expect(dump(back as mod, options)).toBe(dump(parseModule(source), options));
});

test("classes belong to one interpreter", () => {
  const [a, b] = [testThread(), testThread()];
  expect(AstClasses.of(a)).toBe(AstClasses.of(a));
  expect(AstClasses.of(a).AST).not.toBe(AstClasses.of(b).AST);
  expect(setAttr(a, AstClasses.of(a).get("Name"), "mark", 1)).toBe(true);
  expect(show(b, getAttr(b, AstClasses.of(b).get("Name"), "mark"))).toBe(
    "AttributeError: type object 'Name' has no attribute 'mark'",
  );
});

test("only instances of AST are trees", () => {
  const ts = testThread();
  expect(astPort.isTree(ts, toPython(ts, parseModule("1")))).toBe(true);
  expect(astPort.isTree(ts, "1")).toBe(false);
  expect(astPort.isTree(ts, AstClasses.of(ts).AST)).toBe(false);
});

test("operators and contexts from the parser are shared", () => {
  const ts = testThread();
  const tree = toPython(ts, parseModule("a + b", { mode: "eval" }));
  const op = getAttr(ts, getAttr(ts, tree, "body") as Value, "op");
  expect(op).toBe(AstClasses.of(ts).singleton("Add"));
});

test("repr shows three levels", () => {
  const ts = testThread();
  const tree = toPython(ts, parseModule("f(1, 2, [3])", { mode: "eval" }));
  expect(show(ts, tree)).toBe(
    "Expression(body=Call(func=Name(id='f', ctx=Load(...)), " +
      "args=[Constant(value=1, kind=None), ..., List(elts=[Constant(...)], ctx=Load(...))], keywords=[]))",
  );
});

test("a tree of another kind is refused", () => {
  const ts = testThread();
  const tree = toPython(ts, parseModule("1", { mode: "eval" }));
  expect(show(ts, astPort.fromPython(ts, tree, "exec") as null)).toBe(
    "TypeError: expected Module node, got Expression",
  );
});

/** What is said of `Expression(body)` after `change` was made to the body, the tree of `x`. */
function complaint(change: (ts: ThreadState, body: Value) => void): string {
  const ts = testThread();
  const tree = toPython(ts, parseModule("x", { mode: "eval" }));
  change(ts, getAttr(ts, tree, "body") as Value);
  return show(ts, astPort.fromPython(ts, tree, "eval") as null);
}

test("what is missing or wrong is told in CPython's words", () => {
  const set = (name: string, value: Value | undefined) =>
    complaint((ts, body) => {
      setAttr(ts, body, name, value);
    });
  expect(set("lineno", undefined)).toBe('TypeError: required field "lineno" missing from expr');
  expect(set("id", undefined)).toBe('TypeError: required field "id" missing from Name');
  expect(set("id", None)).toBe("ValueError: field 'id' is required for Name");
  expect(set("id", 1)).toBe("TypeError: AST identifier must be of type str");
  expect(set("id", "None")).toBe("ValueError: identifier field can't represent 'None' constant");
  expect(set("ctx", 1)).toBe("TypeError: expected some sort of expr_context, but got 1");
  expect(set("lineno", "a")).toBe("ValueError: invalid integer value: 'a'");
  expect(set("lineno", 2 ** 40)).toBe("OverflowError: Python int too large to convert to C int");
  expect(set("lineno", 7)).toBe("ValueError: AST node line range (7, 1) is not valid");
});

test("lists must be lists, of what belongs there", () => {
  const ts = testThread();
  const tree = toPython(ts, parseModule("[x]", { mode: "eval" }));
  const list = getAttr(ts, tree, "body") as Value;
  const outcome = (elts: Value): string => {
    setAttr(ts, list, "elts", elts);
    return show(ts, astPort.fromPython(ts, tree, "eval") as null);
  };
  expect(outcome(1)).toBe('TypeError: List field "elts" must be a list, not a int');
  expect(outcome(new PyList([None]))).toBe("ValueError: None disallowed in expression list");
  expect(outcome(new PyList([tree]))).toBe('TypeError: required field "lineno" missing from expr');
});

test("a constant must be of an immutable built-in type", () => {
  const ts = testThread();
  const tree = toPython(ts, parseModule("1", { mode: "eval" }));
  setAttr(ts, getAttr(ts, tree, "body") as Value, "value", new PyList([]));
  expect(show(ts, astPort.fromPython(ts, tree, "eval") as null)).toBe(
    "TypeError: got an invalid type in Constant: list",
  );
});

test("constructors fill in defaults", () => {
  const ts = testThread();
  const name = call(ts, AstClasses.of(ts).get("Name"), ["a"]);
  expect(show(ts, name)).toBe("Name(id='a', ctx=Load())");
  const list = call(ts, AstClasses.of(ts).get("Delete"), []);
  expect(show(ts, list)).toBe("Delete(targets=[])");
  expect(show(ts, call(ts, AstClasses.of(ts).get("Name"), [1, 2, 3]))).toBe(
    "TypeError: Name constructor takes at most 2 positional arguments",
  );
});
