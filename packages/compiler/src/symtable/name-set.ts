const EMPTY: ReadonlySet<string> = new Set();

/**
 * A set of names that starts as one of the enclosing block's and is copied when it first changes; most blocks
 * change none of theirs.
 */
export class NameSet {
  private names: ReadonlySet<string>;
  private own: Set<string> | null = null;

  constructor(names: ReadonlySet<string> = EMPTY) {
    this.names = names;
  }

  /** The names, not to be changed. */
  get view(): ReadonlySet<string> {
    return this.names;
  }

  get size(): number {
    return this.names.size;
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  private writable(): Set<string> {
    this.own ??= new Set(this.names);
    this.names = this.own;
    return this.own;
  }

  add(name: string): void {
    if (!this.names.has(name)) this.writable().add(name);
  }

  addAll(names: ReadonlySet<string>): void {
    if (this.names.size === 0 && this.own === null) this.names = names;
    else for (const name of names) this.add(name);
  }

  /** Removes a name and tells whether it was there. */
  delete(name: string): boolean {
    return this.names.has(name) && this.writable().delete(name);
  }
}
