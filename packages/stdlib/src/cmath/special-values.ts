import { PyComplex } from "@adder/objects";

/**
 * What the functions answer where a part of the argument is infinite or not a number (C99 Annex G; the tables of
 * CPython's `Modules/cmathmodule.c`), as CPython 3.14 tells when asked. A row for each real part, a column for each
 * imaginary part, in this order: -inf, negative, -0, 0, positive, inf, nan. An entry is two letters of {@link parts},
 * `EE` for a domain error, `..` where both parts are finite.
 */
const tables = {
  acos: [
    "ti pi pi pI pI tI ni",
    "hi .. .. .. .. hI nn",
    "hi .. .. .. .. hI hn",
    "hi .. .. .. .. hI hn",
    "hi .. .. .. .. hI nn",
    "qi 0i 0i 0I 0I qI ni",
    "ni nn nn nn nn nI nn",
  ],
  acosh: [
    "iT iP iP ip ip it in",
    "iH .. .. .. .. ih nn",
    "iH .. .. .. .. ih nh",
    "iH .. .. .. .. ih nh",
    "iH .. .. .. .. ih nn",
    "iQ io io i0 i0 iq in",
    "in nn nn nn nn in nn",
  ],
  asinh: [
    "IQ Io Io I0 I0 Iq In",
    "IH .. .. .. .. Ih nn",
    "IH .. .. .. .. Ih nn",
    "iH .. .. .. .. ih nn",
    "iH .. .. .. .. ih nn",
    "iQ io io i0 i0 iq in",
    "in nn no n0 nn in nn",
  ],
  atanh: [
    "oH oH oH oh oh oh on",
    "oH .. .. .. .. oh nn",
    "oH .. .. .. .. oh on",
    "0H .. .. .. .. 0h 0n",
    "0H .. .. .. .. 0h nn",
    "0H 0H 0H 0h 0h 0h 0n",
    "0H nn nn nn nn 0h nn",
  ],
  cosh: [
    "EE Ii i0 io II EE in",
    "EE .. .. .. .. EE nn",
    "EE .. .. .. .. EE n0",
    "EE .. .. .. .. EE n0",
    "EE .. .. .. .. EE nn",
    "EE II io i0 Ii EE in",
    "nn nn n0 n0 nn nn nn",
  ],
  exp: [
    "00 oo 0o 00 o0 00 00",
    "EE .. .. .. .. EE nn",
    "EE .. .. .. .. EE nn",
    "EE .. .. .. .. EE nn",
    "EE .. .. .. .. EE nn",
    "EE II io i0 Ii EE in",
    "nn nn no n0 nn nn nn",
  ],
  log: [
    "iT iP iP ip ip it in",
    "iH .. .. .. .. ih nn",
    "iH .. .. .. .. ih nn",
    "iH .. .. .. .. ih nn",
    "iH .. .. .. .. ih nn",
    "iQ io io i0 i0 iq in",
    "in nn nn nn nn in nn",
  ],
  sinh: [
    "EE iI Io I0 ii EE in",
    "EE .. .. .. .. EE nn",
    "EE .. .. .. .. EE 0n",
    "EE .. .. .. .. EE 0n",
    "EE .. .. .. .. EE nn",
    "EE II io i0 Ii EE in",
    "nn nn no n0 nn nn nn",
  ],
  sqrt: [
    "iI 0I 0I 0i 0i ii ni",
    "iI .. .. .. .. ii nn",
    "iI .. .. .. .. ii nn",
    "iI .. .. .. .. ii nn",
    "iI .. .. .. .. ii nn",
    "iI io io i0 i0 ii in",
    "iI nn nn nn nn ii nn",
  ],
  tanh: [
    "m0 m0 mo m0 mo m0 m0",
    "EE .. .. .. .. EE nn",
    "EE .. .. .. .. EE on",
    "EE .. .. .. .. EE 0n",
    "EE .. .. .. .. EE nn",
    "10 10 1o 10 1o 10 10",
    "nn nn no n0 nn nn nn",
  ],
  rect: [
    "EE ii I0 Io iI EE in",
    "EE .. .. .. .. EE nn",
    "00 .. .. .. .. 00 00",
    "00 .. .. .. .. 00 00",
    "EE .. .. .. .. EE nn",
    "EE II io i0 Ii EE in",
    "nn nn n0 n0 nn nn nn",
  ],
} as const satisfies Record<string, readonly string[]>;

/** Name of a function that has a table. */
export type Tabulated = keyof typeof tables;

/** What the letters of the tables stand for. */
const parts: Readonly<Record<string, number>> = {
  "0": 0,
  o: -0,
  "1": 1,
  m: -1,
  i: Number.POSITIVE_INFINITY,
  I: Number.NEGATIVE_INFINITY,
  n: Number.NaN,
  q: Math.PI / 4,
  Q: -Math.PI / 4,
  h: Math.PI / 2,
  H: -Math.PI / 2,
  t: (Math.PI / 4) * 3,
  T: (-Math.PI / 4) * 3,
  p: Math.PI,
  P: -Math.PI,
};

/** Row or column of a part. */
function kindOf(x: number): number {
  if (Number.isNaN(x)) return 6;
  if (x === 0) return Object.is(x, -0) ? 2 : 3;
  if (Number.isFinite(x)) return x < 0 ? 1 : 4;
  return x < 0 ? 0 : 5;
}

/** The entry for an argument of which not both parts are finite. */
export function specialValue(name: Tabulated, x: number, y: number): PyComplex | "domain" {
  const row = tables[name][kindOf(x)];
  const at = 3 * kindOf(y);
  if (row[at] === "E") return "domain";
  return new PyComplex(parts[row[at]], parts[row[at + 1]]);
}
