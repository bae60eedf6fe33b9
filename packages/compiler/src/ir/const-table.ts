import type { CodeObject, Constant } from "@adder/bytecode";

const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);

/** A float as text; zeros of either sign differ. NaN is equal to nothing, so the caller never sees two alike. */
function floatKey(value: number, table: ConstTable): string {
  if (Number.isNaN(value)) return `nan${table.values.length}`;
  double[0] = value;
  return `${words[1].toString(36)}_${words[0].toString(36)}`;
}

function bytesEqual(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Equality of code objects as CPython's `code_richcompare` sees it, for code of one compilation. */
function sameCode(a: CodeObject, b: CodeObject): boolean {
  if (a === b) return true;
  if (
    a.name !== b.name ||
    a.argcount !== b.argcount ||
    a.posonlyargcount !== b.posonlyargcount ||
    a.kwonlyargcount !== b.kwonlyargcount ||
    a.flags !== b.flags ||
    a.firstlineno !== b.firstlineno ||
    a.consts.length !== b.consts.length ||
    a.names.length !== b.names.length ||
    a.localsplusNames.length !== b.localsplusNames.length ||
    !bytesEqual(a.code, b.code) ||
    !bytesEqual(a.linetable, b.linetable) ||
    !bytesEqual(a.exceptiontable, b.exceptiontable) ||
    !a.names.every((name, i) => name === b.names[i]) ||
    !a.localsplusNames.every((name, i) => name === b.localsplusNames[i])
  ) {
    return false;
  }
  const left = new ConstTable();
  const right = new ConstTable();
  return a.consts.every((constant, i) => {
    const other = b.consts[i];
    if (isCode(constant)) return isCode(other) && sameCode(constant, other);
    return !isCode(other) && left.keyOf(constant) === right.keyOf(other);
  });
}

function isCode(constant: Constant): constant is CodeObject {
  return typeof constant === "object" && constant !== null && constant.type === "code";
}

/**
 * The constants of a unit in the order of their first use. Constants of equal type and value are one entry; `1`,
 * `1.0`, `True`, `0.0` and `-0.0` are all different, inside tuples too.
 * Follows CPython's `_PyCode_ConstantKey` (`Objects/codeobject.c`).
 */
export class ConstTable {
  readonly values: Constant[] = [];
  /** Indices of strings, which are most constants: no key has to be made for them. */
  private readonly strings = new Map<string, number>();
  private others: Map<string | number | bigint | boolean | null, number> | null = null;
  private codes: Map<string, number[]> | null = null;

  /** Index of a constant, which is appended unless it is there. */
  add(constant: Constant): number {
    if (typeof constant === "string") return this.addKeyed(this.strings, constant, constant);
    if (isCode(constant)) return this.addCode(constant);
    this.others ??= new Map();
    return this.addKeyed(this.others, this.keyOf(constant), constant);
  }

  private addKeyed<K>(indices: Map<K, number>, key: K, constant: Constant): number {
    const index = indices.get(key);
    if (index !== undefined) return index;
    indices.set(key, this.values.length);
    return this.values.push(constant) - 1;
  }

  /** What is equal for equal constants of one table and different for others. */
  keyOf(constant: Constant): string | number | bigint | boolean | null {
    if (typeof constant === "string") return `s${constant}`;
    if (typeof constant !== "object" || constant === null) return constant;
    return this.compositeKey(constant);
  }

  /** A code object that was compiled twice (the body of `finally`) is one constant. */
  private addCode(code: CodeObject): number {
    this.codes ??= new Map();
    const key = `${code.firstlineno} ${code.name}`;
    const known = this.codes.get(key);
    const index = this.values.length;
    if (known === undefined) this.codes.set(key, [index]);
    else {
      for (const i of known) if (sameCode(this.values[i] as CodeObject, code)) return i;
      known.push(index);
    }
    this.values.push(code);
    return index;
  }

  private compositeKey(constant: Exclude<Constant, string | number | bigint | boolean | null>): string {
    switch (constant.type) {
      case "float":
        return `f${floatKey(constant.value, this)}`;
      case "complex":
        return `c${floatKey(constant.real, this)}_${floatKey(constant.imag, this)}`;
      case "str":
        return `w${constant.codePoints.join()}`;
      case "bytes":
        return `b${String.fromCharCode(...constant.value.subarray(0, 1000))}${
          constant.value.length > 1000 ? constant.value.subarray(1000).join() : ""
        }`;
      case "ellipsis":
        return "e";
      case "tuple":
        return `t${this.listKey(constant.items)}`;
      case "frozenset":
        return `z${constant.items
          .map((item) => this.itemKey(item))
          .sort()
          .join("")}`;
      case "slice":
        return `l${this.listKey([constant.start, constant.stop, constant.step])}`;
      case "code":
        // Code inside a tuple does not come from source; identity is enough.
        return `o${this.addCode(constant)}`;
    }
  }

  private listKey(items: readonly Constant[]): string {
    let key = "";
    for (const item of items) key += this.itemKey(item);
    return key;
  }

  /** Keys of items carry their length, so that no two lists of items read alike. */
  private itemKey(item: Constant): string {
    const key = this.keyOf(item);
    const text = typeof key === "string" ? key : `${typeof key}${key}`;
    return `${text.length}:${text}`;
  }
}
