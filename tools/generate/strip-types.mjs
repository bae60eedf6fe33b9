import { rm } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";

/** Imports a TypeScript module from plain Node: bundled into a temporary file beside it, then removed. */
export async function stripTypes(file) {
  const out = `${file}.${process.pid}.tmp.mjs`;
  await build({ input: file, output: { file: out, format: "esm" }, logLevel: "silent" });
  try {
    return await import(pathToFileURL(out).href);
  } finally {
    await rm(out, { force: true });
  }
}
