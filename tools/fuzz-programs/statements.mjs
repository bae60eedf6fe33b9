// Random statements: lists of lines. `{ inFunction, inLoop }` says what may stand there; loops are bounded by construction.
import { expression, kinds, Scope } from "./expressions.mjs";

const indent = (lines) => lines.map((line) => `    ${line}`);
const storable = kinds.filter((kind) => kind !== "none");

export function block(random, scope, place, size, depth) {
  const lines = [];
  for (let i = 0; i < size; i++) lines.push(...statement(random, scope, place, depth));
  return lines;
}

function assign(random, scope, kind) {
  const names = scope.named(kind);
  const name =
    names.length > 0 && random.below(2) === 0 ? random.pick(names) : `${kind[0]}${random.below(3)}_${kind}`;
  const line = `${name} = keep(${expression(random, scope, kind)})`;
  scope.names.set(name, kind);
  return [line];
}

const augmented = {
  int: ["+=", "-=", "*=", "//=", "%=", "|=", "&=", "^="],
  float: ["+=", "-=", "*=", "/="],
  str: ["+="],
  list: ["+="],
  tuple: ["+="],
  bytes: ["+="],
  set: ["|=", "-=", "&="],
  dict: ["|="],
  bool: ["&=", "^="],
};

function augment(random, scope) {
  if (scope.names.size === 0) return assign(random, scope, "int");
  const [name, kind] = random.pick([...scope.names]);
  if (augmented[kind] === undefined) return assign(random, scope, "int");
  return [
    `${name} ${random.pick(augmented[kind])} ${expression(random, scope, kind, 1)}`,
    `${name} = keep(${name})`,
  ];
}

const mutations = {
  list: [
    ".append({any})",
    ".extend({list})",
    ".insert({int} % 3, {any})",
    ".pop()",
    ".reverse()",
    ".sort(key=repr)",
    "[{int} % 3] = {any}",
    "[1:2] = {list}",
    ".remove({int})",
    ".clear()",
    ".sort()",
  ],
  dict: [
    "[{str}] = {any}",
    "[{int}] = {any}",
    ".update({dict})",
    ".setdefault({str}, {any})",
    ".pop({str}, None)",
    ".popitem()",
    ".clear()",
  ],
  set: [".add({int})", ".discard({int})", ".update({list})", ".remove({int})", ".add({tuple})"],
};

function mutate(random, scope) {
  const kind = random.pick(Object.keys(mutations));
  const names = scope.named(kind);
  if (names.length === 0) return assign(random, scope, kind);
  const name = random.pick(names);
  const text = random
    .pick(mutations[kind])
    .replace(/\{(\w+)\}/g, (_, of) => expression(random, scope, of, 1));
  return [`${name}${text}`, `${name} = keep(${name})`];
}

const shapes = [
  // weight, nested?, make
  [9, false, (random, scope) => assign(random, scope, random.pick(storable))],
  [5, false, (random, scope) => augment(random, scope)],
  [4, false, (random, scope) => mutate(random, scope)],
  [3, false, (random, scope) => [`show(${expression(random, scope, "any")})`]],
  [
    1,
    false,
    (random, scope) => [
      `assert ${expression(random, scope, "bool")}, ${expression(random, scope, "str", 1)}`,
    ],
  ],
  [1, false, (random, scope) => [`del ${expression(random, scope, "list", 1)}[0]`]],
  [2, false, unpack],
  [4, true, branch],
  [4, true, forLoop],
  [1, true, whileLoop],
  [3, true, tryStatement],
  [1, true, withStatement],
  [2, true, matchStatement],
  [1, true, nestedFunction],
];
const total = shapes.reduce((sum, [weight]) => sum + weight, 0);

export function statement(random, scope, place, depth) {
  if (place.inLoop && random.below(18) === 0)
    return [`if ${expression(random, scope, "bool", 1)}: ${random.pick(["break", "continue"])}`];
  if (place.inFunction && random.below(22) === 0)
    return [`if ${expression(random, scope, "bool", 1)}: return ${expression(random, scope, "any", 1)}`];
  if (random.below(40) === 0)
    return [
      `if ${expression(random, scope, "bool", 1)}: raise ${random.pick(["ValueError", "KeyError", "Trouble", "IndexError"])}(${expression(random, scope, "int", 1)})`,
    ];
  let at = random.below(total);
  for (const [weight, nested, make] of shapes) {
    at -= weight;
    if (at < 0)
      return nested && depth <= 0
        ? assign(random, scope, random.pick(storable))
        : make(random, scope, place, depth);
  }
  return ["pass"];
}

function unpack(random, scope) {
  const target = random.pick(["a, b", "a, *b", "(a, b), c", "*a, b", "[a, b]", "a, *_, b"]);
  return [`${target} = ${expression(random, scope, random.pick(["tuple", "list", "str"]), 2)}`, "show(a, b)"];
}

function branch(random, scope, place, depth) {
  const lines = [
    `if ${expression(random, scope, random.pick(["bool", "any"]))}:`,
    ...indent(block(random, scope, place, 1 + random.below(2), depth - 1)),
  ];
  if (random.below(2) === 0)
    lines.push(
      `elif ${expression(random, scope, "bool")}:`,
      ...indent(block(random, scope, place, 1, depth - 1)),
    );
  if (random.below(2) === 0) lines.push("else:", ...indent(block(random, scope, place, 1, depth - 1)));
  return lines;
}

function forLoop(random, scope, place, depth) {
  const [target, iterable, kind] = random.pick([
    ["i", `range(${2 + random.below(depth > 1 ? 30 : 6)})`, "int"],
    ["i", expression(random, scope, "list", 1), null],
    ["i", expression(random, scope, "str", 1), "str"],
    ["i, j", `enumerate(${expression(random, scope, "list", 1)})`, "int"],
    ["i, j", `${expression(random, scope, "dict", 1)}.items()`, null],
    ["i", `(x + 1 for x in ${expression(random, scope, "list", 1)})`, null],
    ["i", `count(${random.below(5)})`, "int"],
    ["i", `reversed(range(${random.below(9)}, ${random.below(3)}, -2))`, "int"],
  ]);
  if (kind !== null) scope.names.set("i", kind);
  const lines = [
    `for ${target} in ${iterable}:`,
    ...indent(block(random, scope, { ...place, inLoop: true }, 1 + random.below(3), depth - 1)),
  ];
  if (random.below(5) === 0) lines.push("else:", ...indent(block(random, scope, place, 1, depth - 1)));
  return lines;
}

function whileLoop(random, scope, place, depth) {
  const name = `w${depth}`;
  return [
    `${name} = 0`,
    `while ${name} < ${2 + random.below(25)}${random.pick(["", ` and (${expression(random, scope, "bool", 1)})`])}:`,
    `    ${name} += 1`,
    ...indent(block(random, scope, { ...place, inLoop: true }, 1 + random.below(2), depth - 1)),
  ];
}

function tryStatement(random, scope, place, depth) {
  const inside = { ...place };
  const lines = ["try:", ...indent(block(random, scope, inside, 1 + random.below(3), depth - 1))];
  const caught = random.pick([
    "Exception",
    "(ValueError, TypeError)",
    "KeyError",
    "ZeroDivisionError",
    "LookupError",
    "Trouble",
    "ArithmeticError",
  ]);
  lines.push(`except ${caught} as error:`, `    show(type(error).__name__, str(error))`);
  if (random.below(3) === 0)
    lines.push(`    ${random.pick(["raise", "raise Trouble('again') from error", "raise KeyError(1)"])}`);
  if (random.below(4) === 0) lines.push("else:", ...indent(block(random, scope, inside, 1, depth - 1)));
  // What leaves a loop or function from `finally` warns since 3.14.
  if (random.below(3) === 0)
    lines.push(
      "finally:",
      ...indent(block(random, scope, { inFunction: false, inLoop: false }, 1, depth - 1)),
    );
  return lines;
}

function withStatement(random, scope, place, depth) {
  return [
    `with Manager(${random.pick(["True", "False"])}) as m:`,
    "    show(m)",
    ...indent(block(random, scope, place, 1 + random.below(2), depth - 1)),
  ];
}

function matchStatement(random, scope, place, depth) {
  const patterns = [
    "0 | 1",
    "int(n)",
    "str() as n",
    "[]",
    "[a]",
    "[a, b]",
    "[a, *b]",
    "{'a': n}",
    "{'a': n, **b}",
    "(1, 'x')",
    "Point(x=n)",
    "Point(a, b)",
    "None",
    "True",
    "float()",
    "[int(), *_]",
    "'abc'",
    "-1",
    "[[a], *b]",
    "bytes()",
  ];
  const lines = [`match ${expression(random, scope, "any")}:`];
  for (let i = 0; i < 2 + random.below(3); i++) {
    const guard = random.below(4) === 0 ? ` if ${expression(random, scope, "bool", 1)}` : "";
    lines.push(
      `    case ${random.pick(patterns)}${guard}:`,
      `        show("case", ${i})`,
      ...indent(indent(block(random, scope, place, 1, depth - 1))),
    );
  }
  lines.push("    case other:", "        show(other)");
  return lines;
}

function nestedFunction(random, scope, _place, depth) {
  const inner = new Scope(scope);
  const lines = [`def inner(v=${expression(random, scope, "any", 1)}):`];
  inner.names.set("v", random.pick(storable));
  // Names of the outer function are read only: what is assigned here is new.
  for (const [name, kind] of scope.names) if (kind !== "int") inner.names.delete(name);
  lines.push(`    return ${expression(random, inner, "any")}`);
  lines.push(`show(inner())`, `show(inner(${expression(random, scope, "any", depth > 0 ? 1 : 0)}))`);
  return lines;
}

export { indent };
