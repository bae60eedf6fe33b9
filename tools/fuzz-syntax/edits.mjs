// Compares what `reparse` makes of a source after edits with what `parseTolerant` makes of it.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { devBundle } from "../lib/dev-bundle.mjs";
import { root } from "../lib/paths.mjs";

/** What is typed, besides what stands somewhere in the source. */
const texts = [
  ..."( [ { ) ] } ''' ' \" : ; # $ @ \\ = , é 1 z $ f' f''' {x case return pass;".split(" "),
  ...['"""', 'f"""', "\n", "\n\n", " ", "    ", "\\\n", "x = (", "= = ", "async ", "    $\n", "        (\n"],
  ...["\nz = 2\n", "\n    z = 2\n", "\n        z\n", "z = '''\n", "'''\n", "\r", "\t", "\0", "\f"],
  ...["def g():\n", "    if x:\n", "        w = = 2\n", "match x:\n", "case 2:\n", "try:\n", "@d\n", "@d("],
  ...["else:", "else:\n", "elif y:\n", "except E:\n", "finally:\n", "class C:\n    pass\n"],
];

/** An edit of a source near an index. */
function makeEdit(source, near, random) {
  const at = random.below(3) > 0 ? near + random.below(7) - 3 : random.below(source.length + 1);
  const start = Math.min(source.length, Math.max(0, at));
  const removed = random.below(2) === 0 ? 0 : random.below(random.below(4) > 0 ? 6 : 80);
  let text = random.pick(texts);
  if (random.below(8) === 0) {
    const from = random.below(source.length + 1);
    text = source.slice(from, from + random.below(60));
  }
  return { start, end: Math.min(source.length, start + removed), text: random.below(6) === 0 ? "" : text };
}

/** A source of several programs, some of them in blocks. */
function makeSource(corpus, random) {
  let source = "";
  for (let i = 1 + random.below(5); i > 0; i--) {
    let program = corpus.program();
    for (let depth = random.below(random.below(4) > 0 ? 3 : 9); depth > 0; depth--) {
      const head = random.pick([
        "class A:\n",
        "if x:\n",
        "def f():\n",
        "for x in y:\n",
        "match x:\n    case 1:\n",
      ]);
      const indent = head.endsWith("case 1:\n") ? "        " : random.pick(["    ", " "]);
      program = head + program.replace(/^(?=.)/gm, indent);
      if (random.below(4) === 0) program += `else:\n    ${random.pick(["pass", "pass;", "x = (1,\n 2)"])}\n`;
    }
    source += program;
  }
  return random.below(8) === 0 ? source.trimEnd() : source;
}

/** A result as a text: an error's message is no property of its own. */
const plain = ({ source, module, diagnostics }) =>
  JSON.stringify(
    [source, module, diagnostics.map((one) => ({ ...one, message: one.message }))],
    (_, value) => (typeof value === "bigint" ? String(value) : value),
  );

/** A case without a part of its source, if no edit touches that; else null. */
function without({ source, edits }, start, end) {
  const [from, size] = [start, end - start];
  const moved = [];
  for (const edit of edits) {
    if (edit.end < start) start += edit.text.length - (edit.end - edit.start);
    else if (edit.start < start + size) return null;
    moved.push(edit.start < start ? edit : { ...edit, start: edit.start - size, end: edit.end - size });
  }
  return { source: source.slice(0, from) + source.slice(end), edits: moved };
}

/** A shorter case that still differs. */
function shrink(one, differs) {
  for (let shorter = one; shorter !== undefined; ) {
    one = shorter;
    const candidates = one.edits.length > 1 ? [{ ...one, edits: one.edits.slice(0, -1) }] : [];
    const lines = [0, ...Array.from(one.source.matchAll(/\n/g), ({ index }) => index + 1)];
    for (let size = 1 << 6; size > 0; size >>= 1) {
      for (let i = 0; i + size < lines.length; i += size)
        candidates.push(without(one, lines[i], lines[i + size]));
    }
    if (one.edits.length > 1) {
      const [{ start, end, text }, ...edits] = one.edits;
      candidates.push({ source: one.source.slice(0, start) + text + one.source.slice(end), edits });
    }
    shorter = candidates.find((candidate) => candidate !== null && differs(candidate));
  }
  return one;
}

/**
 * Edits random sources.
 *
 * @returns {Promise<number>} how often the results differed
 */
export async function compareEdits(corpus, random, count) {
  const { parseTolerant, reparse } = await import(
    pathToFileURL(await devBundle(join(root, "packages/parser/src/index.ts"))).href
  );
  /** What differs after which edit. */
  const run = (source, nextEdit) => {
    let result = parseTolerant(source);
    for (let edit = nextEdit(result.source); edit !== undefined; edit = nextEdit(result.source)) {
      const expected = plain(
        parseTolerant(result.source.slice(0, edit.start) + edit.text + result.source.slice(edit.end)),
      );
      const { module } = result;
      let actual;
      try {
        result = reparse(result, edit);
        actual = plain(result);
      } catch (error) {
        actual = error.stack;
      }
      if (result.module === module) kept++;
      if (actual !== expected) return { actual, expected };
    }
    return null;
  };
  let kept = 0;
  let different = 0;
  for (let done = 0; done < count; ) {
    const source = makeSource(corpus, random);
    const edits = [];
    let near = random.below(source.length + 1);
    let left = Math.min(count - done, 1 + random.below(5));
    done += left;
    const difference = run(source, (current) => {
      if (left-- === 0) return undefined;
      const edit = makeEdit(current, near, random);
      near = edit.start + edit.text.length;
      edits.push(edit);
      return edit;
    });
    if (difference === null) continue;
    different++;
    const again = (one) => {
      const list = one.edits.values();
      return run(one.source, () => list.next().value);
    };
    const one = shrink({ source, edits }, (candidate) => again(candidate) !== null);
    const { actual, expected } = again(one);
    let at = 0;
    while (actual[at] === expected[at]) at++;
    console.log(JSON.stringify(one));
    console.log(`  expected …${expected.slice(Math.max(0, at - 60), at + 200)}`);
    console.log(`  actual   …${actual.slice(Math.max(0, at - 60), at + 200)}`);
  }
  console.log(`${count} edits, ${kept} without parsing everything, ${different} differences`);
  return different;
}
