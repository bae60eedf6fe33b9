/** Files of the archive that are not CPython's, or describe the machine that Pyodide was built for. */
const leftOut = [
  // Pyodide's own packages, and its stand-ins for modules that it does not build.
  /^_?pyodide\//,
  /^_?ssl\.py$/,
  /^_sysconfigdata_/,
  /^site-packages\//,
];

/** Whether `build-lib` leaves this archive entry out. Only Python sources are carried. */
export function isLeftOut(name) {
  return !name.endsWith(".py") || leftOut.some((pattern) => pattern.test(name));
}

/** Where Pyodide changed one of CPython's modules: `[pattern, CPython's text]`, each found at least once. */
const repairs = {
  "json/encoder.py": [[/^_JSNULL = None\n|^ *elif \w+ is _JSNULL:\n.*\n/gm, ""]],
  "zoneinfo/_common.py": [
    [
      /^ *import sys\n *if "tzdata" not in sys\.modules:\n *raise ZoneInfoNotFoundError\([^)]*\('tzdata'\)[^)]*\)\n/m,
      "",
    ],
  ],
};

/**
 * CPython's text of a file that Pyodide changed, else `null`. Throws if the change is no longer there,
 * so that a new version of the archive cannot bring an unnoticed difference.
 */
export function mend(name, read, mended) {
  const rules = repairs[name];
  if (rules === undefined) return null;
  mended.add(name);
  let text = read();
  for (const [pattern, replacement] of rules) {
    const next = text.replace(pattern, replacement);
    if (next === text) throw new Error(`${name}: nothing matches ${pattern}`);
    text = next;
  }
  if (/jsnull|pyodide/i.test(text)) throw new Error(`${name}: still differs from CPython's`);
  return text;
}

/** Throws if a file to be repaired was not in the archive. */
mend.finish = (mended) => {
  for (const name of Object.keys(repairs))
    if (!mended.has(name)) throw new Error(`${name}: not in the archive`);
};
