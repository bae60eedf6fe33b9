// Lays out CPython's own pure-Python library in `dist/lib`, from the archive that the npm package `pyodide` carries.
// `--force` does it even if the last result is up to date.
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { isLeftOut, mend } from "./mend-lib.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const archive = join(
  dirname(createRequire(import.meta.url).resolve("pyodide/package.json")),
  "python_stdlib.zip",
);
/** Modules of our own, which say what CPython's build would have said. */
const own = join(here, "python");
const target = join(here, "dist/lib");
const stampFile = join(here, "dist/lib.stamp");

const inputs = [
  archive,
  fileURLToPath(import.meta.url),
  join(here, "scripts/mend-lib.mjs"),
  join(here, "LICENSE-PYTHON.txt"),
  ...readdirSync(own).map((name) => join(own, name)),
];
const hash = createHash("sha256");
for (const file of inputs) hash.update(readFileSync(file));
const stamp = hash.digest("hex");

/** Whether the library laid out last came from the same inputs. */
function upToDate() {
  try {
    return readFileSync(stampFile, "utf8") === stamp && readFileSync(join(target, "LICENSE.txt")).length > 0;
  } catch {
    return false;
  }
}

if (process.argv.includes("--force") || !upToDate()) {
  const fresh = `${target}.${process.pid}`;
  const files = unzipSync(readFileSync(archive), { filter: (entry) => !isLeftOut(entry.name) });
  const mended = new Set();
  for (const [name, bytes] of Object.entries(files)) {
    const text = mend(name, () => strFromU8(bytes), mended);
    const file = join(fresh, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text ?? bytes);
  }
  mend.finish(mended);
  cpSync(own, fresh, { recursive: true });
  // The `license` built-in looks for this name beside `os.py`.
  writeFileSync(join(fresh, "LICENSE.txt"), readFileSync(join(here, "LICENSE-PYTHON.txt")));
  // Put in place by renaming: programs may be running from the old one.
  const old = `${fresh}.old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  writeFileSync(stampFile, stamp);
  rmSync(old, { recursive: true, force: true });
}
