import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { renderNodes } from "./ast.mjs";
import { renderCompilerOpcodes, renderMetadata, renderOpcodes, renderReference } from "./bytecode.mjs";
import { renderDispatch, renderGeneric, renderRare, renderWatchedDispatch } from "./dispatch.mjs";
import { renderGrammar } from "./grammar.mjs";
import { renderTemplates } from "./templates.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Every generated file and what renders it. */
const outputs = {
  "packages/ast/src/generated/nodes.ts": renderNodes,
  "packages/bytecode/src/generated/opcodes.ts": renderOpcodes,
  "packages/bytecode/src/generated/metadata.ts": renderMetadata,
  "packages/compiler/src/generated/op.ts": renderCompilerOpcodes,
  "packages/parser/src/generated/grammar.ts": renderGrammar,
  "docs/internals/bytecode.md": renderReference,
  "packages/runtime/src/generated/dispatch.ts": renderDispatch,
  "packages/runtime/src/generated/dispatch-watched.ts": renderWatchedDispatch,
  "packages/runtime/src/generated/rare.ts": renderRare,
  "packages/runtime/src/generated/generic.ts": renderGeneric,
  "packages/runtime/src/generated/templates.ts": renderTemplates,
};

const check = process.argv.includes("--check");
let stale = 0;
for (const [path, render] of Object.entries(outputs)) {
  const text = await render(root);
  const file = `${root}/${path}`;
  const current = await readFile(file, "utf8").catch(() => "");
  if (current === text) continue;
  if (check) {
    stale++;
    console.error(`stale: ${path} (run: pnpm generate)`);
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.error(`written: ${path}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
