import { expect, test } from "vitest";
import { mangle } from "./mangle.js";

test.each([
  ["C", "__x", "_C__x"],
  ["__C", "__x", "_C__x"],
  ["_C_", "__x", "_C___x"],
  ["C", "__x__", "__x__"],
  ["C", "_x", "_x"],
  ["C", "x__", "x__"],
  ["C", "__a.b", "__a.b"],
  ["___", "__x", "__x"],
  ["C", "___x", "_C___x"],
  ["C", "__x_", "_C__x_"],
])("in class %s, %s is %s", (privateName, name, mangled) => {
  expect(mangle(privateName, name)).toBe(mangled);
});

test("nothing is mangled outside of classes", () => {
  expect(mangle(null, "__x")).toBe("__x");
});
