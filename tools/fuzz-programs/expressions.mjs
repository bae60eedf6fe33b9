// Random expressions. Each is of a kind (what it is meant to be worth), and one in seventy is of another kind than asked for, so
// that errors are raised, too. Nothing grows without bounds: factors, shifts and exponents are small.

const literals = {
  int: ["0", "1", "-1", "2", "3", "7", "10", "255", "-128", "2**31", "2**53", "-(2**53)", "10**20", "True"],
  float: [
    "0.0",
    "-0.0",
    "0.5",
    "1.5",
    "-2.25",
    "1e10",
    "3.0",
    "1e-7",
    "float('inf')",
    "float('nan')",
    "1e300",
  ],
  str: [
    "''",
    "'a'",
    "'abc'",
    "'Hello World'",
    "'x1y2'",
    "'é'",
    "'𝒳y'",
    "'  pad '",
    "'a,b,,c'",
    "'ß'",
    "'12'",
    "'%d|%s'",
  ],
  bytes: ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'a,b'", "bytes(3)", "bytearray(b'xy')"],
  bool: ["True", "False"],
  list: ["[]", "[1]", "[1, 2, 3]", "[3, 1, 2]", "['a', 'b']", "[1.5, 2, True]", "[[1], [2, 3]]", "[None, 1]"],
  tuple: ["()", "(1,)", "(1, 2)", "('a', 1)", "(1.5, None, 'x')", "((1, 2), 3)"],
  dict: [
    "{}",
    "{'a': 1}",
    "{1: 'x', 2: 'y'}",
    "{'a': 1, 'b': 2, 'c': 3}",
    "{(1, 2): 3}",
    "{True: 1, 'k': [1]}",
  ],
  set: ["set()", "{1}", "{1, 2, 3}", "frozenset((1, 5))", "{(1, 2), 3}", "{2.5, 2}"],
  none: ["None", "...", "NotImplemented"],
};

export const kinds = Object.keys(literals);
const numeric = ["int", "float", "bool"];

/**
 * What each kind of expression can be made of: templates in which `{kind}` is an expression of that kind, `{any}` one of a random
 * kind and `{number}` a numeric one.
 */
const templates = {
  int: [
    "{int} + {int}",
    "{int} - {int}",
    "{int} * {int}",
    "{int} // {int}",
    "{int} % {int}",
    "{int} ** ({int} % 5)",
    "{int} << ({int} % 70)",
    "{int} >> ({int} % 70)",
    "{int} & {int}",
    "{int} | {int}",
    "{int} ^ {int}",
    "-{int}",
    "~{int}",
    "abs({int})",
    "len({list})",
    "len({str})",
    "len({dict})",
    "int({float})",
    "int({str}, 16)",
    "int({bool})",
    "{str}.find({str})",
    "{str}.count({str})",
    "{list}.count({any})",
    "sum(x for x in {list})",
    "max({int}, {int})",
    "min({int}, {int}, {int})",
    "ord({str}[:1] or 'q')",
    "round({float})",
    "{int}.bit_length()",
    "pow({int}, {int} % 7, 11)",
    "divmod({int}, {int})[0]",
    "{bytes}[{int} % 3]",
    "({int} if {bool} else {int})",
    "({int} or {int})",
    "int.from_bytes({bytes}, 'big')",
    "{int}.bit_count()",
    "{tuple}.index({int})",
    "len({bytes})",
    "len({set})",
  ],
  float: [
    "{float} + {number}",
    "{number} - {float}",
    "{float} * {number}",
    "{number} / {number}",
    "{float} // {number}",
    "{float} % {number}",
    "{float} ** 2",
    "-{float}",
    "abs({float})",
    "float({int} % 1000)",
    "float({str})",
    "round({float}, 2)",
    "max({float}, {number})",
    "{float}.real",
    "({float} if {bool} else {float})",
    "{float}.__float__()",
    "sum([{float}, {number}])",
  ],
  str: [
    "{str} + {str}",
    "{str} * ({int} % 4)",
    "{str}[{int} % 4]",
    "{str}[{int} % 5:]",
    "{str}[::-1]",
    "{str}[-3:{int} % 4]",
    "{str}.upper()",
    "{str}.lower()",
    "{str}.title()",
    "{str}.strip()",
    "{str}.replace({str}, {str})",
    "{str}.join(['p', {str}])",
    "str({number})",
    "repr({any_shown})",
    "f'{{{number}}}'",
    "f'{{{str}!r:>8}}'",
    "f'{{{int}:+,d}}|{{{float}:.3g}}'",
    "'%s-%r' % ({str}, {number})",
    "'%d' % {number}",
    "format({int}, 'x')",
    "format({float}, '.2f')",
    "'{}|{:>5}|{!r}'.format({str}, {str}, {int})",
    "chr({int} % 1000)",
    "{str}.center({int} % 9, '*')",
    "{str}.zfill({int} % 7)",
    "({str} or {str})",
    "{str}.capitalize()",
    "{str}.swapcase()",
    "{str}.casefold()",
    "{str}.partition({str})[1]",
    "{str}.expandtabs()",
    "ascii({str})",
    "{bytes}.decode('latin-1')",
    "hex({int})",
    "bin({int} % 99)",
    "{str}.ljust(4)",
    "{str}.removeprefix({str})",
    "{str}.translate({{97: 'Z', 98: None}})",
    "type({any}).__name__",
    "{str}.strip({str})",
    "f'{{{str}=}}'",
    "f'{{{int}:{{{int} % 9}}d}}'",
    "' '.join(map(str, {list}))",
  ],
  bytes: [
    "{bytes} + {bytes}",
    "{bytes}[1:]",
    "{bytes} * ({int} % 3)",
    "{str}.encode()",
    "{bytes}.replace(b'a', b'zz')",
    "bytes({int} % 5)",
    "{bytes}.upper()",
    "bytes([{int} % 256])",
    "b','.join([{bytes}, b'q'])",
    "b'%d:%b' % ({int}, {bytes})",
    "({int} % 65536).to_bytes(2, 'little')",
  ],
  bool: [
    "{number} < {number}",
    "{number} == {number}",
    "{number} >= {int}",
    "{str} < {str}",
    "{str} == {str}",
    "{list} == {list}",
    "{any} == {any}",
    "{any} != {any}",
    "not {any}",
    "{str} in {str}",
    "{int} in {list}",
    "{any} in {list}",
    "{int} in {tuple}",
    "{str} in {dict}",
    "{int} in {set}",
    "{any} is None",
    "isinstance({any}, (int, str))",
    "bool({any})",
    "{int} < {int} < {int}",
    "{bool} and {bool}",
    "{bool} or {bool}",
    "any({list})",
    "all({list})",
    "callable({any})",
    "{str}.isdigit()",
    "{str}.startswith({str})",
    "{list} < {list}",
    "{tuple} <= {tuple}",
    "{set} <= {set}",
    "{str}.isalpha()",
    "{set}.isdisjoint({list})",
    "{any} is not {any_literal}",
    "hasattr({any}, 'upper')",
    "{bytes} < {bytes}",
  ],
  list: [
    "{list} + {list}",
    "{list} * ({int} % 3)",
    "{list}[1:]",
    "{list}[::-1]",
    "{list}[{int} % 3:{int} % 5]",
    "sorted({list}, key=str)",
    "sorted({list})",
    "list({str})",
    "list({tuple})",
    "list(range({int} % 6))",
    "[x for x in {list}]",
    "[x * 2 for x in {list} if x]",
    "[{int} + i for i in range({int} % 5)]",
    "list(map(str, {list}))",
    "list(zip({list}, {str}))",
    "list(enumerate({list}))",
    "list({dict})",
    "list({dict}.items())",
    "{str}.split({str})",
    "{str}.split()",
    "[*{list}, *{tuple}]",
    "list(reversed({list}))",
    "sorted({set}, key=repr)",
    "list(filter(None, {list}))",
    "[(i, j) for i in range(2) for j in {list}]",
    "[y for x in [{list}, {tuple}] for y in x]",
    "list({bytes})",
    "[w for w in {str} if w > 'b']",
    "list({dict}.values())",
    "{list}.copy()",
    "list(map(lambda a, b: (a, b), {list}, {tuple}))",
    "[z := {int}, z]",
    "list(dict.fromkeys({list}))",
    "{str}.rsplit(',', 1)",
    "{str}.splitlines()",
  ],
  tuple: [
    "({any}, {any})",
    "{tuple} + {tuple}",
    "tuple({list})",
    "{tuple}[1:]",
    "divmod({int}, {int})",
    "tuple(x for x in {list})",
    "(*{list}, {any})",
    "{tuple} * ({int} % 3)",
    "{str}.partition({str})",
    "{float}.as_integer_ratio()",
    "(lambda *a, **k: (a, k))({any}, *{tuple}, k={any})",
    "tuple(sorted({tuple}, key=repr))",
    "(lambda a, b=2, /, *, c=3: (a, b, c))({any})",
  ],
  dict: [
    "{{{str}: {any}}}",
    "{{**{dict}, 'z': {any}}}",
    "{dict} | {dict}",
    "dict(a={any}, b={int})",
    "{{k: v for k, v in {dict}.items()}}",
    "{{i: i * i for i in range({int} % 5)}}",
    "dict(zip({str}, {list}))",
    "dict.fromkeys({tuple}, {any})",
    "{dict}.copy()",
    "{{{int}: {str}, {float}: {str}}}",
    "dict([({int}, {any})])",
  ],
  set: [
    "{set} | {set}",
    "{set} & {set}",
    "{set} - {set}",
    "{set} ^ {set}",
    "set({list})",
    "{{x % 3 for x in range({int} % 9)}}",
    "frozenset({tuple})",
    "set({str})",
    "{set}.union({list})",
    "{set}.difference({tuple})",
  ],
  none: ["None"],
};
const parsed = Object.fromEntries(Object.entries(templates).map(([kind, list]) => [kind, list.map(parse)]));

/** A template as its pieces: text, and names of kinds in between. */
function parse(template) {
  return template
    .replaceAll("{{{", "\u0001{")
    .replaceAll("}}}", "}\u0002")
    .replaceAll("{{", "\u0001")
    .replaceAll("}}", "\u0002")
    .split(/\{(\w+)\}/)
    .map((piece) => piece.replaceAll("\u0001", "{").replaceAll("\u0002", "}"));
}

/** What can be named at a place of the program: variables by kind, and functions and objects that other expressions are made of. */
export class Scope {
  constructor(outer = null) {
    this.names = new Map();
    this.calls = outer === null ? [] : [...outer.calls];
    if (outer !== null) for (const [name, kind] of outer.names) this.names.set(name, kind);
  }

  named(kind) {
    return [...this.names].flatMap(([name, of]) => (of === kind ? [name] : []));
  }
}

/** An expression of the kind, as source that can stand in brackets. */
export function expression(random, scope, kind, depth = 2) {
  if (kind === "number") return expression(random, scope, random.pick(numeric), depth);
  if (kind === "any") return expression(random, scope, random.pick(kinds), depth);
  if (kind === "any_shown")
    return expression(random, scope, random.pick(["int", "float", "str", "bytes", "bool", "none"]), depth);
  if (kind === "any_literal") return random.pick(["None", "True", "False", "..."]);
  if (random.below(70) === 0) return expression(random, scope, "any", depth);
  const names = scope.named(kind);
  if (names.length > 0 && random.below(depth > 0 ? 3 : 2) === 0) return random.pick(names);
  if (depth <= 0) return random.pick(literals[kind]);
  if (scope.calls.length > 0 && random.below(12) === 0) {
    const { text, kinds: parameters } = random.pick(scope.calls);
    return `${text}(${parameters.map((p) => expression(random, scope, p, depth - 1)).join(", ")})`;
  }
  const pieces = random.pick(parsed[kind]);
  return pieces
    .map((piece, i) => {
      if (i % 2 === 0) return piece;
      const inner = expression(random, scope, piece, depth - 1);
      // An f-string's field, and what an operator or a dot binds to, need brackets.
      return /^\w+$/.test(inner) && !/^\d/.test(inner) ? inner : `(${inner})`;
    })
    .join("");
}
