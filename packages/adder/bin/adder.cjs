#!/usr/bin/env node
"use strict";
// Starts the bundled command line with the code that V8 compiled for it in an earlier run: reading that back
// takes a fraction of compiling. It is kept beside the bundle; where nothing can be written it is done without.
// This is CommonJS because the loader of ES modules takes code from no such cache, and starts later.

const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { basename, dirname, join } = require("node:path");
const v8 = require("node:v8");
const vm = require("node:vm");

// The interpreter loop is entered again and again, and gets optimised code when it is. Replacing it while it runs takes V8
// several times as long, and holds that up: without it, short programs take a quarter less time (docs/internals/startup.md).
v8.setFlagsFromString("--no-use-osr");

const bundle = join(__dirname, "../dist/bundle");
const cache = join(bundle, "code-cache");
const loaded = new Map();

/** Writes V8's code for a file: at the end of the run, so that it covers the functions that were needed. */
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

/** What `require` does, for the bundle's own files. They are ASCII, and their names have a hash of their content. */
function load(file) {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const source = readFileSync(file, "latin1").replace(/^#!.*/, "");
  const cacheFile = join(cache, `${basename(file)}-${process.version}-${process.arch}`);
  let cachedData;
  try {
    cachedData = readFileSync(cacheFile);
  } catch {
    // The first run, or a run where nothing could be kept.
  }
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    cachedData,
  });
  if (cachedData === undefined || script.cachedDataRejected)
    process.on("exit", () => keep(script, cacheFile));
  const module = { exports: {} };
  loaded.set(file, module);
  const outer = createRequire(file);
  const folder = dirname(file);
  const inner = (name) => (name.startsWith("./") ? load(join(folder, name)) : outer(name));
  script.runInThisContext()(module.exports, Object.assign(inner, outer), module, file, folder);
  return module.exports;
}

load(join(bundle, JSON.parse(readFileSync(join(bundle, "entry.json"), "utf8"))));
