import {
  asStr,
  call,
  decode,
  getOptionalAttr,
  HostError,
  type PyDict,
  readFile,
  type ThreadState,
  toJs,
} from "@adder/objects";

/** Sources that are in no file: those of the prompt, of `-c`, of cells. */
class KnownSources {
  readonly byFilename = new Map<string, readonly string[]>();

  static of(ts: ThreadState): KnownSources {
    return ts.interp.state(KnownSources, () => new KnownSources());
  }
}

/** Lets tracebacks show lines of a source that is in no file (`"<string>"`). */
export function registerSource(ts: ThreadState, filename: string, source: string): void {
  KnownSources.of(ts).byFilename.set(filename, sourceLines(source));
}

/** The lines of a source that was registered, or of a file; `null` when there is neither. */
export function linesOf(ts: ThreadState, filename: string): readonly string[] | null {
  return KnownSources.of(ts).byFilename.get(filename) ?? readLines(ts, filename);
}

const sourceLines = (source: string): string[] => source.split(/\r\n|\r|\n/);

/** The lines of a source file; `null` when it cannot be read. */
export function readLines(ts: ThreadState, filename: string): readonly string[] | null {
  let bytes: Uint8Array;
  try {
    bytes = readFile(ts.interp.host.files, filename);
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
  const text = decodeSource(ts, bytes);
  return text === null ? null : sourceLines(text);
}

/** The text of a source file, in the encoding that one of its first two lines names (PEP 263). */
function decodeSource(ts: ThreadState, bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
  let head = "";
  for (const byte of bytes.subarray(0, 400)) head += String.fromCharCode(byte);
  const cookie = /^(?:[^\n]*\n)?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(head);
  const text = decode(ts, bytes, cookie === null ? "utf-8" : cookie[1], "strict");
  if (text === null) ts.pending = null;
  const decoded = text === null ? undefined : asStr(text);
  return decoded === undefined ? null : toJs(decoded);
}

/** The lines of sources while one traceback is printed (what `linecache` is to `traceback`). */
export class SourceLines {
  readonly #files = new Map<string, readonly string[]>();

  constructor(private readonly ts: ThreadState) {}

  /**
   * A line without blanks at its end; `""` where it cannot be read.
   *
   * @param globals of the module, whose loader may know a source that is in no file
   */
  line(filename: string, lineno: number, globals: PyDict): string {
    let lines = this.#files.get(filename);
    if (lines === undefined) {
      lines = this.#read(filename, globals);
      this.#files.set(filename, lines);
    }
    return (lines[lineno - 1] ?? "").replace(/[\s\x1c-\x1f\x85]+$/, "");
  }

  #read(filename: string, globals: PyDict): readonly string[] {
    const known = KnownSources.of(this.ts).byFilename.get(filename);
    if (known !== undefined) return known;
    if (!(filename.startsWith("<") && filename.endsWith(">"))) {
      const lines = readLines(this.ts, filename);
      if (lines !== null) return lines;
    }
    return sourceLines(this.#fromLoader(globals) ?? "");
  }

  /** What `__loader__.get_source(__name__)` of a module answers. */
  #fromLoader(globals: PyDict): string | null {
    const { ts } = this;
    const loader = globals.getStr("__loader__");
    const name = globals.getStr("__name__");
    if (loader === undefined || name === undefined) return null;
    const method = getOptionalAttr(ts, loader, "get_source");
    const source = method === null || method === undefined ? null : call(ts, method, [name]);
    if (source === null) {
      ts.pending = null;
      return null;
    }
    const text = asStr(source);
    return text === undefined ? null : toJs(text);
  }
}
