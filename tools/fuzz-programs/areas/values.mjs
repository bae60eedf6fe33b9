// Numbers, text, bytes and containers: methods and operators on awkward values, and everything that formats them.
import { guarded, indent, shown } from "./maker.mjs";

const pools = {
  int: [
    "0",
    "1",
    "-1",
    "7",
    "True",
    "(2**63)",
    "(-2**64)",
    "(10**25)",
    "(-(10**40) // 7)",
    "255",
    "-129",
    "(2**31 - 1)",
    "(3**50)",
  ],
  float: [
    "0.5",
    "-0.0",
    "2.5",
    "-3.5",
    "1e16",
    "1e22",
    "123456.789",
    "5e-324",
    "1.7e308",
    "float('inf')",
    "float('nan')",
    "1e-5",
    "0.1",
  ],
  complex: ["1j", "-2-0j", "complex(1.5, -0.0)", "3+4j", "complex('nan')", "complex(0, float('inf'))", "0j"],
  index: ["0", "1", "-1", "3", "-4", "None", "10**20", "True"],
  size: ["0", "1", "5", "9", "-2", "12"],
  str: [
    "''",
    "'a'",
    "'abcabc'",
    "'Hello World'",
    "'ǆ Ǆ'",
    "'straße'",
    "'ﬁne İi'",
    "'𝒳y𝒳'",
    "'  pad\\t'",
    "'a,b,,c'",
    "'one\\ntwo\\r\\nthree\\x0b'",
    "'\\ud800x'",
    "'x1_y²'",
    "'٣4'",
    "'ΑΣ ας'",
    "'\\x00\\x7f\\x80'",
    "'tab\\tbed\\t!'",
    "'e\\u0301'",
    "'+-12'",
    "'it\\'s \"q\"'",
  ],
  bytes: [
    "b''",
    "b'a'",
    "b'abcabc'",
    "b'Hello World'",
    "b' pad\\t'",
    "b'a,b,,c'",
    "b'one\\ntwo\\r\\n'",
    "b'\\x00\\xff\\x80'",
    "bytearray(b'xyx')",
    "memoryview(b'abc')",
    "b'\\xc3\\xa9'",
  ],
  number: ["1", "2.5", "-3", "1j", "True", "10**20"],
  chars: ["'*'", "'é'", "'𝒳'", "'ab'", "''", "b'*'"],
  byte: ["b'*'", "b'-'", "b'ab'", "97", "bytearray(b'_')"],
  codec: [
    "'utf-8'",
    "'latin-1'",
    "'ascii'",
    "'utf-16'",
    "'utf-32-le'",
    "'cp1252'",
    "'utf-7'",
    "'no-such'",
    "'idna'",
    "'raw_unicode_escape'",
    "'unicode_escape'",
  ],
  errors: [
    "'strict'",
    "'ignore'",
    "'replace'",
    "'backslashreplace'",
    "'xmlcharrefreplace'",
    "'surrogateescape'",
    "'surrogatepass'",
    "'namereplace'",
    "'nope'",
  ],
  bool: ["True", "False"],
};
const value = (m, kind) => (m.rarely(16) ? m.pick(pools[m.pick(Object.keys(pools))]) : m.pick(pools[kind]));

// Methods by what they take: `?` before the first that may be missing.
const shared = (own, fill) => ({
  capitalize: [],
  center: ["size", "?", fill],
  count: [own, "?", "index", "index"],
  endswith: [own, "?", "index", "index"],
  expandtabs: ["?", "size"],
  find: [own, "?", "index", "index"],
  index: [own, "?", "index"],
  isalnum: [],
  isalpha: [],
  isascii: [],
  isdigit: [],
  islower: [],
  isspace: [],
  istitle: [],
  isupper: [],
  ljust: ["size", "?", fill],
  lower: [],
  lstrip: ["?", own],
  partition: [own],
  removeprefix: [own],
  removesuffix: [own],
  replace: [own, own, "?", "index"],
  rfind: [own, "?", "index", "index"],
  rindex: [own],
  rjust: ["size", "?", fill],
  rpartition: [own],
  rsplit: ["?", own, "index"],
  rstrip: ["?", own],
  split: ["?", own, "index"],
  splitlines: ["?", "bool"],
  startswith: [own, "?", "index"],
  strip: ["?", own],
  swapcase: [],
  title: [],
  upper: [],
  zfill: ["size"],
});
const methods = {
  str: {
    ...shared("str", "chars"),
    casefold: [],
    encode: ["?", "codec", "errors"],
    isdecimal: [],
    isidentifier: [],
    isnumeric: [],
    isprintable: [],
    __contains__: ["str"],
    __mul__: ["index"],
    format: ["?", "int", "str"],
  },
  bytes: {
    ...shared("bytes", "byte"),
    decode: ["?", "codec", "errors"],
    hex: ["?", "byte", "index"],
    __contains__: ["byte"],
    __mul__: ["size"],
  },
  int: {
    bit_length: [],
    bit_count: [],
    as_integer_ratio: [],
    is_integer: [],
    to_bytes: ["?", "size"],
    __round__: ["?", "index"],
    conjugate: [],
    __format__: ["str"],
    __floor__: [],
    __pow__: ["size", "?", "int"],
  },
  float: {
    hex: [],
    is_integer: [],
    as_integer_ratio: [],
    __round__: ["?", "index"],
    __trunc__: [],
    __divmod__: ["number"],
    __floordiv__: ["number"],
    __mod__: ["number"],
    __ceil__: [],
  },
  complex: {
    conjugate: [],
    __add__: ["number"],
    __mul__: ["number"],
    __truediv__: ["number"],
    __eq__: ["number"],
    __rsub__: ["number"],
    __complex__: [],
  },
};

function method(m, kind) {
  const [name, parameters] = m.pick(Object.entries(methods[kind]));
  const least = parameters.indexOf("?");
  const kinds = parameters.filter((one) => one !== "?");
  const given = least < 0 ? kinds.length : least + m.below(kinds.length - least + 1);
  const values = kinds.slice(0, m.rarely(30) ? given + 1 : given).map((one) => value(m, one));
  // CPython computes any power that it has memory for.
  if (name === "__pow__" && /\*|\d{4}/.test(values[0])) values[0] = "7";
  return `(${m.pick(pools[kind])}).${name}(${values.join(", ")})`;
}

/** Methods of the scalar types, with arguments of every sort. */
export function scalarMethods(m) {
  return m
    .some(14, 20, () => shown(method(m, m.pick(["str", "str", "bytes", "bytes", "int", "float", "complex"]))))
    .flat();
}

/** A format specification for `format`, now and then a wrong one. */
export function specification(m) {
  const type = m.pick([
    "",
    "d",
    "x",
    "X",
    "b",
    "o",
    "c",
    "n",
    "e",
    "E",
    "f",
    "F",
    "g",
    "G",
    "%",
    "s",
    "s",
    "q",
  ]);
  return [
    m.pick(["", "", "*", "é", "0"]) && m.pick(["*<", "é^", "0=", "_>"]),
    m.pick(["", "", "<", ">", "^", "="]),
    m.pick(["", "", "+", "-", " "]),
    m.pick(["", "", "", "z"]),
    m.pick(["", "", "#"]),
    m.pick(["", "", "0"]),
    m.pick(["", "5", "12", "23"]),
    m.pick(["", "", ",", "_"]),
    m.pick(["", "", ".0", ".3", ".10", ".17"]),
    m.pick(["", "", "", "", ",", "_"]),
    type,
  ].join("");
}

const anything = (m) => m.pick(pools[m.pick(["int", "int", "float", "float", "complex", "str", "bytes"])]);

export function formatting(m) {
  const lines = [];
  for (let i = 0; i < 8; i++)
    lines.push(...shown(`format(${anything(m)}, ${JSON.stringify(specification(m))})`));
  for (let i = 0; i < 8; i++) {
    const field = `%${m.pick(["", "", "", "(k)", "(", "(a b)"])}${m.pick(["", "-", "0", "+", " ", "#", "-0", "+#"])}${m.pick(["", "", "5", "12", "*"])}${m.pick(["", "", ".0", ".3", ".*", ".12"])}${m.pick([..."diouxXeEfFgGcrsab%lz"])}`;
    const prefix = m.rarely(4) ? "b" : "";
    const values = m.pick([
      anything(m),
      `(${anything(m)},)`,
      `(${value(m, "size")}, ${anything(m)})`,
      `{'k': ${anything(m)}, 'a b': 1}`,
      `(3, 2, ${anything(m)})`,
    ]);
    lines.push(...shown(`${prefix}${JSON.stringify(`${field}|`)} % ${values}`));
  }
  for (let i = 0; i < 4; i++) {
    const field = `{${m.pick(["", "0", "1", "k", "k[0]", "0.real", "k.x", "2", "[0]"])}${m.pick(["", "", "!r", "!s", "!a", "!x"])}${m.pick(["", `:${specification(m)}`, ":{1}", ":{k!r:>5}"])}}`;
    lines.push(
      ...shown(
        `${JSON.stringify(`${m.pick(["", "{{", "a"])}${field}${m.pick(["", "}}", "b", "}"])}`)}.format(${anything(m)}, ${value(m, "size")}, k=${anything(m)})`,
      ),
    );
  }
  return lines;
}

/** A replacement field of an f- or t-string, as the text between the quotes. */
function field(m) {
  const inner = m.pick([
    m.pick(pools.int),
    m.pick(pools.float),
    "s",
    "turn",
    "[s, turn]",
    "{turn: s}[turn]",
    "(lambda x: x * 2)(turn)",
    "'q'",
    "s!r",
    "s.upper()",
    "turn  +  1",
    "*(1, 2),",
  ]);
  const conversion = inner.includes("!") ? "" : m.pick(["", "", "", "!r", "!s", "!a"]);
  const spec = m.pick(["", "", "", ":>9", ":{turn + 3}", ":{'*'}^{turn + 2}", ":.{turn % 3 + 1}"]);
  return `{${inner.startsWith("{") ? " " : ""}${inner}${m.pick(["", "", "", "=", " = "])}${conversion}${spec}}`;
}

export function interpolation(m) {
  const lines = ["s = ('', 'é', 'word', 'tab\\t')[turn % 4]"];
  for (let i = 0; i < 7; i++) {
    const body = m.some(1, 3, () => m.pick(["", "a", "{{", "é}}", " "]) + field(m)).join("");
    lines.push(...shown(`${m.pick(["f", "f", "rf", "F"])}"""${body}"""`));
  }
  for (let i = 0; i < 5; i++) {
    const body = m.some(0, 3, () => m.pick(["", "a", "{{", "é}}", " "]) + field(m)).join("");
    lines.push(
      ...guarded([
        `t = ${m.pick(["t", "rt", "t'+' "])}"""${body}"""`,
        "show(t.strings, t.values, [(i.expression, i.conversion, i.format_spec) for i in t.interpolations], [type(x).__name__ for x in t])",
      ]),
    );
  }
  return lines;
}

const texts = [
  "' 12 '",
  "'0x1F'",
  "'1_000'",
  "'z'",
  "'٣'",
  "'-0b11'",
  "b'12'",
  "'1__0'",
  "'1e5'",
  "'nan'",
  "' -inf '",
  "'0x1.8p3'",
  "'1+2j'",
  "'(1-2j)'",
  "'1 + 2j'",
  "'+1_0.5'",
  "''",
  "'1e400'",
  "'infinity'",
  "'\\ud800'",
  "bytearray(b'0o7')",
  "'-0x1p-1080'",
];

export function numbers(m) {
  const operators = [
    "a + b",
    "a - b",
    "a * b",
    "a / b",
    "a // b",
    "a % b",
    "divmod(a, b)",
    "a < b",
    "a == b",
    "a & b",
    "a | b",
    "a ^ b",
    "a ** 2",
    "a << (turn + 1)",
    "a >> (turn * 30)",
    "-a",
    "~a",
    "+a",
    "abs(a)",
    "a >= b",
    "round(a, -2)",
    "round(a)",
    "pow(a, 3, b)",
    "pow(a, -1, b)",
    "a != b or hash(a) == hash(b)",
    "int(a)",
    "float(a)",
    "complex(a, b)",
    "bool(a)",
    "max(a, b)",
    "a in (b, a)",
    "sum((a, b, a))",
    "min([a, b], key=str)",
    "range(a, b, turn)[:5]",
    "str(a) + repr(b)",
    "a.real",
    "isinstance(a, int)",
    "(a + 1) * (b - 1)",
  ];
  const values = m.some(5, 7, () => m.pick(pools[m.pick(["int", "int", "float", "float", "complex"])]));
  const lines = [
    `values = [${values.join(", ")}]`,
    `a = values[turn % ${values.length}]`,
    "for b in values:",
  ];
  for (let i = 0; i < 5; i++) lines.push(...indent(shown(m.pick(operators))));
  for (let i = 0; i < 5; i++)
    lines.push(
      ...shown(
        `${m.pick(["int", "float", "complex", "float.fromhex", "int"])}(${m.pick(texts)}${m.rarely(3) ? `, ${m.pick(["0", "16", "2", "36", "10", "1"])}` : ""})`,
      ),
    );
  lines.push(
    ...shown(
      `int.from_bytes(${m.pick(pools.bytes)}, ${m.pick(["'big'", "'little'", "'x'"])}, signed=${m.pick(pools.bool)})`,
    ),
  );
  lines.push(
    ...shown(
      `a.to_bytes(${m.pick(["1", "4", "9", "20"])}, ${m.pick(["'big'", "'little'"])}, signed=${m.pick(pools.bool)})`,
    ),
  );
  return lines;
}

export function buffers(m) {
  const changes = [
    () => `b[${m.slice()}] = ${m.pick(pools.bytes)}`,
    () => `del b[${m.slice()}]`,
    () => `b[${m.bound()}] = ${m.pick(["65", "256", "-1", "b'a'"])}`,
    () => `b.insert(${value(m, "index")}, 66)`,
    () => "show(b.pop())",
    () => `show(b.pop(${value(m, "index")}))`,
    () => `b.extend(${m.pick(["b'ab'", "[1, 2]", "[300]", "'x'", "range(3)"])})`,
    () => `b += ${m.pick(pools.bytes)}`,
    () => `b *= ${value(m, "size")}`,
    () => "b.reverse()",
    () => `b.remove(${m.pick(["97", "b'a'"])})`,
    () => "b.append(255)",
    () => `b.resize(${value(m, "size")})`,
    () => `b[:] = b[${m.slice()}]`,
  ];
  const views = [
    () => `v[${m.slice()}].tolist()`,
    () => `v[${m.bound()}]`,
    () => `v[${m.slice()}] == ${m.pick(pools.bytes)}`,
    () => "v.tobytes()",
    () => "v.hex(':')",
    () => "(v.format, v.itemsize, v.nbytes, v.shape, v.strides, v.ndim, v.readonly, v.contiguous)",
    () => `v.cast(${m.pick(["'B'", "'b'", "'c'", "'H'", "'i'", "'d'", "'z'"])}).tolist()`,
    () => "list(reversed(v))",
    () => `${m.pick(["97", "b'a'"])} in v`,
    () => "v.toreadonly()[0:1].readonly",
    () => "bytes(v[::-1])",
    () => "len(v)",
    () => "hash(v)",
    () => "v.count(97)",
    () => "v.index(98)",
    () => `v.cast('B', (2, ${m.pick(["2", "3", "4"])})).tolist()`,
    () => "v[0:0].tolist(), bytes(v)",
    () => "v == v[:]",
  ];
  const lines = ["b = bytearray(b'abcabc' + bytes(range(turn % 4)))"];
  for (let i = 0; i < 6; i++) lines.push(...guarded([m.pick(changes)()]), "show(b)", "del b[40:]");
  lines.push(
    "b = bytearray(b'abcdefgh')",
    `v = memoryview(b)[${m.pick(["", ":6", "1:7", "::2", "::-1"]) || ":"}]`,
  );
  for (let i = 0; i < 6; i++) lines.push(...shown(m.pick(views)()));
  lines.push(...guarded([`v[${m.slice()}] = ${m.pick(["b'xy'", "b'abcdefgh'", "v", "b'xyz'"])}`]), "show(b)");
  lines.push(...guarded(["b.append(1)"]), "v.release()", ...shown("v[0]"), ...shown("b"));
  return lines;
}

export function sequences(m) {
  const changes = [
    () =>
      `l[${m.slice()}] = ${m.pick(["[]", "'ab'", "[1, 2, 3]", "l", "(x for x in 'xy')", "5", "range(3)"])}`,
    () => `del l[${m.slice()}]`,
    () => `l[${m.bound()}] = 'new'`,
    () => `del l[${m.bound()}]`,
    () => `l.insert(${value(m, "index")}, 'ins')`,
    () => `show(l.pop(${value(m, "index")}))`,
    () => `l.sort(${m.pick(["", "key=str", "reverse=True", "key=len", "key=lambda x: -x"])})`,
    () => `l += ${m.pick(["'ab'", "(1,)", "l", "5", "{1: 2}"])}`,
    () => `l *= ${value(m, "size")}`,
    () => `l = l + ${m.pick(["[1]", "(1,)"])}`,
    () => `show(l.index(${m.below(4)}, ${value(m, "index")}))`,
    () => "l.reverse()",
    () => `l.remove(${m.below(4)})`,
    () => `show(l[${m.slice()}])`,
    () => `show([l, 1] < [l[:1], ${m.below(3)}])`,
    () => `show(l < ${m.pick(["[1]", "[0, 5]", "(1,)", "[1, 2, 'x']"])})`,
    () => "l.append(l.copy())",
    () => `a, *b, c = l; show(a, b, c)`,
  ];
  const ranges = [
    () => `r[${m.slice()}]`,
    () => `r[${m.bound()}]`,
    () => `r.index(${m.below(9)})`,
    () => `r.count(${m.pick(["2", "2.0", "'a'", "10**30"])})`,
    () => `${m.pick(["3", "-2", "2.5", "True", "2**70"])} in r`,
    () => "list(reversed(r))[:6]",
    () => `r == ${m.pick(["range(0)", "range(1, 9, 3)", "range(0, 2)", "r"])}`,
    () => "hash(r) == hash(range(r.start, r.stop, r.step))",
    () => "(r.start, r.stop, r.step, len(r))",
    () => "repr(r)",
    () => "bool(r)",
    () => "sum(r)",
    () => "min(r), max(r)",
    () => "[*r][:5]",
    () => "r + r",
    () => "iter(r).__length_hint__()",
  ];
  const lines = ["l = [[3, 1, 2], list(range(8)), ['b', 'a', 'c'], [1, 1.0, True], []][turn % 5]"];
  for (let i = 0; i < 8; i++) lines.push(...guarded([m.pick(changes)()]), "del l[20:]", "show(l)");
  lines.push(
    `r = range(${m.bound().replace("None", "2")}, ${m.pick(["9", "-9", "turn", "30", "4"])}, ${m.pick(["1", "2", "-1", "-3", "turn + 1"])})`,
  );
  for (let i = 0; i < 5; i++) lines.push(...shown(m.pick(ranges)()));
  lines.push(...shown(`slice(${m.bound()}, ${m.bound()}, ${m.bound()}).indices(${m.below(9)})`));
  lines.push(
    ...shown(
      `sorted(${m.pick(["{3, 1}", "'hello'", "[1, 'a']", "[(2, 1), (1, 5)]", "[2.5, 1, True]"])}, reverse=turn % 2)`,
    ),
  );
  return lines;
}

export function mappings(m) {
  const key = () =>
    m.pick([
      "1",
      "1.0",
      "True",
      "'a'",
      "'b'",
      "(1, 2)",
      "None",
      "[]",
      "turn",
      "frozenset({1})",
      "b'a'",
      "2**70",
      "-0.0",
    ]);
  const pairs = () =>
    m.pick([
      `{${key()}: ${key()}, ${key()}: 2}`,
      `[(${key()}, 1)]`,
      "[('a',)]",
      "['ab', 'cd']",
      "5",
      `dict(a=${key()})`,
    ]);
  const set = () => m.pick([`{${key()}, ${key()}}`, "set('abc')", "frozenset((1, 2))", "set()", "{1, 2, 3}"]);
  const operations = [
    () => `d[${key()}] = ${key()}`,
    () => `del d[${key()}]`,
    () => `show(d[${key()}])`,
    () => `show(d.get(${key()}, 'no'))`,
    () => `show(d.pop(${key()}))`,
    () => `show(d.pop(${key()}, 'no'))`,
    () => "show(d.popitem())",
    () => `show(d.setdefault(${key()}, ${key()}))`,
    () => `d.update(${pairs()})`,
    () => `d |= ${pairs()}`,
    () => `show(d | ${pairs()})`,
    () => `show(${key()} in d)`,
    () => "show(list(reversed(d)), list(reversed(d.items())))",
    () => `show(d.keys() ${m.pick(["&", "|", "-", "^"])} ${m.pick([set(), "['a']", "5"])})`,
    () => `show(d.items() ${m.pick(["&", "|", "-", "^"])} {('a', 1)})`,
    () => `show(d.keys() ${m.pick(["<", "<=", "==", ">", ">="])} ${set()})`,
    () => "d.clear()",
    () => "d = dict(d, z=1)",
    () => "show({v: k for k, v in d.items()})",
    () => `show({**d, ${key()}: 0})`,
    () => "show(dict(**d))",
    () => "show(d == dict(reversed(d.items())))",
    () => `for k in d:\n    d[${key()}] = 0`,
    () => `for k in list(d): d.pop(k); d[k] = 1`,
    () => `show(1 in d.values(), d.keys().isdisjoint(${set()}))`,
    () => `d.fromkeys(${pairs()}, 0)`,
  ];
  const sets = [
    () => `s ${m.pick(["|=", "&=", "-=", "^="])} ${set()}`,
    () =>
      `show(s ${m.pick(["|", "&", "-", "^", "<", "<=", ">", ">=", "==", "!="])} ${m.pick([set(), "[1]", "5", "d.keys()"])})`,
    () => `s.${m.pick(["add", "discard", "remove"])}(${key()})`,
    () =>
      `s.${m.pick(["update", "intersection_update", "difference_update", "symmetric_difference_update"])}(${m.pick([set(), "'abc'", "[[]]", "range(3)", "5"])})`,
    () =>
      `show(s.${m.pick(["union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"])}(${m.pick([set(), "'abc'", "[1, 2]", "5"])}))`,
    () => "show(len(s), s.copy() == s)",
    () => "show(hash(frozenset(s)) == hash(frozenset(list(s))))",
  ];
  const lines = [
    "d = [{}, {'a': 1, 'b': 2}, {1: 'x', 2: 'y', 3: 'z'}, {(1, 2): None, 'a': [1]}][turn % 4]",
    "s = set(d)",
  ];
  for (let i = 0; i < 8; i++) lines.push(...guarded(m.pick(operations)().split("\n")), "show(d)");
  for (let i = 0; i < 5; i++) lines.push(...guarded([m.pick(sets)()]), "show(s)");
  return lines;
}
