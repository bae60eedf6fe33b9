/** Tokens of one source in parallel arrays; index `i` in each array belongs to token `i`. */
export class TokenBuffer {
  /** Number of tokens. */
  length = 0;
  /** `T` of each token. */
  kind: Uint8Array;
  /** First UTF-16 index in the lexer's source. */
  start: Int32Array;
  /** UTF-16 index behind the last character. */
  end: Int32Array;
  /** First line, from 1. */
  line: Int32Array;
  /** First column, in the column unit asked for. */
  col: Int32Array;
  /** Last line. */
  endLine: Int32Array;
  /** Column behind the last character. */
  endCol: Int32Array;
  /** Name id of NAME tokens and reserved words, 0 for others. */
  name: Int32Array;

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity);
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.line = new Int32Array(capacity);
    this.col = new Int32Array(capacity);
    this.endLine = new Int32Array(capacity);
    this.endCol = new Int32Array(capacity);
    this.name = new Int32Array(capacity);
  }

  /** Doubles the capacity. */
  grow(): void {
    const capacity = this.kind.length * 2;
    const kind = new Uint8Array(capacity);
    kind.set(this.kind);
    this.kind = kind;
    this.start = grown(this.start, capacity);
    this.end = grown(this.end, capacity);
    this.line = grown(this.line, capacity);
    this.col = grown(this.col, capacity);
    this.endLine = grown(this.endLine, capacity);
    this.endCol = grown(this.endCol, capacity);
    this.name = grown(this.name, capacity);
  }

  /** Appends a token from places that are not hot. */
  push(
    kind: number,
    start: number,
    end: number,
    line: number,
    col: number,
    endLine: number,
    endCol: number,
  ): void {
    if (this.length === this.kind.length) this.grow();
    const i = this.length++;
    this.kind[i] = kind;
    this.start[i] = start;
    this.end[i] = end;
    this.line[i] = line;
    this.col[i] = col;
    this.endLine[i] = endLine;
    this.endCol[i] = endCol;
    this.name[i] = 0;
  }
}

function grown(from: Int32Array, capacity: number): Int32Array {
  const to = new Int32Array(capacity);
  to.set(from);
  return to;
}
