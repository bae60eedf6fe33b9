import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { differences, modulesWithStatus, readStatus, writeStatus } from "./status.mjs";

const ran = (outcomes: Record<string, string>) =>
  new Map(Object.entries(outcomes).map(([id, outcome]) => [id, { outcome, detail: "" }]));

describe("differences", () => {
  test("are none when all is as expected", () => {
    const expected = new Map([
      ["b", "fail"],
      ["c", "skip"],
    ]);
    expect(differences(expected, ran({ a: "pass", b: "fail", c: "skip" }))).toEqual([]);
  });

  test("accept another way of failing", () => {
    expect(differences(new Map([["a", "crash"]]), ran({ a: "error" }))).toEqual([]);
  });

  test("report an unexpected failure", () => {
    expect(differences(new Map(), ran({ a: "fail" }))).toEqual(["unexpected fail: a"]);
  });

  test("report an unexpected pass", () => {
    expect(differences(new Map([["a", "fail"]]), ran({ a: "pass" }))).toEqual(["unexpected pass: a"]);
  });

  test("report an unexpected skip", () => {
    expect(differences(new Map(), ran({ a: "skip" }))).toEqual(["unexpected skip: a (expected pass)"]);
  });

  test("report an expected failure that is not run any more", () => {
    expect(differences(new Map([["a", "fail"]]), ran({}))).toEqual(["gone: a (expected fail)"]);
  });

  test("accept anything from a flaky test", () => {
    const expected = new Map([
      ["a", "flaky"],
      ["b", "flaky"],
    ]);
    expect(differences(expected, ran({ a: "fail" }))).toEqual([]);
  });
});

describe("status files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "adder-status-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test("list what does not pass", () => {
    writeStatus(folder, "test_x", ran({ b: "fail", c: "pass", a: "skip" }), null);
    expect(readFileSync(join(folder, "test_x.txt"), "utf8").split("\n").slice(1)).toEqual([
      "skip a",
      "fail b",
      "",
    ]);
  });

  test("say what was written", () => {
    writeStatus(folder, "test_x", ran({ "test.x (sub test)": "timeout" }), null);
    expect(modulesWithStatus(folder)).toEqual(["test_x"]);
    expect(readStatus(folder, "test_x")).toEqual(new Map([["test.x (sub test)", "timeout"]]));
  });

  test("keep flaky tests", () => {
    writeStatus(folder, "test_x", ran({ a: "fail" }), new Map([["a", "flaky"]]));
    expect(readStatus(folder, "test_x")).toEqual(new Map([["a", "flaky"]]));
  });

  test("of modules without one are null", () => {
    expect(readStatus(folder, "test_y")).toBeNull();
  });
});
