import {
  HostError,
  ImportErrorType,
  importName,
  type Result,
  raise,
  readFile,
  type Str,
  type ThreadState,
  textOfUnits,
  toJs,
} from "@adder/objects";

/** What all code points of a run have in common. */
export type Properties = readonly [
  category: string,
  bidirectional: string,
  combining: number,
  mirrored: number,
  eastAsianWidth: string,
];

/** A file of properties, as `scripts/build-unicode.mjs` writes it. */
interface PropertyFile {
  readonly version: string;
  readonly records: readonly Properties[];
  /** Length and record of each run of code points, one after the other. */
  readonly runs: readonly number[];
  /** By decimal code point: the mapping as UnicodeData.txt has it. */
  readonly decomposition: Readonly<Record<string, string>>;
  /** By decimal code point. */
  readonly numeric: Readonly<
    Record<string, readonly [decimal: number | null, digit: number | null, numeric: number]>
  >;
  /** Code points whose canonical decomposition is never put together again. */
  readonly excluded: readonly number[];
}

/** The file of names. */
interface NameFile {
  readonly names: Readonly<Record<string, string>>;
  /** Runs of code points whose names end with the code point. */
  readonly ranges: readonly (readonly [first: number, last: number, prefix: string])[];
  /** Names that no character has as its own, and what they mean. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** The properties of one version of Unicode. */
export class Database {
  readonly version: string;
  readonly numeric: PropertyFile["numeric"];
  readonly decomposition: PropertyFile["decomposition"];
  /** First code point of each run. */
  readonly #starts: Int32Array;
  readonly #records: readonly Properties[];
  /** Full decompositions, canonical and compatible, as far as they were needed. */
  readonly canonical = new Map<number, readonly number[]>();
  readonly compatible = new Map<number, readonly number[]>();
  #composites: Map<number, Map<number, number>> | null = null;
  readonly #excluded: ReadonlySet<number>;

  constructor(file: PropertyFile) {
    this.version = file.version;
    this.numeric = file.numeric;
    this.decomposition = file.decomposition;
    this.#excluded = new Set(file.excluded);
    const count = file.runs.length / 2;
    this.#starts = new Int32Array(count);
    const records: Properties[] = [];
    for (let i = 0, at = 0; i < count; i++) {
      this.#starts[i] = at;
      at += file.runs[2 * i];
      records.push(file.records[file.runs[2 * i + 1]]);
    }
    this.#records = records;
  }

  /** Properties of a code point. */
  of(codePoint: number): Properties {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= codePoint) low = middle;
      else high = middle - 1;
    }
    return this.#records[low];
  }

  /** Composites by first and second code point: canonical decompositions into two that may be put together again. */
  get composites(): ReadonlyMap<number, ReadonlyMap<number, number>> {
    if (this.#composites !== null) return this.#composites;
    const composites = new Map<number, Map<number, number>>();
    for (const [composite, mapping] of Object.entries(this.decomposition)) {
      if (mapping.startsWith("<") || this.#excluded.has(Number(composite))) continue;
      const [first, second] = mapping.split(" ").map((hex) => Number.parseInt(hex, 16));
      if (second === undefined) continue;
      const seconds = composites.get(first) ?? new Map<number, number>();
      seconds.set(second, Number(composite));
      composites.set(first, seconds);
    }
    this.#composites = composites;
    return composites;
  }
}

/** Names of characters, both ways. */
export class Names {
  readonly byCodePoint: ReadonlyMap<number, string>;
  /** What a name means: one character, or for a named sequence several. */
  readonly byName: ReadonlyMap<string, string>;
  readonly ranges: NameFile["ranges"];

  constructor(file: NameFile) {
    this.ranges = file.ranges;
    const byCodePoint = new Map<number, string>();
    const byName = new Map<string, string>(Object.entries(file.aliases));
    for (const [key, name] of Object.entries(file.names)) {
      byCodePoint.set(Number(key), name);
      byName.set(name, String.fromCodePoint(Number(key)));
    }
    this.byCodePoint = byCodePoint;
    this.byName = byName;
  }
}

/** What was loaded; the same for all interpreters, since it never changes. */
const loaded = new Map<string, unknown>();

/** Reads a data file of the library. Raises ImportError. */
function load<F, T>(ts: ThreadState, name: string, make: (file: F) => T): Result<T> {
  const known = loaded.get(name);
  if (known !== undefined) return known as T;
  const folder = importName(ts, "sys", "_stdlib_dir");
  if (folder === null) return null;
  let bytes: Uint8Array;
  try {
    bytes = readFile(ts.interp.host.files, `${toJs(folder as Str)}/unicode/${name}.json`);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return raise(ts, ImportErrorType, `the data of unicodedata is missing: unicode/${name}.json`);
  }
  const made = make(JSON.parse(textOfUnits(bytes)) as F);
  loaded.set(name, made);
  return made;
}

/** Unicode 16.0, or 3.2 for `ucd_3_2_0`. */
export function databaseOf(ts: ThreadState, old: boolean): Result<Database> {
  return load(ts, old ? "old" : "current", (file: PropertyFile) => new Database(file));
}

/** The names of Unicode 16.0. */
export function namesOf(ts: ThreadState): Result<Names> {
  return load(ts, "names", (file: NameFile) => new Names(file));
}
