// Cases: a program and how it is compiled.
import { mutate } from "./mutate.mjs";

const TYPE_COMMENTS = 0x1400;
const INCOMPLETE = 0x4200;
const ONLY_AST = 0x400;

const encodings = [
  "utf-8",
  "latin-1",
  "ascii",
  "cp1252",
  "koi8-r",
  "utf-16",
  "nope",
  "iso-8859-15",
  "utf-8-sig",
  "hex",
];
const functionTypes = ["()", "(int)", "(int, *str)", "(*a, **k)", "(a, b, *c, **d)", "(List[int], **x)"];

/** The bytes of a program, with what only bytes can have: an encoding, a byte order mark, bytes that are no text. */
function bytesOf(source, random) {
  if (random.below(2) === 0) {
    const comment = random.pick([
      "# coding: X",
      "# -*- coding: X -*-",
      "\n#coding=X",
      "#!x\n# vim: fileencoding=X",
      "x\n# coding: X",
    ]);
    source = `${comment.replace("X", random.pick(encodings))}\n${source}`;
  }
  const bytes = [...Buffer.from(source)];
  if (random.below(4) === 0) bytes.unshift(0xef, 0xbb, 0xbf);
  for (let n = random.below(3); n > 0; n--) {
    const byte = random.pick([0x80, 0xff, 0xc3, 0xa9, 0xe2, 0xf0, 0xed, 0, 13, 10, 12, 26]);
    bytes.splice(random.below(Math.min(bytes.length + 1, 120)), random.below(2), byte);
  }
  return Buffer.from(bytes).toString("base64");
}

/** A mutant of a program, to be compiled in one of the ways that there are. */
export function mutant(corpus, random) {
  const source = mutate(corpus.program(), random);
  switch (random.below(24)) {
    case 0:
    case 1:
    case 2:
      return { bytes: bytesOf(source, random) };
    case 3:
    case 4:
      return { source, how: ["single"] };
    case 5:
      return { source: source.split("\n").find((line) => line.trim() !== "") ?? "", how: ["eval"] };
    case 6:
      return {
        source: mutate(`${random.pick(functionTypes)} -> ${random.pick(["int", "List[x]", "None"])}`, random),
        how: ["func_type", ONLY_AST],
      };
    case 7:
      return {
        source: source.replace(/#.*/g, (comment) => (random.below(2) ? "# type: x" : comment)),
        how: ["exec", TYPE_COMMENTS],
      };
    case 8:
      return { source, how: ["exec", ONLY_AST, 4 + random.below(10)] };
    case 9:
      return { source, how: ["single", INCOMPLETE] };
    case 10:
      return { source, how: ["exec", 0, -1, 1 + random.below(2)] };
    default:
      return { source };
  }
}
