import { fileURLToPath } from "node:url";

/** The repository's top folder, without a closing slash. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** The workspace's packages, lowest first; `@adder/<name>` lives in `packages/<name>`. */
export const packageNames = [
  "ast",
  "bytecode",
  "parser",
  "compiler",
  "objects",
  "frames",
  "specializer",
  "jit",
  "runtime",
  "stdlib",
  "adder",
];
