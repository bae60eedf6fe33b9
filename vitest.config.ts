import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const packages = fileURLToPath(new URL("./packages", import.meta.url));

/** Tests run on the sources: an `@adder/x` import resolves to that package's `src`, never to a build. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@adder\/([a-z]+)$/, replacement: `${packages}/$1/src/index.ts` },
      { find: /^@adder\/([a-z]+)\/testing$/, replacement: `${packages}/$1/src/testing/index.ts` },
    ],
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "tools/**/*.test.ts", "tests/*.test.ts"],
    testTimeout: 60_000,
  },
});
