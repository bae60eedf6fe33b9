// Exceptions with what hangs on them, groups, managers, and patterns.
import { guarded, indent, shown } from "./maker.mjs";

const raised = [
  "ValueError('v')",
  "KeyError('k')",
  "Trouble('t', 2)",
  "TypeError()",
  "StopIteration(1)",
  "OSError('no')",
  "IndexError",
  "ZeroDivisionError(turn)",
  "ExceptionGroup('g', [ValueError(1), KeyError(2)])",
  "ExceptionGroup('h', [Trouble(1), ExceptionGroup('i', [ValueError(2), TypeError(3)])])",
  "BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(0)])",
  "AssertionError('a')",
  "UnicodeDecodeError('utf-8', b'x', 0, 1, 'why')",
];
const caught = [
  "ValueError",
  "(KeyError, Trouble)",
  "Exception",
  "LookupError",
  "ArithmeticError",
  "BaseException",
  "ExceptionGroup",
  "OSError",
];
const failing = [
  "1 / 0",
  "[][turn]",
  "{}['k']",
  "int('x')",
  "None.x",
  "undefined",
  "1 + 'a'",
  "''.join([1])",
  "len(5)",
  "next(iter(()))",
  "assert turn < 0, 'low'",
  "(1)()",
  "a, b = [1]",
  "raise 5",
  "raise ValueError from 5",
  "import no_such_module",
  "from itertools import no_such_name",
  "{[]: 1}",
  "'abc'.foo",
  "del missing",
  "b'' + ''",
  "range('a')",
  "[*5]",
  "f'{1:q}'",
];

function scenario(m, depth, place) {
  const simple = [
    () => [`raise ${m.pick(raised)}`],
    () => [`raise ${m.pick(raised)}`],
    () => [`raise ${m.pick(raised)} from ${m.pick(["None", ...raised])}`],
    () => [m.pick(failing)],
    () => [m.pick(failing)],
    () => [`show('at', ${m.below(50)})`],
    () => ["show(describe(sys.exception()))"],
    () =>
      place.handler
        ? [
            m.pick([
              "raise",
              "raise error",
              "error.add_note(f'note {turn}')",
              "show(describe(error))",
              "raise error.with_traceback(None)",
              "error.__context__ = None",
              "error.args = (9,)",
              "raise type(error)('again') from error",
            ]),
          ]
        : [m.pick(failing)],
    () => (place.loop ? [m.pick(["break", "continue", "if turn % 2: continue"])] : ["show('no loop')"]),
    () => [m.pick(["return 'returned'", "if turn % 3 == 1: return turn", "pass"])],
  ];
  const nested = [
    () => {
      const group = m.rarely(3);
      const lines = [
        "try:",
        ...indent(scenario(m, depth - 1, group ? { ...place, loop: false, plain: true } : place)),
      ];
      for (let i = 0; i < 1 + m.below(2); i++) {
        const types = group
          ? caught.filter((one) => one !== "ExceptionGroup" && one !== "BaseException")
          : caught;
        const handler = scenario(m, depth - 1, {
          handler: true,
          loop: group ? false : place.loop,
          plain: group || place.plain,
        });
        lines.push(
          `except${group ? "*" : ""} ${m.pick(types)} as error:`,
          "    show('caught', describe(error))",
          ...indent(handler),
        );
      }
      if (m.rarely(4)) lines.push("else:", ...indent(scenario(m, depth - 1, place)));
      if (m.rarely(3))
        lines.push(
          "finally:",
          "    show('finally')",
          ...indent(scenario(m, depth - 1, { ...place, handler: false, loop: false, plain: true })),
        );
      return lines;
    },
    () => [
      "for i in range(2):",
      ...indent(scenario(m, depth - 1, { ...place, loop: true, plain: place.plain })),
    ],
    () => [
      `with Actor(${m.pick(acts)}, ${m.pick(acts)})${m.pick([" as a", "", `, Actor(${m.pick(acts)}, ${m.pick(acts)}) as a`])}:`,
      ...indent(scenario(m, depth - 1, place)),
    ],
    () => [`if turn % ${2 + m.below(2)}:`, ...indent(scenario(m, depth - 1, place))],
  ];
  const lines = m.some(1, 3, () => (depth > 0 && m.rarely(2) ? m.pick(nested)() : m.pick(simple)())).flat();
  // `return` can't leave an except* block, nor (without a warning) a finally.
  return place.plain ? lines.map((line) => line.replace(/return .*/, "pass")) : lines;
}
const acts = ["None", "True", "False", "Trouble('act')", "ValueError(turn)", "'value'"];

const describe = [
  "class Actor:",
  "    def __init__(self, enter, leave): self.enter, self.leave = enter, leave",
  "    def __enter__(self):",
  "        if isinstance(self.enter, Exception): raise self.enter",
  "        return self.enter",
  "    def __exit__(self, cls, error, tb):",
  "        show('exit', describe(error))",
  "        if isinstance(self.leave, Exception): raise self.leave",
  "        return self.leave",
  "def describe(e, depth=0):",
  "    if e is None or depth > 5: return None",
  "    lines = []",
  "    tb = e.__traceback__",
  "    while tb is not None:",
  "        lines.append(tb.tb_lineno - first)",
  "        tb = tb.tb_next",
  "    inner = [describe(x, depth + 1) for x in e.exceptions] if isinstance(e, BaseExceptionGroup) else []",
  "    return [type(e).__name__, str(e), getattr(e, '__notes__', []), lines, inner, describe(e.__cause__, depth + 1), describe(e.__context__, depth + 1), e.__suppress_context__]",
];

export function exceptions(m) {
  return [
    "import sys",
    "first = sys._getframe().f_lineno",
    ...describe,
    "def run():",
    ...indent(scenario(m, 3, {})),
    "    return 'end'",
    "try:",
    "    show(run())",
    "except BaseException as error:",
    "    show('out', describe(error))",
    "show(sys.exception())",
  ];
}

export function groups(m) {
  const leaf = () =>
    m.pick(["ValueError(1)", "KeyError('k')", "TypeError('t')", "Trouble(2)", "OSError('x')"]);
  const group = (depth) =>
    `ExceptionGroup('g${depth}', [${m.some(1, 3, () => (depth > 0 && m.rarely(2) ? group(depth - 1) : leaf())).join(", ")}])`;
  const clause = () =>
    m.pick(["ValueError", "(KeyError, TypeError)", "LookupError", "OSError", "Exception", "Trouble"]);
  const reaction = () =>
    m.pick([
      ["pass"],
      ["raise"],
      [`raise ${leaf()}`],
      ["raise error"],
      [`raise ${group(1)}`],
      ["error.add_note('n')"],
      [`raise ${leaf()} from error`],
      ["raise error.exceptions[0]"],
    ]);
  const lines = [
    "def tree(e):",
    "    return [type(e).__name__, e.message, [tree(x) for x in e.exceptions], getattr(e, '__notes__', None), type(e.__cause__).__name__, type(e.__context__).__name__] if isinstance(e, BaseExceptionGroup) else repr(e)",
  ];
  lines.push("def run():", "    try:", `        raise ${m.rarely(6) ? leaf() : group(2)}`);
  for (let i = 0; i < 1 + m.below(3); i++)
    lines.push(
      `    except* ${clause()} as error:`,
      "        show('caught', tree(error))",
      ...indent(indent(reaction())),
    );
  if (m.rarely(3)) lines.push("    finally:", "        show('finally')");
  lines.push(
    "    return 'end'",
    "try:",
    "    show(run())",
    "except BaseException as error:",
    "    show('out', tree(error))",
  );
  lines.push(`g = ${group(2)}`);
  const uses = [
    () =>
      `tree(g.subgroup(${m.pick([clause(), "lambda e: isinstance(e, ValueError)", "5", "lambda e: len(e.args)"])}))`,
    () => `[x and tree(x) for x in g.split(${clause()})]`,
    () => `tree(g.derive([${leaf()}]))`,
    () => "repr(g)",
    () => "str(g)",
    () =>
      `ExceptionGroup(${m.pick(["'m', []", "'m', [1]", "1, [ValueError()]", "'m'", "'m', ValueError()", "'m', [KeyboardInterrupt()]"])})`,
    () => `type(BaseExceptionGroup('m', [${m.pick(["ValueError()", "KeyboardInterrupt()"])}])).__name__`,
  ];
  for (let i = 0; i < 4; i++) lines.push(...shown(m.pick(uses)()));
  return lines;
}

const subjects = [
  "0",
  "1",
  "-1",
  "2.5",
  "True",
  "None",
  "'abc'",
  "''",
  "b'x'",
  "[]",
  "[1]",
  "[1, 2, 3]",
  "(1, 'x')",
  "((1, 2), [3])",
  "{'a': 1}",
  "{'a': 1, 'b': [2]}",
  "{}",
  "Point()",
  "Point(0, [1])",
  "range(3)",
  "{1, 2}",
  "1+2j",
  "'a'",
  "...",
  "Sub(5, 6)",
  "bytearray(b'a')",
  "memoryview(b'ab')",
  "[Point(1, 2), 3]",
  "{1: {'k': (1, 2)}}",
];

export function patterns(m) {
  let captures = 0;
  const capture = (plain) => (plain ? "_" : `c${captures++}`);
  const pattern = (depth, plain = false) => {
    const deeper = () => pattern(depth - 1, plain);
    const simple = [
      () =>
        m.pick([
          "0",
          "1",
          "-1",
          "2.5",
          "'abc'",
          "b'x'",
          "None",
          "True",
          "''",
          "1+2j",
          "'a' 'bc'",
          "Consts.one",
          "Consts.text",
        ]),
      () => capture(plain),
      () => "_",
      () =>
        m.pick([
          "int()",
          "str()",
          "float()",
          "bool()",
          "list()",
          "tuple()",
          "dict()",
          "Point()",
          "object()",
          "set()",
          "bytes()",
        ]),
      () => `${m.pick(["int", "str", "float", "bytes", "list"])}(${capture(plain)})`,
    ];
    const nested = [
      () => `[${m.some(0, 3, deeper).join(", ")}]`,
      () => {
        const items = m.some(1, 3, deeper);
        items.splice(m.below(items.length + 1), 0, plain ? "*_" : m.pick(["*_", `*${capture(false)}`]));
        return `(${items.join(", ")},)`;
      },
      () =>
        `{${m
          .some(
            0,
            2,
            (i) =>
              `${m.pick(
                [
                  ["'a'", "1"],
                  ["'b'", "Consts.text"],
                  ["'k'", "None"],
                ][i],
              )}: ${deeper()}`,
          )
          .join(", ")}}`,
      () => `{'a': ${deeper()}, **${plain ? "rest" : capture(false)}}`.replace(", **rest", ""),
      () =>
        `Point(${m.pick([deeper(), `${deeper()}, ${deeper()}`, `x=${deeper()}`, `${deeper()}, y=${deeper()}`, `y=${deeper()}, x=${deeper()}`])})`,
      () => `Sub(${m.pick([`x=${deeper()}`, deeper(), `missing=${deeper()}`])})`,
      () => `(${pattern(0, true).replace(/^_$/, "0")} | ${pattern(depth - 1, true)})`,
      () => (plain ? deeper() : `(${deeper().replace(/^(c\d+|_)$/, "int()")}) as ${capture(false)}`),
    ];
    return depth > 0 && !m.rarely(3) ? m.pick(nested)() : m.pick(simple)();
  };
  const lines = [
    "class Consts:",
    "    one = 1",
    "    text = 'b'",
    "class Sub(Point):",
    "    pass",
    "def check(subject):",
    "    match subject:",
  ];
  for (let i = 0; i < 4 + m.below(3); i++) {
    captures = 0;
    const written = pattern(2);
    const names = Array.from({ length: captures }, (_, k) => `c${k}`);
    const guard =
      m.rarely(4) ||
      /^\(*(_|c\d+)\)*( \| .*)?$/.test(written) ||
      written.includes("| _") ||
      / as /.test(written)
        ? ` if ${m.pick(["turn % 2", "subject", "turn > 3", ...(names.length ? [names[0]] : [])])}`
        : "";
    lines.push(
      `        case ${written}${guard}:`,
      `            return (${i}, ${names.map((name) => `${name}`).join(", ")}${names.length ? "," : ""})`,
    );
  }
  lines.push("    return 'none'");
  const some = m.some(8, 12, () => m.pick(subjects));
  lines.push(`for subject in [${some.join(", ")}]:`, ...indent(shown("check(subject)")));
  return lines;
}

export function managers(m) {
  const item = () =>
    `Actor(${m.pick(acts)}, ${m.pick(acts)})${m.pick(["", " as a", " as (a, *b)", " as d['k']", " as o.x"])}`;
  const lines = [
    "import sys",
    "first = sys._getframe().f_lineno",
    ...describe,
    "d = {}",
    "o = Point()",
    "def run():",
  ];
  const items = m.some(1, 3, item);
  lines.push(
    m.rarely(2) ? `    with (${items.join(", ")}):` : `    with ${items.join(", ")}:`,
    ...indent(indent(scenario(m, 1, {}))),
    "    return 'end'",
  );
  lines.push(
    "try:",
    "    show(run(), d, o.x)",
    "except BaseException as error:",
    "    show('out', describe(error))",
  );
  lines.push(
    "import contextlib",
    "@contextlib.contextmanager",
    "def manage(n):",
    "    try:",
    "        yield n",
    `    except ${m.pick(caught)} as error:`,
    "        show('inside', describe(error)[:3])",
    `        ${m.pick(["raise", "pass", "raise KeyError(1)"])}`,
    "    finally:",
    "        show('left')",
  );
  lines.push(
    ...guarded([
      `with manage(1) as a${m.pick(["", ", manage(2)", ", contextlib.suppress(KeyError)"])}:`,
      ...indent([m.pick(failing)]),
    ]),
  );
  lines.push(
    ...guarded([
      `with contextlib.ExitStack() as stack:`,
      ...indent([
        `stack.enter_context(${item().replace(/ as .*/, "")})`,
        `stack.push(${m.pick(["Actor(1, True)", "lambda *e: show('pushed', e[0] and e[0].__name__)"])})`,
        "stack.callback(show, 'callback')",
        m.pick(failing),
      ]),
    ]),
  );
  lines.push(...guarded([`with ${m.pick(["5", "Point", "None", "'x'", "Point()"])}: pass`]));
  return lines;
}
