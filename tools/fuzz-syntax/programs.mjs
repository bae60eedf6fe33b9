// The programs of a text file, as cases for the interpreters.
import { readFileSync } from "node:fs";

/** How a program is compiled that is marked with a word: mode, flags, feature version, level of optimisation. */
const ways = {
  single: ["single"],
  eval: ["eval"],
  types: ["exec", 0x1400],
  func_type: ["func_type", 0x400],
  incomplete: ["single", 0x4200],
  optimized: ["exec", 0, -1, 2],
};

/**
 * Cases of a text in which lines of `---` separate programs. Words behind the dashes are for the program that follows:
 * `single`, `eval`, `func_type`, `types` (type comments), `incomplete` (as in a prompt), `3.N` (an older grammar),
 * `bytes` (the program is bytes, written as in a Python literal), `text` (the same for str), `large` (`«N x»` stands for
 * N times x, `«N> x»` for N lines of x, each indented more than the one before).
 */
export function casesIn(text) {
  const cases = [];
  const parts = text.replace(/\n$/, "").split(/^---(.*)\n/m);
  if (parts[0] !== "") throw new Error("the first line is ---");
  for (let i = 1; i < parts.length; i += 2) {
    const words = parts[i].trim().split(/\s+/);
    const written = i + 2 < parts.length ? parts[i + 1].slice(0, -1) : parts[i + 1];
    const one = { source: written };
    for (const word of words) {
      if (word === "bytes") {
        one.bytes = Buffer.from(unescape(written), "latin1").toString("base64");
        delete one.source;
      } else if (word === "large") one.source = expand(written);
      else if (word === "text") one.source = unescape(written);
      else if (word.startsWith("3.")) one.how = ["exec", 0x400, Number(word.slice(2))];
      else if (word !== "") one.how = ways[word];
    }
    cases.push(one);
  }
  return cases;
}

const escapes = { n: "\n", r: "\r", t: "\t", f: "\f", "\\": "\\" };

function unescape(text) {
  return text.replace(/\\(?:x(..)|u(....)|(.))/g, (_, byte, unit, letter) =>
    letter === undefined ? String.fromCharCode(Number.parseInt(byte ?? unit, 16)) : escapes[letter],
  );
}

function expand(text) {
  return text.replace(/«(\d+)(>?) ([^»]*)»/g, (_, count, lines, part) => {
    const times = Array.from({ length: Number(count) }, (_, i) =>
      lines ? `${" ".repeat(i)}${part}\n` : part,
    );
    return times.join("");
  });
}

/** The cases of a file of programs. */
export const readPrograms = (file) => casesIn(readFileSync(file, "utf8"));
