// What the areas are written with: random pieces of source, always the same for the same numbers.
import { expression } from "../expressions.mjs";
import { indent } from "../statements.mjs";

export class Maker {
  constructor(random, scope) {
    this.random = random;
    this.scope = scope;
  }

  below(n) {
    return this.random.below(n);
  }

  /** True once in `n`. */
  rarely(n) {
    return this.random.below(n) === 0;
  }

  pick(list) {
    return this.random.pick(list);
  }

  /** Between `from` and `to` (both included) results of `make`. */
  some(from, to, make) {
    return Array.from({ length: from + this.below(to - from + 1) }, (_, i) => make(i));
  }

  /** An expression of a kind of `expressions.mjs`. */
  any(kind = "any", depth = 1) {
    return expression(this.random, this.scope, kind, depth);
  }

  /** An index or `None`. */
  bound() {
    return this.rarely(4) ? "None" : String(this.below(13) - 6);
  }

  slice() {
    const [a, b, c] = [this.bound(), this.bound(), this.pick(["None", "1", "2", "-1", "-2", "3", "0"])];
    return this.rarely(3) ? `${a === "None" ? "" : a}:${b === "None" ? "" : b}` : `slice(${a}, ${b}, ${c})`;
  }
}

/** Lines that show what an expression is worth, or what it raises. */
export const shown = (source) => guarded([`show(${source})`]);

/** Lines that go on after an exception, which they show. */
export const guarded = (lines, caught = "Exception") => [
  "try:",
  ...indent(lines),
  `except ${caught} as error:`,
  "    show(type(error).__name__, str(error))",
];

export { indent };
