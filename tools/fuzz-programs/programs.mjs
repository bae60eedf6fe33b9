// Random programs: classes and functions, then calls in loops, each guarded so that one error does not end the program.
import { areas } from "./areas/all.mjs";
import { Maker } from "./areas/maker.mjs";
import { expression, kinds, Scope } from "./expressions.mjs";
import { block, indent } from "./statements.mjs";

const prelude = `import itertools


class Trouble(Exception):
    pass


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow
    def __enter__(self):
        return "entered"
    def __exit__(self, cls, error, traceback):
        show("exit", cls and cls.__name__)
        return self.swallow


class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x=1, y=2):
        self.x = x
        self.y = y


def count(start):
    try:
        for n in range(start, start + 6):
            got = yield n
            if got is not None:
                yield got
    finally:
        pass


def room(x, left):
    "What is left of a budget for the items of containers in containers."
    if type(x) in (list, tuple):
        for y in x:
            left = room(y, left - 1)
            if left <= 0: break
    return left


def keep(x):
    "Bounds what a loop builds."
    if room(x, 400) <= 0:
        return type(x)()
    if isinstance(x, int) and not isinstance(x, bool):
        return x if -1 << 200 < x < 1 << 200 else x % 1000003
    if isinstance(x, (str, bytes, list, tuple)):
        return x[:30]
    if isinstance(x, (dict, set)) and len(x) > 30:
        return type(x)()
    return x


def text(x, depth=0):
    if depth > 4:
        return "..."
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + str(sorted(text(y, depth + 1) for y in x))
    if isinstance(x, dict):
        return "{" + ", ".join(text(k, depth + 1) + ": " + text(v, depth + 1) for k, v in x.items()) + "}"
    if isinstance(x, (list, tuple)):
        return type(x).__name__ + "[" + ", ".join(text(y, depth + 1) for y in x) + "]"
    if x is None or isinstance(x, (int, float, complex, str, bytes, bytearray, range, slice)) or x is ... or x is NotImplemented:
        return ascii(x)
    return type(x).__name__


def show(*xs):
    print(*[text(x) for x in xs])
`;

const operators = [
  "__add__",
  "__radd__",
  "__sub__",
  "__mul__",
  "__mod__",
  "__iadd__",
  "__lt__",
  "__eq__",
  "__or__",
  "__getitem__",
  "__contains__",
];
const unary = [
  "__len__",
  "__bool__",
  "__neg__",
  "__int__",
  "__hash__",
  "__iter__",
  "__str__",
  "__index__",
  "__call__",
];
const results = {
  __len__: "int",
  __bool__: "bool",
  __int__: "int",
  __hash__: "int",
  __str__: "str",
  __index__: "int",
  __lt__: "bool",
  __eq__: "bool",
  __contains__: "bool",
};

/** What a method returns: lengths fit into 32 bits, as the oracle demands. */
function unaryResult(method, value) {
  if (method === "__iter__") return `iter(${value})`;
  return method === "__len__" ? `min(${value}, 99)` : value;
}

function makeClass(random, scope, index, bases) {
  const name = `C${index}`;
  const base = random.pick(["", "", ...bases, "int", "str", "list", "dict", "Exception"]);
  const lines = [`class ${name}${base ? `(${base})` : ""}:`];
  const own = new Scope(scope);
  own.names.set("self.v", random.pick(["int", "float", "str", "list"]));
  if (base === "" && random.below(4) === 0) lines.push("    __slots__ = ('v', 'w')");
  else lines.push(`    w = ${expression(random, new Scope(), "any", 0)}`);
  if (base === "" || bases.includes(base) || random.below(2) === 0)
    lines.push(
      "    def __init__(self, v=1):",
      `        self.v = ${random.pick(["v", "v", "(v, v)", "[v]"])}`,
      ...(random.below(2) ? ["        self.w = v"] : []),
    );
  for (let i = 0; i < random.below(4); i++) {
    const method = random.pick(operators);
    lines.push(
      `    def ${method}(self, other):`,
      // What is iterated over by index ends.
      ...(method === "__getitem__"
        ? ["        if type(other) is int and other > 20: raise IndexError(other)"]
        : []),
      `        return ${random.below(6) === 0 ? "NotImplemented" : expression(random, own, results[method] ?? "any")}`,
    );
  }
  for (let i = 0; i < random.below(3); i++) {
    const method = random.pick(unary);
    lines.push(
      `    def ${method}(self):`,
      `        return ${unaryResult(method, expression(random, own, method === "__iter__" ? "list" : (results[method] ?? "any")))}`,
    );
  }
  lines.push(
    "    def m(self, x=0):",
    ...indent(
      indent(
        block(
          random,
          withParameters(own, ["x"], random),
          { inFunction: true, inLoop: false },
          1 + random.below(2),
          1,
        ),
      ),
    ),
    `        return ${expression(random, own, "any")}`,
  );
  if (random.below(3) === 0)
    lines.push("    @property", "    def p(self):", `        return ${expression(random, own, "any")}`);
  if (random.below(4) === 0)
    lines.push(
      "    def __getattr__(self, name):",
      "        if name[:1] == '_': raise AttributeError(name)",
      "        return name",
    );
  if (random.below(4) === 0)
    lines.push("    @classmethod", "    def make(cls, *args):", "        return cls(*args[:1])");
  return { name, lines };
}

function withParameters(scope, names, random) {
  const inner = new Scope(scope);
  for (const name of names) inner.names.set(name, random.pick(kinds));
  return inner;
}

function makeFunction(random, scope, index) {
  const name = `f${index}`;
  const parameters = ["p", "q", "r"].slice(0, 1 + random.below(3));
  const generator = random.below(5) === 0;
  const inner = new Scope(scope);
  // Globals that the body assigns would be locals, so that it knows its parameters only.
  inner.names.clear();
  const parameterKinds = parameters.map(() => random.pick(kinds));
  parameters.forEach((p, i) => {
    inner.names.set(p, parameterKinds[i]);
  });
  const signature = parameters.map((p, i) =>
    i > 0 && random.below(3) === 0 ? `${p}=${expression(random, new Scope(), "any", 0)}` : p,
  );
  for (let i = signature.length - 2; i > 0; i--)
    if (signature[i].includes("=") && !signature[i + 1].includes("=")) signature[i + 1] += "=None";
  const place = { inFunction: !generator, inLoop: false };
  const lines = [
    `def ${name}(${signature.join(", ")}):`,
    ...indent(block(random, inner, place, 2 + random.below(4), 2)),
  ];
  if (generator)
    lines.push(
      "    for g in range(4):",
      `        yield ${expression(random, inner, "any")}`,
      `    return ${expression(random, inner, "any")}`,
    );
  else lines.push(`    return ${expression(random, inner, "any")}`);
  return { name, lines, kinds: parameterKinds, generator };
}

const changes = [
  (random, scope, names) => `${random.pick(names)}.w = ${expression(random, scope, "any", 1)}`,
  (random, scope, names) =>
    `${random.pick(names)}.m = lambda self, x=0: ${expression(random, scope, "any", 1)}`,
  (random, scope, names) =>
    `${random.pick(names)}.p = property(lambda self: ${expression(random, scope, "any", 1)})`,
  (random, scope) => `g_any = ${expression(random, scope, "any", 1)}`,
  (random, _scope, names) => `del ${random.pick(names)}.w`,
  (random, _scope, names) => `objects[0].__class__ = ${random.pick(names)}`,
  (random, scope) => `vars(objects[0])["v"] = ${expression(random, scope, "any", 1)}`,
  (random, scope, names) => {
    const [name, method] = [random.pick(names), random.pick(operators)];
    // What is iterated over by index ends.
    const end = method === "__getitem__" ? "[][0] if other == 20 else " : "";
    return `${name}.${method} = lambda self, other: ${end}${expression(random, scope, "any", 1)}`;
  },
];

/** Functions of `turn`, one for each of some areas, and the loop that calls each of them often enough to be compiled. */
function scenarios(random, names) {
  const made = names.map((name) => [
    `def ${name}(turn):`,
    ...indent(areas[name](new Maker(random, new Scope()))),
    "",
    "",
    "for turn in range(8):",
    "    try:",
    `        show("${name}", turn, ${name}(turn))`,
    "    except BaseException as error:",
    `        show("${name}", turn, type(error).__name__, str(error))`,
  ]);
  return made.map((lines) => `\n\n${lines.join("\n")}\n`).join("");
}

/**
 * The source of a program; the same for the same numbers. Three of four are about areas, the others are of mixed code, unless it is
 * to be about one `area`.
 */
export function program(random, area) {
  const names = Object.keys(areas);
  if (area === undefined && random.below(4) === 0) return mixed(random);
  const chosen = area === undefined ? new Set([0, 1, 2].map(() => random.pick(names))) : [area];
  return `${prelude}\n\ng_any = 1\n${scenarios(random, [...chosen])}`;
}

function mixed(random) {
  const globals = new Scope();
  const parts = [prelude];
  const classes = [];
  for (let i = 0; i < 1 + random.below(3); i++) {
    const made = makeClass(
      random,
      globals,
      i,
      classes.map((c) => c.name),
    );
    classes.push(made);
    parts.push("\n", made.lines.join("\n"));
  }
  const functions = [];
  for (let i = 0; i < 2 + random.below(3); i++) {
    const made = makeFunction(random, globals, i);
    functions.push(made);
    if (!made.generator) globals.calls.push({ text: made.name, kinds: made.kinds });
    parts.push("\n", made.lines.join("\n"));
  }
  const names = classes.map((c) => c.name);
  const main = [
    "",
    "",
    "g_any = 1",
    "objects = []",
    `for cls in (${names.join(", ")},):`,
    "    try:",
    "        objects.append(cls())",
    "        objects.append(cls(5))",
    "    except Exception as error:",
    "        show(type(error).__name__, str(error))",
  ];
  // Every call happens often enough to be specialised, with arguments of the expected kinds, and then with others.
  for (const f of functions) {
    const tuples = [0, 1, 2].map(
      (k) =>
        `lambda: (${f.kinds.map((kind) => expression(random, globals, k < 2 ? kind : "any", 1)).join(", ")},)`,
    );
    main.push(
      `for n, args in enumerate([${tuples[0]}] * 12 + [${tuples[1]}] * 6 + [${tuples[2]}, ${tuples[0]}, lambda: (objects[-1:] or [1]) * ${f.kinds.length}] * 3):`,
      "    try:",
      `        show(n, ${f.generator ? `list(itertools.islice(${f.name}(*args()), 9))` : `${f.name}(*args())`})`,
      "    except Exception as error:",
      "        show(n, type(error).__name__, str(error))",
    );
  }
  const uses = [
    "o.v",
    "o.w",
    "o.m()",
    "o.m(2)",
    "o.p",
    "o + 1",
    "1 + o",
    "o - o",
    "o * 2",
    "o < o",
    "o == 1",
    "len(o)",
    "bool(o)",
    "[x for x, _ in zip(o, 'abc')]",
    "o[0]",
    "1 in o",
    "str(o)[:0]",
    "o.z",
    "hash(o) and 1",
    "int(o)",
    "o % 2",
    "-o",
    "type(o).make(1)",
    "o | o",
    "o()",
    "f'{o!s:.0}'",
    "{o: 1}[o]",
  ];
  const used = Array.from({ length: 6 }, () => random.pick(uses));
  main.push(
    "def use(o, k):",
    ...used.map((text, i) => `    if k == ${i}: return ${text}`),
    "    o.v = k",
    "    o.w = o.v",
    "    return o.w",
  );
  main.push("for turn in range(24):");
  for (let i = 0; i < 1 + random.below(3); i++)
    main.push(
      `    if turn == ${6 + random.below(15)}:`,
      "        try:",
      `            ${random.pick(changes)(random, globals, names)}`,
      "        except Exception as error:",
      "            show(type(error).__name__, str(error))",
    );
  main.push(
    "    for o in objects:",
    `        for k in range(${used.length + 1}):`,
    "            try:",
    "                show(turn, k, use(o, k))",
    "            except Exception as error:",
    "                show(turn, k, type(error).__name__, str(error))",
  );
  parts.push(main.join("\n"), "\n");
  return parts.join("\n");
}
