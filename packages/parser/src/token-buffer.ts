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
    // One block of memory for all: small sources are parsed often, and each block costs.
    const block = new ArrayBuffer(capacity * 29);
    const column = (i: number) => new Int32Array(block, i * 4 * capacity, capacity);
    this.start = column(0);
    this.end = column(1);
    this.line = column(2);
    this.col = column(3);
    this.endLine = column(4);
    this.endCol = column(5);
    this.name = column(6);
    this.kind = new Uint8Array(block, capacity * 28, capacity);
  }

  /** Doubles the capacity. */
  grow(): void {
    const larger = new TokenBuffer(this.kind.length * 2);
    larger.start.set(this.start);
    larger.end.set(this.end);
    larger.line.set(this.line);
    larger.col.set(this.col);
    larger.endLine.set(this.endLine);
    larger.endCol.set(this.endCol);
    larger.name.set(this.name);
    larger.kind.set(this.kind);
    larger.length = this.length;
    Object.assign(this, larger);
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
