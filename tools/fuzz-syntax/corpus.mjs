// What is mutated: pieces of the standard library's files, and the programs of the fixtures.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";

const fixtures = [
  "packages/parser/fixtures/valid.txt",
  "packages/parser/fixtures/invalid.txt",
  ...["errors", "expressions", "flow", "scopes", "statements", "typing", "warnings"].map(
    (name) => `packages/compiler/fixtures/${name}.snippets`,
  ),
];

const indentOf = (line) => /^ */.exec(line)[0].length;

/** Programs to start from. */
export class Corpus {
  constructor(random) {
    this.random = random;
    const library = join(root, "packages/stdlib/dist/lib");
    this.files = readdirSync(library, { recursive: true })
      .filter((name) => name.endsWith(".py"))
      .sort()
      .map((name) => readFileSync(join(library, name), "utf8").split("\n"))
      .filter((lines) => lines.length > 30);
    this.programs = fixtures.flatMap((name) =>
      readFileSync(join(root, name), "utf8")
        .split(/^---.*\n/m)
        .filter((program) => program.length < 2000),
    );
  }

  /** A program: every third time one of the fixtures, else a few lines of the library. */
  program() {
    return this.random.below(3) === 0 ? this.random.pick(this.programs) : this.piece();
  }

  /** A few lines from some file, moved to the left margin. */
  piece() {
    const { random } = this;
    for (;;) {
      const lines = random.pick(this.files);
      const first = random.below(lines.length);
      if (lines[first].trim() === "" || /["']{3}/.test(lines[first])) continue;
      const indent = indentOf(lines[first]);
      let last = first + 1;
      const limit = first + 2 + random.below(18);
      const inside = (line) => line.trim() === "" || indentOf(line) >= indent;
      while (last < lines.length && last < limit && inside(lines[last])) last++;
      return `${lines
        .slice(first, last)
        .map((line) => line.slice(Math.min(indent, indentOf(line))))
        .join("\n")}\n`;
    }
  }
}
