import { expect, test } from "vitest";
import { nativeModules } from "./native-modules.js";

test.each([...nativeModules])("%s is the module of that name", (name, load) => {
  expect(load().name).toBe(name);
});
