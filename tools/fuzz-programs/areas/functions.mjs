// Functions: signatures against calls, cells, comprehensions, decorators; generators and coroutines driven by hand.
import { guarded, indent, shown } from "./maker.mjs";

function signature(m) {
  const names = ["a", "b", "c", "d", "e"].slice(0, m.below(6));
  const parts = [];
  const slash = m.rarely(3) ? m.below(names.length + 1) : 0;
  const star = m.rarely(2) ? m.below(names.length + 1) : names.length;
  const variadic = m.pick(["*args", "*", ""]);
  let defaults = false;
  names.forEach((name, i) => {
    if (i === star && variadic !== "" && star >= slash) {
      parts.push(variadic);
      defaults = false;
    }
    defaults = m.rarely(3) || (defaults && !parts.some((part) => part.startsWith("*")));
    parts.push(defaults ? `${name}=${m.pick(["1", "None", "'z'", "(1, 2)"])}` : name);
    if (i + 1 === slash) parts.push("/");
  });
  if (star === names.length && variadic === "*args" && star >= slash) parts.push("*args");
  if (m.rarely(3)) parts.push("**kw");
  return parts.join(", ");
}

function call(m) {
  const positional = m.some(0, 4, () =>
    m.pick(["1", "'p'", "*(2, 3)", "*[]", "*'ab'", "None", "*turn"].slice(0, m.rarely(9) ? 7 : 6)),
  );
  const names = ["a", "b", "c", "d", "e", "f"].filter(() => m.rarely(4));
  const keywords = names.map((name) => m.pick([`${name}=1`, `${name}='k'`, `**{'${name}': 2}`]));
  if (m.rarely(12)) keywords.push(m.pick(["**{1: 2}", "**5", "**{'a': 1}", "**{'self': 0}", "**{}"]));
  return [...positional, ...keywords].join(", ");
}

export function calls(m) {
  const parameters = signature(m);
  const locals = "{k: v for k, v in sorted(locals().items())}";
  const lines = [
    ...m.pick([
      [`def f(${parameters}):`, `    return ${locals}`],
      [`f = lambda ${parameters}: ${locals}`],
      [
        "class K:",
        `    def f(self${parameters && `, ${parameters.replace("/, ", "").replace(/\/$/, "")}`}):`,
        `        return ${locals.replace("items()", "items() if k != 'self'").replace("sorted(locals().items() if k != 'self')", "sorted(locals().items()) if k != 'self'")}`,
        "f = K().f",
      ],
      ["class K:", "    @staticmethod", `    def f(${parameters}):`, `        return ${locals}`, "f = K.f"],
      [
        "class K:",
        `    def __init__(self${parameters && `, ${parameters.replace("/, ", "").replace(/\/$/, "")}`}):`,
        `        self.got = {k: v for k, v in sorted(locals().items()) if k != 'self'}`,
        "f = lambda *a, **k: K(*a, **k).got",
      ],
      [
        "def wrap(g):",
        "    def inner(*args, **kw):",
        "        return ('wrapped', g(*args, **kw))",
        "    return inner",
        "@wrap",
        `def f(${parameters}):`,
        `    return ${locals}`,
      ],
    ]),
  ];
  for (let i = 0; i < 8; i++) lines.push(...shown(`f(${call(m)})`));
  const rare = [
    "import functools",
    ...shown(`functools.partial(f, ${m.pick(["1", "*'xy'", "a=0"])})(${call(m)})`),
  ];
  lines.push(...(m.rarely(2) ? rare : []));
  if (m.rarely(2))
    lines.push(
      ...guarded(["f.__defaults__ = (7, 8)", `show(f(${call(m)}))`]),
      ...guarded(["f.__kwdefaults__ = {'c': 'kw'}", `show(f(${call(m)}))`]),
    );
  return lines;
}

export function closures(m) {
  const inner = [
    "nonlocal n; n += turn",
    "nonlocal n; del n",
    "nonlocal l; l = [*l, n]",
    "l.append(n)",
    "n = 5",
    "global g_any; g_any = n",
    "return lambda: (n, l)",
    "show(n)",
    "show([n + i for i in range(2)])",
    "show({(lambda: n)() for _ in 'a'})",
    "exec('n = 99')",
    "show(eval('n', {'n': 3}))",
    "show(sorted(locals()))",
    "class X:\n    n = n\n    l = [n for _ in 'ab']\nshow(X.n, X.l)",
  ];
  const outer = [
    "n += 1",
    "inner()",
    "inner()",
    "show(n, l)",
    "del n",
    "n = 'again'",
    "show([f() for f in [lambda: i for i in range(3)]])",
    "show([f() for f in [lambda i=i: i for i in range(3)]])",
    "for n in range(2): pass",
    "show([(n := x) for x in range(3)], n)",
    "show(inner.__closure__ and [c.cell_contents for c in inner.__closure__ if not callable(c.cell_contents)])",
    "show(inner.__code__.co_freevars, inner.__code__.co_cellvars)",
    "try:\n    1 / 0\nexcept ZeroDivisionError as n:\n    show([str(n) for _ in 'a'])",
    "with Manager(True) as n:\n    inner()\n    raise Trouble(1)",
    "import os as n",
    "def n(): return 'function'",
    "match turn:\n    case n: pass",
    "show((lambda *n: n)(n))",
    "[n, *l] = 'abc'",
    "g = (n + x for x in range(3)); n = 10; show(list(g))",
  ];
  const lines = ["def outer(n, l):"];
  const free = m.some(1, 3, () => m.pick(inner));
  // One statement that declares, at most: a name that was used can't be declared any more.
  free.sort((x, y) => Number(/nonlocal|global/.test(y)) - Number(/nonlocal|global/.test(x)));
  const body = free
    .filter((line, i) => i === 0 || !/nonlocal|global/.test(line))
    .filter((line, _i, all) => !(all[0].includes("global") && line.includes("n = 5")));
  lines.push("    def inner():", ...indent(indent(body.flatMap((line) => line.split("\n")))));
  for (let i = 0; i < 5; i++) lines.push(...indent(guarded(m.pick(outer).split("\n"))));
  lines.push("    return n");
  return [...lines, ...shown("outer(turn, [])"), ...shown("outer('s', [1])")];
}

export function comprehensions(m) {
  const element = () =>
    m.pick(
      [
        "x",
        "(x, y)",
        "x * 2",
        "[y for y in range(x)]",
        "(lambda: x)()",
        "(z := x)",
        "f'{x}'",
        "x if x else None",
        "turn + x",
        "sum(w for w in range(x))",
        "1 // x",
        "*[x],",
      ].slice(0, m.rarely(6) ? 12 : 11),
    );
  const source = () =>
    m.pick([
      "range(turn % 5)",
      "[1, 2, 3]",
      "(0, 1)",
      "{1: 2}",
      "[i for i in range(3)]",
      "map(abs, [-1, 2])",
      "iter([2, 3])",
      "count(1)",
      "turn",
      "[[1], [2]][turn % 2]",
    ]);
  const filter = () =>
    m.pick(["", "", " if x", " if x % 2", " if not x if x < 9", " if (q := x) is not None"]);
  const clauses = () =>
    `for x in ${source()}${filter()}${m.pick(["", " for y in [x]", " for y in range(x)", " for y, in [(x,)]", " for y, *w in ['abc']"])}`;
  const lines = ["y = 'outer y'", "x = 'outer x'"];
  for (let i = 0; i < 7; i++) {
    const [open, close] = m.pick([
      "[]",
      "{}",
      ["list(", ")"],
      ["dict.fromkeys(", ")"],
      ["tuple(", ")"],
      ["sorted(str(x) for x in [", "])"],
    ]);
    const body = open === "{" && m.rarely(2) ? `${element()}: ${element()}` : element();
    lines.push(
      ...shown(`${open}${body.endsWith(",") ? "x" : body.replace(/\*\[x\],.*/, "x")} ${clauses()}${close}`),
      "show(x, y)",
    );
  }
  lines.push(
    "class Body:",
    "    items = [1, 2]",
    ...indent(
      shown(
        `[${m.pick(["x", "items", "(lambda: x)()"])} for x in ${m.pick(["items", "range(len(items))"])}${m.pick(["", " if items", " for y in [x]"])}]`,
      ),
    ),
  );
  return lines;
}

const thrown = [
  "ValueError('v')",
  "KeyError",
  "GeneratorExit",
  "StopIteration(3)",
  "Trouble('t')",
  "RuntimeError(1)",
  "ZeroDivisionError()",
];

/** The body of a generator (`word` is `yield`) or coroutine (`await pause(…)`). */
function body(m, depth, kind) {
  const stop = (value) => (kind === "coroutine" ? `await pause(${value})` : `yield ${value}`);
  const value = () => m.pick(["n", "1", "'s'", "[n]", "n * 2", "None", "got"]);
  const simple = [
    () => [`got = ${stop(value())}`, "show('got', got)"],
    () => [`got = ${stop(value())}`, "show('got', got)"],
    () => [stop(value())],
    () => ["n += 1"],
    () => [`show((${stop(value())}), (${stop(value())}))`],
    () => [`if n == ${m.below(3)}: raise ${m.pick(thrown.slice(0, 5))}`],
    () => [kind === "generator" ? `if n > 1: return ${value()}` : "if n > 2: return"],
    () => ["1 / (n - 1)"],
    () =>
      kind === "generator"
        ? [
            `got = yield from ${m.pick(["other(n)", "[7, 8]", "range(2)", "other(0)", "iter('ab')", "5"])}`,
            "show('from', got)",
          ]
        : [`got = await ${m.pick(["other(n)", "pause(3)", "other(0)", "5"])}`, "show('awaited', got)"],
  ];
  if (kind !== "generator")
    simple.push(
      () => [`async for x in ${m.pick(["ticks(2)", "ticks(n)", "[1]"])}:`, "    show('x', x)"],
      () => [`show([x async for x in ticks(${m.below(4)})${m.pick(["", " if x", " if await pause(x)"])}])`],
      () => ["async with AsyncManager() as a:", "    show(a)", `    ${stop(value())}`],
      () => ["show([await pause(x) for x in range(2)])"],
    );
  const nested = [
    () => [
      "try:",
      ...indent(body(m, depth - 1, kind)),
      `except ${m.pick(["ValueError", "(KeyError, Trouble)", "Exception", "GeneratorExit", "BaseException"])} as error:`,
      "    show('caught', type(error).__name__)",
      ...(m.rarely(3)
        ? indent([m.pick([stop("'handler'"), "raise", "raise KeyError('other') from error"])])
        : []),
      ...(m.rarely(3)
        ? ["finally:", "    show('finally')", ...(m.rarely(4) ? [`    ${stop("'last'")}`] : [])]
        : []),
    ],
    () => ["try:", ...indent(body(m, depth - 1, kind)), "finally:", "    show('finally', n)"],
    () => [`for n in ${m.pick(["range(3)", "'ab'", "[n, 5]"])}:`, ...indent(body(m, depth - 1, kind))],
    () => [`with Manager(${m.pick(["True", "False"])}):`, ...indent(body(m, depth - 1, kind))],
    () => ["if n:", ...indent(body(m, depth - 1, kind))],
  ];
  return m
    .some(1, depth > 1 ? 3 : 2, () => (depth > 0 && m.rarely(2) ? m.pick(nested)() : m.pick(simple)()))
    .flat();
}

/** Lines that call `operation`s of `g` one after the other, and bring it to its end. */
function driven(operations, ending) {
  return [
    // What can't be brought to an end would be finalised at once by CPython.
    "globals().setdefault('kept', []).append(g)",
    ...operations.flatMap((text) => [
      "try:",
      `    show(${text})`,
      "except BaseException as error:",
      "    show(type(error).__name__, str(error), getattr(error, 'value', '-'))",
    ]),
    "for _ in range(9):",
    "    try:",
    `        ${ending}`,
    "        break",
    "    except BaseException as error:",
    "        show('closing', type(error).__name__, str(error))",
  ];
}

export function generators(m) {
  const steps = [
    "next(g)",
    "next(g)",
    "next(g)",
    "next(g, 'end')",
    "g.send(turn)",
    "g.send(None)",
    `g.throw(${m.pick(thrown)})`,
    `g.throw(${m.pick(thrown)})`,
    "g.close()",
    "g.gi_frame is None",
    "(g.gi_running, g.gi_suspended)",
    "type(g.gi_yieldfrom).__name__",
    "list(itertools.islice(g, 2))",
    "[x for x, _ in zip(g, 'ab')]",
  ];
  return [
    "def other(n):",
    "    try:",
    "        got = yield ('other', n)",
    "        show('other got', got)",
    "    except KeyError:",
    "        yield 'key'",
    "    finally:",
    "        show('other ends')",
    "    return n",
    "def make(n, got=None):",
    ...indent(body(m, 2, "generator")),
    `    ${m.pick(["yield n", "yield", "return (yield n)", "yield from other(n)"])}`,
    "g = make(turn % 4)",
    ...driven(
      m.some(5, 9, () => m.pick(steps)),
      "g.close()",
    ),
    "g = make(1)",
    // What is suspended when the program ends would be closed then by one and never by the other.
    ...driven(["list(itertools.islice(g, 5))"], "g.close()"),
  ];
}

const asyncPrelude = [
  "class Pause:",
  "    def __init__(self, v): self.v = v",
  "    def __await__(self): return (yield ('paused', self.v))",
  "def pause(v): return Pause(v)",
  "class AsyncManager:",
  "    async def __aenter__(self):",
  "        return await pause('enter')",
  "    async def __aexit__(self, cls, error, tb):",
  "        show('aexit', cls and cls.__name__)",
  `        return (await pause('exit')) == 1`,
  "async def other(n):",
  "    try:",
  "        return await pause(('other', n))",
  "    finally:",
  "        show('other ends')",
  "async def ticks(n):",
  "    for i in range(n):",
  "        await pause('tick')",
  "        yield i",
];

export function coroutines(m) {
  const steps = [
    "g.send(None)",
    "g.send(None)",
    "g.send(None)",
    "g.send(turn)",
    "g.send(1)",
    `g.throw(${m.pick(thrown)})`,
    "g.close()",
    "g.cr_frame is None",
    "(g.cr_running, g.cr_suspended)",
    "type(g.cr_await).__name__",
    "iter(g)",
  ];
  return [
    ...asyncPrelude,
    "async def make(n, got=None):",
    ...indent(body(m, 2, "coroutine")),
    "    return n",
    "g = make(turn % 4)",
    ...driven(
      m.some(5, 9, () => m.pick(steps)),
      "g.close()",
    ),
  ];
}

/** Async generators: their awaitables are driven to the end, each pause answered with `turn`. */
export function asyncGenerators(m) {
  const steps = [
    "run(anext(g))",
    "run(anext(g))",
    "run(g.asend(None))",
    "run(g.asend(turn))",
    `run(g.athrow(${m.pick(thrown)}))`,
    "run(g.aclose())",
    "run(anext(g, 'end'))",
    "(g.ag_running, g.ag_frame is None)",
    "type(g.__aiter__()).__name__",
  ];
  return [
    ...asyncPrelude,
    "def run(awaitable):",
    "    it = awaitable.__await__()",
    "    for _ in range(20):",
    "        try: got = it.send(None)",
    "        except StopIteration as error: return ('done', error.value)",
    "        show('step', got)",
    "    it.close()",
    "async def make(n, got=None):",
    ...indent(body(m, 2, "async generator")),
    "    yield n",
    "g = make(turn % 4)",
    ...driven(
      m.some(5, 9, () => m.pick(steps)),
      "run(g.aclose())",
    ),
  ];
}
