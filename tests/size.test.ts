import { expect, test } from "vitest";
import { bundledSize, coreBudget, corePackages } from "../tools/lib/core-size.mjs";

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

test(`the core stays under ${kilobytes(coreBudget)}`, async () => {
  const sizes = [];
  for (const name of corePackages) sizes.push({ name, ...(await bundledSize([name])) });
  const core = await bundledSize(corePackages);
  const line = (name: string, size: { minified: number; compressed: number }) =>
    `${name.padEnd(28)} ${kilobytes(size.minified).padStart(10)} minified ${kilobytes(size.compressed).padStart(10)} compressed`;
  const lines = sizes.map(({ name, ...size }) => line(`${name} and what it imports`, size));
  console.log([...lines, line("core", core)].join("\n"));
  expect(core.compressed).toBeLessThan(coreBudget);
});
