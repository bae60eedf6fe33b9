// Makes programs wrong: deletes, inserts, replaces, repeats and exchanges tokens, lines and single bytes.

const fragments = [
  ..."( ) [ ] { } : , ; + - * / | & < > = . % == != <> <= >= ~ ^ << >> ** += -= **= // @ -> ... := ! $ ? False None True".split(
    " ",
  ),
  ..."and as assert async await break class continue def del elif else except finally for from global if import in is".split(
    " ",
  ),
  ..."lambda nonlocal not or pass raise return try while with yield match case type _ print exec x 1 2.5 1j 0x1f 's'".split(
    " ",
  ),
  ..."\"t\" b'b' f'{x}' f\"{a!r:>{w}}\" t'{y}' rb'\\' u'x' ''' \"\"\" \" ' \\ *a **k x=1 (a,b) [a] f'{ }' {x: =1 f\" t' f''' __debug__".split(
    " ",
  ),
  ..."0777 1_ 1__0 0b12 0o8 0xg 1e 1.e5x 1if 2or 3in 0_7 5and 1jx '\\N{DIGIT ONE}' '\\N{no}' '\\x1' '\\d' '\\400' b'\\u1' '\\ud800'".split(
    " ",
  ),
  ..."# #c # type: int # type: ignore".split("  "),
  "\n",
  "\n    ",
  "    ",
  "\t",
  "        ",
  "\\\n",
  "\r\n",
  "\r",
  "\f",
  "x for x in y",
  "async for x in y",
  "if a else b",
  "a b",
  "lambda x: x",
  "import a",
  "yield x",
  "await x",
  "x := 1",
  "return x",
  "except* A",
  "global x",
  "nonlocal x",
  "from __future__ import annotations",
  "from __future__ import nope",
  "from x import *",
  "print x",
  "exec x",
  "def f(a, a): pass",
  "[T, T]",
  "case _: pass",
  "x: int = 1",
  "del x",
  "as x",
  "in y",
  "is 1",
  "()",
  "[0]",
  "{a!}",
  "{a:{b}}",
];
/** Characters that mean something to a tokenizer, or nothing at all. */
const characters = [
  ..."()[]{}:;,.=!*+-/\\'\"#@$?`~ \t\n\r\f\v\0 0123456789abefjlnortuxABFRTUNX_é\u00a0\u2028\ufeff\u0300\u01c5\u212a\ufb01\ud835\udd52😀变",
];

const tokens =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|[A-Za-z_]\w*|\d[\w.]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[-+*/%&|^=!<>:@]=|->|\*\*|\/\/|#[^\n]*|[ \t]+|[\s\S]/g;

function mutateTokens(source, random) {
  const list = source.match(tokens) ?? [""];
  const places = list.flatMap((token, i) => (/^[ \t]*$|^#/.test(token) ? [] : [i]));
  const i = places.length === 0 ? 0 : random.pick(places);
  switch (random.below(7)) {
    case 0:
      list.splice(i, 1);
      break;
    case 1:
      list.splice(i, 0, random.pick(fragments), random.pick([" ", " ", ""]));
      break;
    case 2:
      list[i] = random.pick(fragments);
      break;
    case 3:
      list.splice(i, 0, list[i], " ");
      break;
    case 4:
      list.splice(i, 1 + random.below(6));
      break;
    case 5: {
      const j = places.length === 0 ? 0 : random.pick(places);
      [list[i], list[j]] = [list[j], list[i]];
      break;
    }
    default: {
      const cut = random.below(list[i].length);
      list[i] = list[i].slice(0, cut) + list[i].slice(cut + 1);
    }
  }
  return list.join("");
}

function mutateCharacters(source, random) {
  const at = random.below(source.length + 1);
  switch (random.below(5)) {
    case 0:
      return source.slice(0, at) + source.slice(at + 1);
    case 1:
      return source.slice(0, at) + random.pick(characters) + source.slice(at);
    case 2:
      return source.slice(0, at) + random.pick(characters) + source.slice(at + 1);
    case 3: {
      const from = random.below(source.length + 1);
      return source.slice(0, at) + source.slice(from, from + 1 + random.below(4)) + source.slice(at);
    }
    default:
      // The end of the source is a place of its own.
      return source.slice(0, at);
  }
}

function mutateLines(source, random) {
  const lines = source.split("\n");
  const i = random.below(lines.length);
  switch (random.below(7)) {
    case 0:
      lines.splice(i, 1);
      break;
    case 1:
      lines.splice(i, 0, lines[i]);
      break;
    case 2: {
      const j = random.below(lines.length);
      [lines[i], lines[j]] = [lines[j], lines[i]];
      break;
    }
    case 3:
      lines[i] = random.pick([" ", "  ", "    ", "\t", "\f"]) + lines[i];
      break;
    case 4:
      lines[i] = lines[i].replace(/^ {1,4}/, random.pick(["", "\t", " "]));
      break;
    case 5:
      lines[i] += random.pick(["\\", " \\", "\r", ";", ":", " #", ",", "(", "'", "\f", " "]);
      break;
    default:
      // One line less.
      return lines.slice(0, i).join("\n") + lines.slice(i).join("\n");
  }
  return lines.join("\n");
}

/** The program with one to three mutations. */
export function mutate(source, random) {
  for (let n = 1 + random.below(3); n > 0; n--) {
    const kind = random.below(10);
    source = (kind < 6 ? mutateTokens : kind < 8 ? mutateCharacters : mutateLines)(source, random);
  }
  return source;
}
