import { readdirSync, readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix, relative, sep } from "node:path";
import { parseAst } from "rolldown/parseAst";

/**
 * What each package may import: the arrows of ARCHITECTURE.md. What is not listed is forbidden.
 * @type {Record<string, string[]>}
 */
export const allowed = {
  ast: [],
  bytecode: ["ast"],
  parser: ["ast"],
  compiler: ["ast", "bytecode"],
  objects: ["ast", "bytecode"],
  frames: ["ast", "bytecode", "objects"],
  specializer: ["ast", "bytecode", "objects", "frames"],
  jit: ["ast", "bytecode", "objects", "frames"],
  runtime: ["ast", "bytecode", "objects", "frames"],
  stdlib: ["ast", "bytecode", "parser", "compiler", "objects", "frames"],
  adder: [
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
  ],
};

/** What packages offer to others beside their main entry. */
const otherEntries = new Set(["runtime/templates"]);

/** Packages that may depend on npm libraries at run time. */
const mayUseLibraries = new Set(["stdlib", "adder"]);

/** Beginnings of paths in `packages/adder/src` of what is Node's side of a port; all other code runs in a browser too. */
const nodeFolders = ["cli/", "host/node", "host/find-library"];

/** The modules that a TypeScript source imports, in any syntax. */
export function importsOf(text) {
  const found = new Set();
  const visit = (node) => {
    if (node === null || typeof node !== "object") return;
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
      return;
    }
    const source = node.source;
    if (/^(Import|Export)|^TSImportType$/.test(node.type ?? "") && typeof source?.value === "string")
      found.add(source.value);
    if (node.type === "TSExternalModuleReference") found.add(node.expression.value);
    for (const key in node) if (key !== "type") visit(node[key]);
  };
  visit(parseAst(text, { lang: "ts" }).body);
  return [...found];
}

/** What is wrong with one import, or `null`. `path` is relative to the package's `src`. */
function faultOf(packageName, manifest, path, specifier, isTest) {
  const own = /^@adder\/([^/]+)(\/.*)?$/.exec(specifier);
  if (own !== null) {
    const [, target, deep] = own;
    // `@adder/x/testing` is what a package offers to the tests of others.
    const offered =
      deep === undefined || otherEntries.has(`${target}${deep}`) || (deep === "/testing" && isTest);
    if (!offered) return "imports another package's inner file";
    if (target === packageName) return "imports its own package by name";
    if (!(allowed[packageName] ?? []).includes(target)) return `${packageName} may not import ${target}`;
    const declared = { ...manifest.dependencies, ...(isTest ? manifest.devDependencies : {}) };
    return `@adder/${target}` in declared ? null : "is not among the dependencies in package.json";
  }
  if (specifier.startsWith(".")) {
    return posix.normalize(posix.join(posix.dirname(path), specifier)).startsWith("..")
      ? "leaves the package by a relative path"
      : null;
  }
  if (isTest) return null;
  if (isBuiltin(specifier)) {
    return packageName === "adder" && nodeFolders.some((folder) => path.startsWith(folder))
      ? null
      : "is Node's: the host is reached through the Host port";
  }
  if (!mayUseLibraries.has(packageName)) return "is a library, and core packages have none";
  const library = /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)[1];
  return library in (manifest.dependencies ?? {}) ? null : "is not among the dependencies in package.json";
}

/**
 * All faults of one package: `{ name, manifest, references, sources }`, where `references` are the packages that
 * tsconfig.json refers to and `sources` maps paths under `src` to their text.
 */
export function faultsOf({ name, manifest, references, sources }) {
  const faults = [];
  const used = new Set();
  for (const [path, text] of Object.entries(sources)) {
    const isTest = path.endsWith(".test.ts");
    for (const specifier of importsOf(text)) {
      const fault = faultOf(name, manifest, path, specifier, isTest);
      if (fault !== null) faults.push(`packages/${name}/src/${path}: "${specifier}" ${fault}`);
      if (!isTest && specifier.startsWith("@adder/")) used.add(specifier);
    }
  }
  const declared = Object.keys(manifest.dependencies ?? {}).filter((d) => d.startsWith("@adder/"));
  for (const dependency of declared) {
    const target = dependency.slice("@adder/".length);
    if (!(allowed[name] ?? []).includes(target))
      faults.push(`packages/${name}/package.json: may not depend on ${dependency}`);
    else if (!used.has(dependency))
      faults.push(`packages/${name}/package.json: ${dependency} is never imported`);
    if (!references.includes(target))
      faults.push(`packages/${name}/tsconfig.json: does not refer to ../${target}`);
  }
  for (const target of references) {
    if (!declared.includes(`@adder/${target}`))
      faults.push(`packages/${name}/tsconfig.json: refers to ../${target}, which is no dependency`);
  }
  return faults;
}

/** Reads a package of the workspace into the form that `faultsOf` takes. */
export function readPackage(root, name) {
  const folder = join(root, "packages", name);
  const json = (file) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const src = join(folder, "src");
  const sources = {};
  for (const entry of readdirSync(src, { recursive: true })) {
    const file = join(src, entry);
    if (/\.[cm]?tsx?$/.test(entry) && statSync(file).isFile()) {
      sources[relative(src, file).split(sep).join("/")] = readFileSync(file, "utf8");
    }
  }
  const references = (json("tsconfig.json").references ?? []).map((r) => r.path.replace(/^\.\.\//, ""));
  return { name, manifest: json("package.json"), references, sources };
}
