// Classes: operators with reflected forms, attributes and descriptors, hierarchies and metaclasses, protocols, type parameters.
import { guarded, indent, shown } from "./maker.mjs";

const binary = {
  add: "+",
  sub: "-",
  mul: "*",
  truediv: "/",
  floordiv: "//",
  mod: "%",
  pow: "**",
  lshift: "<<",
  rshift: ">>",
  and: "&",
  or: "|",
  xor: "^",
  matmul: "@",
};
const comparisons = { lt: "<", le: "<=", eq: "==", ne: "!=", gt: ">", ge: ">=" };

export function operators(m) {
  const used = m.some(2, 3, () => m.pick(Object.keys(binary)));
  const compared = m.some(1, 3, () => m.pick(Object.keys(comparisons)));
  const answer = (name, tag) =>
    m.pick([
      `('${tag}', '${name}')`,
      `('${tag}', '${name}')`,
      "NotImplemented",
      "self",
      `NotImplemented if type(other) is ${m.pick(["int", "A", "B", "N"])} else '${tag}${name}'`,
    ]);
  const lines = [];
  const body = (tag) => {
    const own = [];
    for (const op of used)
      for (const prefix of ["", "r", "i"])
        if (m.rarely(2))
          own.push(
            `    def __${prefix}${op}__(self, other${op === "pow" && prefix === "" ? ", modulo=None" : ""}): return ${answer(prefix + op, tag)}`,
          );
    for (const op of compared)
      if (m.rarely(2)) own.push(`    def __${op}__(self, other): return ${answer(op, tag)}`);
    if (m.rarely(5)) own.push(`    __${m.pick(["", "r"])}${m.pick(used)}__ = None`);
    return own.length > 0 ? own : ["    pass"];
  };
  lines.push(
    "class A:",
    ...body("A"),
    "class B(A):",
    ...body("B"),
    `class N(${m.pick(["int", "str", "list", "float", "tuple", "dict", "set"])}):`,
    ...body("N"),
  );
  lines.push(
    `values = [A(), B(), N(), ${m.pick(["1", "'s'", "[1]", "2.5"])}, B()]`,
    "for a in values:",
    "    for b in values:",
  );
  for (const op of used) {
    lines.push(...indent(indent(shown(`a ${binary[op]} b`))));
    lines.push(...indent(indent(guarded(["c = a", `c ${binary[op]}= b`, "show(c)"]))));
  }
  for (const op of compared) lines.push(...indent(indent(shown(`a ${comparisons[op]} b`))));
  if (used.includes("pow")) lines.push(...indent(indent(shown("pow(a, b, 7)"))));
  return lines;
}

export function attributes(m) {
  const names = ["p", "q", "r"];
  const member = (name, tag) =>
    m.pick([
      [`${name} = '${tag}.${name}'`],
      [`${name} = Data('${tag}')`],
      [`${name} = NonData('${tag}')`],
      ["@property", `def ${name}(self): return ('${tag}', 'property')`],
      [
        "@property",
        `def ${name}(self): return self._${name}`,
        `@${name}.setter`,
        `def ${name}(self, value): self._${name} = value`,
        `@${name}.deleter`,
        `def ${name}(self): del self._${name}`,
      ],
      ["@staticmethod", `def ${name}(*a): return ('${tag}', a)`],
      ["@classmethod", `def ${name}(cls, *a): return ('${tag}', cls.__name__, a)`],
      [`def ${name}(self, *a): return ('${tag}', len(a))`],
      ["pass"],
      ["@property", `def ${name}(self): raise AttributeError('inner')`],
    ]);
  const hooks = () =>
    m.pick([
      [
        "def __getattr__(self, name):",
        "    if name.startswith('_'): raise AttributeError(name)",
        "    return ('getattr', name)",
      ],
      [
        "def __getattribute__(self, name):",
        "    if name == 'q': return 'always q'",
        "    return super().__getattribute__(name)",
      ],
      [
        "def __setattr__(self, name, value):",
        "    show('set', name)",
        "    super().__setattr__(name, value)",
      ],
      ["def __delattr__(self, name):", "    show('del', name)", "    object.__delattr__(self, name)"],
      ["def __dir__(self): return ['x', 'p']"],
      [],
    ]);
  const lines = [
    "class Data:",
    "    def __init__(self, tag): self.tag = tag",
    "    def __set_name__(self, owner, name): self.name = name",
    "    def __get__(self, obj, cls=None): return ('data', self.tag, self.name, obj is None)",
    "    def __set__(self, obj, value): show('data set', self.name, value)",
    ...(m.rarely(2) ? ["    def __delete__(self, obj): show('data del', self.name)"] : []),
    "class NonData:",
    "    def __init__(self, tag): self.tag = tag",
    "    def __get__(self, obj, cls=None): return ('nondata', self.tag, obj is None)",
  ];
  const meta = m.rarely(3);
  if (meta)
    lines.push(
      "class Meta(type):",
      ...indent(names.flatMap((name) => (m.rarely(2) ? member(name, "Meta") : ["pass"]))),
      ...(m.rarely(3) ? ["    def __getattr__(cls, name): return ('meta getattr', name)"] : []),
    );
  lines.push(
    `class A${meta ? "(metaclass=Meta)" : ""}:`,
    ...(m.rarely(4) ? [`    __slots__ = (${m.pick(["'s'", "'s', '__dict__'", "'s', '_p'"])},)`] : []),
    ...indent(names.flatMap((name) => member(name, "A"))),
    ...indent(hooks()),
  );
  lines.push(
    "class B(A):",
    ...indent(names.flatMap((name) => (m.rarely(2) ? member(name, "B") : ["pass"]))),
    ...indent(hooks()),
  );
  lines.push("for o in [A(), B(), B()]:");
  const uses = [
    (n) => [`show(o.${n})`],
    (n) => [`show(o.${n}())`],
    (n) => [`o.${n} = turn`, `show(o.${n})`],
    (n) => [`del o.${n}`],
    (n) => [`show(hasattr(o, '${n}'), getattr(o, '${n}', 'default'))`],
    (n) => [`o.__dict__['${n}'] = 'in dict'`, `show(o.${n})`],
    (n) => [`show(type(o).${n})`],
    (n) => [`show(type(o).${n}(1))`],
    (n) => [`show(super(B, o).${n})`],
    () => ["show(sorted(vars(o)))"],
    () => ["o.s = turn", "show(o.s)"],
    () => ["show([x for x in dir(o) if x[0] != '_'])"],
    (n) => [`o._${n} = 'under'`, `show(o.${n})`],
    (n) => [`A.${n} = lambda self: 'replaced'`, `show(o.${n}())`],
    (n) => [`del B.${n}`],
    (n) => [`B.${n} = Data('late')`],
    (n) => [`object.__setattr__(o, '${n}', 1)`, `show(o.${n})`],
    () => ["o.new = 1", "show(o.new, o.missing)"],
    (n) => [`show(o.${n}.missing)`],
    (n) => [`o.${n} += 1`, `show(o.${n})`],
  ];
  for (let i = 0; i < 9; i++) lines.push(...indent(guarded(m.pick(uses)(m.pick(names)))));
  return lines;
}

export function hierarchies(m) {
  const natives = ["int", "str", "list", "dict", "tuple", "Exception", "object", "float", "type"];
  const names = ["A", "B", "C", "D", "E"];
  const lines = [
    "class Meta(type):",
    ...(m.rarely(2)
      ? [
          "    @classmethod",
          "    def __prepare__(mcls, name, bases, **kw):",
          "        show('prepare', name, sorted(kw))",
          "        return {'prepared': name}",
        ]
      : ["    pass"]),
    ...(m.rarely(2)
      ? [
          "    def __new__(mcls, name, bases, ns, **kw):",
          "        show('new', name, sorted(kw))",
          "        return super().__new__(mcls, name, bases, ns)",
        ]
      : []),
    ...(m.rarely(2) ? ["    def __init__(cls, name, bases, ns, **kw): show('init', name, sorted(kw))"] : []),
    ...(m.rarely(3)
      ? [
          "    def __call__(cls, *args):",
          "        show('call', cls.__name__)",
          "        return super().__call__(*args)",
        ]
      : []),
    ...(m.rarely(3) ? ["    def __instancecheck__(cls, obj): return obj == 1"] : []),
    ...(m.rarely(3) ? ["    def mro(cls):", "        return super().mro()"] : []),
    ...(m.rarely(3)
      ? [
          "    def __len__(cls): return 3",
          "    def __iter__(cls): return iter('meta')",
          "    def __getitem__(cls, key): return ('item', key)",
        ]
      : []),
    "made = {}",
  ];
  names.slice(0, 3 + m.below(3)).forEach((name, i) => {
    const bases = [
      ...new Set(
        m.some(0, 3, () =>
          i > 0 && !m.rarely(4)
            ? `made.get('${m.pick(names.slice(0, i))}', object)`
            : m.pick(natives.slice(0, m.rarely(9) ? 9 : 7)),
        ),
      ),
    ];
    const keywords = m.pick(["", "", "metaclass=Meta", "metaclass=Meta, k=1", "k=1"]);
    const parts = [bases.join(", "), keywords].filter((part) => part !== "").join(", ");
    const body = m
      .some(1, 4, () =>
        m.pick([
          [
            `def __init__(self, *a, **k):`,
            `    show('${name} init', len(a))`,
            "    super().__init__(*a, **k)",
          ],
          ["def who(self):", `    return ['${name}', *(super().who() if hasattr(super(), 'who') else [])]`],
          [
            "def __new__(cls, *a, **k):",
            `    show('${name} new')`,
            "    return super().__new__(cls, *a, **k)",
          ],
          [
            "def __init_subclass__(cls, k=None, **kw):",
            `    show('${name} sub', cls.__name__, k)`,
            "    super().__init_subclass__(**kw)",
          ],
          [`__slots__ = ${m.pick(["()", "'x'", "('x', 'y')", "('__dict__',)", "('1x',)", "('who',)"])}`],
          [`x = ${m.pick(["1", "__qualname__", "__module__", "'cls'", "locals().get('prepared')"])}`],
          ["def __class_getitem__(cls, item): return (cls.__name__, item)"],
          ["@classmethod", "def make(cls): return cls.__name__, __class__.__name__"],
          ["def __mro_entries__(self, bases): return (dict,)"],
          ["def __repr__(self): return f'<{type(self).__name__} {self.who()}>'"],
          [`who = ${m.pick(["None", "5", "lambda self: ['short']"])}`],
        ]),
      )
      .flat();
    lines.push(
      ...guarded([
        `class ${name}${parts ? `(${parts})` : ""}:`,
        ...indent(body),
        `made['${name}'] = ${name}`,
      ]),
    );
  });
  lines.push(
    "for name, cls in made.items():",
    "    show(name, [c.__name__ for c in cls.__mro__], type(cls).__name__, cls.__base__.__name__, len(cls.__subclasses__()))",
  );
  const uses = [
    "cls()",
    "cls().who()",
    "cls(1)",
    "cls.make()",
    "cls[3]",
    "cls().x",
    "cls.x",
    "isinstance(1, cls)",
    "issubclass(cls, (int, Exception))",
    "issubclass(bool, cls)",
    "repr(cls()).split(' at ')[0]",
    "len(cls)",
    "list(cls)",
    "cls.__dict__.get('__slots__')",
    "hasattr(cls(), '__dict__')",
    "type(name, (cls,), {}).__mro__[1].__name__",
    "type('T', (cls, int), {}).__name__",
    "cls.__new__(cls).who()",
    "super(cls, cls()).__init__()",
    "cls() == cls()",
    "type(cls.__init__).__name__",
    "cls.__init_subclass__()",
    "cls.__qualname__",
    "setattr(cls, 'x', 9) or cls.x",
    "cls.__call__(2)",
    "callable(cls())",
  ];
  for (let i = 0; i < 7; i++) lines.push(...indent(shown(m.pick(uses))));
  lines.push(
    ...guarded(["a, b, *_ = made.values()", "o = a()", "o.__class__ = b", "show(type(o).__name__)"]),
    ...guarded(["a, b, *_ = made.values()", "b.__bases__ = (a,)", "show([c.__name__ for c in b.__mro__])"]),
  );
  return lines;
}

export function protocols(m) {
  const wrong = [
    "None",
    "'s'",
    "1.5",
    "-1",
    "[]",
    "10**30",
    "5",
    "True",
    "(1, 2)",
    "b'b'",
    "NotImplemented",
    "iter('xy')",
    "1j",
    "self",
    "Index()",
  ];
  const right = {
    __len__: "3",
    __bool__: "turn % 2 == 0",
    __index__: "2",
    __int__: "turn",
    __float__: "1.5",
    __complex__: "1j",
    __str__: "'text'",
    __repr__: "'repr'",
    __hash__: "7",
    __bytes__: "b'by'",
    __iter__: "iter([3, 1, 2])",
    __next__: "turn",
    __reversed__: "iter('ba')",
    __length_hint__: "2",
    __round__: "('round', n)",
    __trunc__: "4",
    __floor__: "1",
    __ceil__: "2",
    __neg__: "'neg'",
    __abs__: "'abs'",
    __invert__: "'inv'",
    __contains__: "n == 1",
    __getitem__: "('item', n) if n != 3 else [][0]",
    __missing__: "('missing', n)",
    __format__: "f'<{n}>'",
    __call__: "('called', n)",
    __eq__: "n == 1",
    __divmod__: "(1, n)",
    __rdivmod__: "(2, n)",
    __setitem__: "show('set', n, *rest)",
    __delitem__: "show('del', n)",
    __fspath__: "'/p'",
    __sizeof__: "100",
    __dir__: "['b', 'a']",
    __enter__: "self",
    __exit__: "True",
    __aiter__: "self",
    __getnewargs__: "()",
    __instancecheck__: "True",
  };
  const plain = new Set([
    "__len__",
    "__bool__",
    "__index__",
    "__int__",
    "__float__",
    "__complex__",
    "__str__",
    "__repr__",
    "__hash__",
    "__bytes__",
    "__iter__",
    "__next__",
    "__reversed__",
    "__length_hint__",
    "__trunc__",
    "__floor__",
    "__ceil__",
    "__neg__",
    "__abs__",
    "__invert__",
    "__fspath__",
    "__sizeof__",
    "__dir__",
    "__enter__",
    "__aiter__",
    "__getnewargs__",
  ]);
  const lines = [
    "class Index:",
    "    def __index__(self): return 1",
    `class P${m.pick(["", "", "", "(list)", "(dict)", "(int)", "(str)", "(tuple)"])}:`,
  ];
  const chosen = new Set(m.some(4, 9, () => m.pick(Object.keys(right))));
  for (const name of chosen) {
    let body = m.rarely(5) ? m.pick(wrong) : right[name];
    // What is iterated over ends.
    if (name === "__getitem__") body = `${body} if n != 9 else [][0]`;
    if (name === "__iter__" && body === "self" && chosen.has("__next__")) body = right[name];
    const attribute = ["None", "5", "staticmethod(lambda *a: 1)"];
    if (name === "__getitem__" || name === "__next__") attribute[2] = "6";
    lines.push(
      m.rarely(25)
        ? `    ${name} = ${m.pick(attribute)}`
        : `    def ${name}(self${plain.has(name) ? "" : ", n=None, *rest"}): return ${body}`,
    );
  }
  const uses = [
    "len(o)",
    "bool(o)",
    "int(o)",
    "float(o)",
    "complex(o)",
    "str(o)[:1]",
    "hash(o) == 7",
    "bytes(o)",
    "list(o)",
    "next(o)",
    "[*reversed(o)]",
    "round(o)",
    "round(o, 2)",
    "-o",
    "abs(o)",
    "~o",
    "1 in o",
    "o[0]",
    "o['k']",
    "o[1:2]",
    "format(o, 'x')",
    "f'{o:>3}'",
    "o(1)",
    "o == 1",
    "o != 1",
    "divmod(o, 2)",
    "divmod(2, o)",
    "range(o)",
    "'abc'[o]",
    "[1, 2, 3][o:]",
    "'x' * o",
    "[0] * o",
    "sorted(o)",
    "dict(o)",
    "max(o)",
    "sum(o)",
    "tuple(o)",
    "a, *b = o; show(a, b)",
    "o[1] = 2",
    "del o[1]",
    "not o",
    "o and 1",
    "hex(o)",
    "chr(o)",
    "isinstance(1, o)",
    "list(zip(o, 'ab'))",
    "enumerate(o).__next__()",
    "operator.index(o)",
    "operator.length_hint(o)",
    "math.floor(o)",
    "math.trunc(o)",
    "math.sqrt(o)",
    "os.fspath(o)",
    "dir(o)[:2]",
    "{**o}",
    "{o: 1}[o]",
    "b'%d' % o",
    "'%d' % o",
    "'%s' % o if 0 else 1",
    "(1).__add__(o)",
    "pow(2, o)",
    "slice(o).indices(5)",
    "int('11', o)",
    "set(o)",
    "any(o)",
    "iter(o) is o",
    "f(*o)",
    "f(**o)",
    "[x for x in o]",
    "while_(o)",
    "o if o else 'falsy'",
    "'{:d}'.format(o)",
    "bytearray(o)",
    "(3).to_bytes(o)",
    "print(o, end='') if False else 2",
  ];
  lines.push(
    "import operator, math, os",
    "def f(*a, **k): return (a, k)",
    "def while_(o):",
    "    n = 0",
    "    while o:",
    "        n += 1",
    "        if n > 2: break",
    "    return n",
    "for o in [P(), P()]:",
  );
  for (let i = 0; i < 14; i++) {
    const use = m.pick(uses);
    lines.push(...indent(/ = \d$|^del|show/.test(use) ? guarded([use]) : shown(use)));
  }
  return lines;
}

export function typeParameters(m) {
  const bound = () => m.pick(["", "", ": int", ": (int, str)", ": undefined_name", ": list[T]", ": 1 / 0"]);
  const fallback = () => m.pick(["", "", " = int", " = list[int]"]);
  let defaults = false;
  const parameter = (name) => {
    const given = defaults ? " = int" : fallback();
    defaults = given !== "";
    const star = m.pick(["", "", "", "*", "**"]);
    if (star === "*") return `*${name}${given && " = *tuple[int, str]"}`;
    return star === "**" ? `**${name}${given && " = [int]"}` : `${name}${bound()}${given}`;
  };
  const list = () => {
    defaults = false;
    return `[${["T", "U", "V"]
      .slice(0, 1 + m.below(3))
      .map(parameter)
      .join(", ")}]`;
  };
  const lines = [];
  const look = (owner) => [
    `${owner}.__type_params__`,
    `[(p.__name__, type(p).__name__) for p in ${owner}.__type_params__]`,
    `repr(${owner}.__type_params__)`,
    `${owner}.__type_params__[0].__bound__`,
    `${owner}.__type_params__[0].__constraints__`,
    `${owner}.__type_params__[-1].__default__`,
    `${owner}.__type_params__[-1].has_default()`,
  ];
  lines.push(
    ...guarded([
      `def f${list()}(x: T, *a: int) -> list[T]: return (T.__name__, x)`,
      ...shown("f(1)"),
      ...shown("sorted(f.__annotations__)"),
      ...m.some(2, 4, () => shown(m.pick(look("f")))).flat(),
    ]),
  );
  lines.push(
    ...guarded([
      `class K${list()}${m.pick(["", "(list)", "(dict[str, T])", "(object, k=1)"])}:`,
      "    x: T",
      "    def m[W](self, y: W) -> T: return (T.__name__, W.__name__)",
      "    inner = [T.__name__ for _ in 'a']",
      ...shown("K.inner, K().m(1)"),
      ...shown("[b.__name__ for b in K.__mro__]"),
      ...shown("K.__orig_bases__"),
      ...shown(
        `repr(K[${m.pick(["int", "int, str", "int, str, float", "[int], str", "*tuple[int, ...]", "()"])}])`,
      ),
      ...m.some(2, 3, () => shown(m.pick(look("K")))).flat(),
    ]),
  );
  const alias = m.pick([list(), ""]);
  lines.push(
    ...guarded([
      `type L${alias} = ${m.pick(["list[int]", "dict[str, L]", "undefined", "int | None", "tuple[int, ...]", "'text'", "list[T]", "(lambda: 5)()", "1 / 0"])}`,
      ...shown("repr(L), L.__name__, type(L).__name__"),
      ...shown("repr(L.__value__)"),
      ...shown("L.__type_params__"),
      ...shown(`repr(L[${m.pick(["int", "int, str", "[int]"])}])`),
      ...shown("repr(L | int)"),
      ...shown("isinstance(1, L)"),
    ]),
  );
  return lines;
}

export function annotations(m) {
  const type = () =>
    m.pick([
      "int",
      "str | None",
      "list[int]",
      "Undefined",
      "'quoted'",
      "Undefined[int, 'x']",
      "int if turn else str",
      "dict[str, Undefined.attr]",
      "(1, 2)",
      "-Undefined",
      "Undefined(1, k=2)",
      "x + 1",
      "lambda: 1",
      "[Undefined, int]",
      "Undefined | int",
      "not Undefined",
      "f'{turn}'",
      "Undefined[1:2, ...]",
      "{'a': Undefined}",
      "Undefined < int",
      "*Undefined,",
      "1 / 0",
      "None",
      "Callable[[int], Undefined]",
      "Undefined.a.b[c]",
      "await_",
      "{Undefined}",
      "Undefined ** 2 // 3",
      "Undefined if Undefined else 1",
      "Undefined and int",
    ]);
  const one = () => {
    const text = type();
    return text.startsWith("*") ? `(${text})` : text;
  };
  const lines = [
    "import annotationlib",
    "from annotationlib import Format, ForwardRef",
    `def f(a: ${one()}, /, b: ${one()} = 1, *c: ${one()}, d: ${one()} = 2, **e: ${one()}) -> ${one()}: pass`,
    "class K:",
    `    a: ${one()}`,
    `    b: ${one()} = 1`,
    "    if turn % 2:",
    `        c: ${one()}`,
    "class S(K):",
    m.pick(["    pass", `    a: ${one()}`]),
    "def show_all(found):",
    "    for name, value in found.items():",
    "        show(name, type(value).__name__, value.__forward_arg__ if isinstance(value, ForwardRef) else re.sub(' at 0x[0-9a-f]+', '', repr(value)) if not callable(value) or isinstance(value, type) else 'callable')",
    "for owner in (f, K, S):",
    "    for format in (Format.VALUE, Format.FORWARDREF, Format.STRING):",
    ...indent(indent(guarded(["show_all(annotationlib.get_annotations(owner, format=format))"]))),
  ];
  lines.push(
    ...guarded([
      `r = ForwardRef(${JSON.stringify(one())}, owner=K)`,
      "show(r == ForwardRef(r.__forward_arg__, owner=K), r.__forward_arg__)",
      `show(type(r.evaluate(${m.pick(["", "globals={'Undefined': int}", "locals={'Undefined': list}", "format=Format.STRING", "format=Format.FORWARDREF"])})).__name__)`,
    ]),
  );
  lines.push(
    ...shown("K.__annotate__(1)"),
    ...shown("sorted(K.__annotations__)"),
    ...guarded([
      `K.__annotations__ = ${m.pick(["{'z': 1}", "5", "None"])}`,
      "show(K.__annotations__, K.__annotate__)",
    ]),
    ...guarded(["del f.__annotations__", "show(f.__annotations__)"]),
  );
  return lines;
}
