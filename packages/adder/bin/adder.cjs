#!/usr/bin/env node
"use strict";
// Starts the bundled command line with the code that V8 compiled for it in an earlier run: reading that back
// takes a fraction of compiling. It is kept beside the bundle; where nothing can be written it is done without.
// This is CommonJS because the loader of ES modules takes code from no such cache, and starts later.

const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { basename, dirname, join } = require("node:path");
const vm = require("node:vm");

const bundle = join(__dirname, "../dist/bundle");
const cache = join(bundle, "code-cache");
const loaded = new Map();
/** What V8 has compiled for the first time, by the file where it is kept. */
const fresh = new Map();

/** Writes V8's code for a file. */
function keep(script, file) {
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, script.createCachedData());
    renameSync(temporary, file);
  } catch {
    // A folder that cannot be written to, or a full disk: the next start compiles again.
  }
}

/**
 * What `require` does, for the bundle's own files: they are ASCII, have the function of a CommonJS module around them, and their
 * names have a hash of their content.
 */
function load(file) {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const source = readFileSync(file, "latin1");
  const cacheFile = join(cache, `${basename(file)}-${process.version}-${process.arch}`);
  let cachedData;
  try {
    cachedData = readFileSync(cacheFile);
  } catch {
    // The first run, or a run where nothing could be kept.
  }
  const script = new vm.Script(source, { filename: file, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) fresh.set(cacheFile, script);
  const module = { exports: {} };
  loaded.set(file, module);
  const outer = createRequire(file);
  const folder = dirname(file);
  const inner = (name) => (name.startsWith("./") ? load(join(folder, name)) : outer(name));
  script.runInThisContext()(module.exports, Object.assign(inner, outer), module, file, folder);
  return module.exports;
}

// At the end of the run, so that it covers the functions that were needed.
process.on("exit", () => {
  if (fresh.size === 0) return;
  // V8 takes code only under the flags that it was kept under; the command line changes these two (`adviseV8`).
  const v8 = require("node:v8");
  for (const flag of ["--use-osr", "--max-optimized-bytecode-size=61440"]) v8.setFlagsFromString(flag);
  for (const [file, script] of fresh) keep(script, file);
});
load(join(bundle, JSON.parse(readFileSync(join(bundle, "entry.json"), "utf8"))));
