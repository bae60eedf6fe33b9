import { expect, test } from "vitest";
import { parseCommandLine, UsageError } from "./options.js";

test("options end at the program's name", () => {
  const { run, args, flags } = parseCommandLine(["-O", "prog.py", "-O", "x"]);
  expect(run).toEqual({ kind: "file", path: "prog.py" });
  expect(args).toEqual(["-O", "x"]);
  expect(flags.optimize).toBe(1);
});

test("-c takes the rest of its cluster or the next argument", () => {
  expect(parseCommandLine(["-cpass", "a"]).run).toEqual({ kind: "command", source: "pass\n" });
  expect(parseCommandLine(["-Bc", "pass", "-V"])).toMatchObject({
    run: { kind: "command", source: "pass\n" },
    args: ["-V"],
    flags: { dontWriteBytecode: true },
  });
});

test("a missing argument is told", () => {
  expect(() => parseCommandLine(["-W"])).toThrow(new UsageError("Argument expected for the -W option"));
});

test("an unknown option is told", () => {
  expect(() => parseCommandLine(["-Z"])).toThrow(new UsageError("Unknown option: -Z"));
  expect(() => parseCommandLine(["--foo"])).toThrow(new UsageError("unknown option --foo"));
});

test("-X options have a value or are true", () => {
  const { xoptions } = parseCommandLine(["-Xdev", "-X", "a=b=c"]).flags;
  expect([...xoptions]).toEqual([
    ["dev", true],
    ["a", "b=c"],
  ]);
});

test("-I implies -E, -P and -s", () => {
  expect(parseCommandLine(["-I"]).flags).toMatchObject({
    isolated: true,
    ignoreEnvironment: true,
    noUserSite: true,
    safePath: true,
  });
});
