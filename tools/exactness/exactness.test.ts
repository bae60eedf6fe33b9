import { describe, expect, test } from "vitest";
import { grammarPrograms } from "./grammar-corpus.js";
import { uncovered } from "./grammar-coverage.js";
import { characterNames, libraryPrograms } from "./library.mjs";
import { readRecorded } from "./recorded.mjs";
import { digests } from "./sections.js";

const names = characterNames();
/** Every so many files are looked at here; `npm run exactness` looks at all. */
const libraryStep = 14;
/** Rules with more programs are left to `npm run exactness` too. */
const maximalPrograms = 70;

describe("views of files of CPython's library are CPython's", async () => {
  const recorded = readRecorded("library");
  const sample = [...(await libraryPrograms())].filter((_, i) => i % libraryStep === 0);
  test.each(sample)("%s", (file, programs) => {
    expect(digests(programs, names)).toEqual(recorded.get(file));
  });
});

describe("the corpus of the grammar", () => {
  const groups = grammarPrograms();
  const recorded = readRecorded("grammar");
  const small = [...groups].filter(([, programs]) => programs.length <= maximalPrograms);

  test.each(small)("views of the programs of the rule %s are CPython's", (rule, programs) => {
    expect(digests(programs, names)).toEqual(recorded.get(rule));
  });

  test("has its recorded rules", () => {
    expect([...groups.keys()]).toEqual([...recorded.keys()]);
  });

  test("goes through every production and every optional part, present and absent", () => {
    // An empty line, and the end, of what is typed at a prompt: no program of its own.
    const impossible = ["statement_newline/2", "statement_newline/3"];
    expect(uncovered([...groups.values()].flat(), impossible.length)).toEqual(impossible);
  });
});
