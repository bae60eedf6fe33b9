import type { SymbolTableEntry } from "@adder/compiler";
import {
  defineType,
  type GetSetRow,
  joinStr,
  objectId,
  PyDict,
  PyList,
  type PyObject,
  type PyType,
  type Str,
  strFromJs,
  strKey,
  type ThreadState,
  type Value,
} from "@adder/objects";

/** A block of a program as an object (CPython's `PySTEntryObject`). */
export class PySymbolTableEntry implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Flags by name. */
  readonly symbols = new PyDict();
  readonly varnames: PyList;
  readonly children: PyList;

  constructor(readonly entry: SymbolTableEntry) {
    this.cls = EntryType;
    for (const [name, flags] of entry.symbols) this.symbols.setStr(strKey(strFromJs(name)), flags);
    this.varnames = new PyList(entry.varnames.map(strFromJs));
    this.children = new PyList(entry.children.map(entryOf));
  }
}

/** The object for a block, and those for the blocks inside. */
export const entryOf = (entry: SymbolTableEntry): PySymbolTableEntry => new PySymbolTableEntry(entry);

type Getter = (ts: ThreadState, self: PySymbolTableEntry) => Value;

const members: readonly (readonly [string, Getter])[] = [
  ["id", (ts, self) => objectId(ts, self)],
  ["name", (_ts, self) => strFromJs(self.entry.name)],
  ["symbols", (_ts, self) => self.symbols],
  ["varnames", (_ts, self) => self.varnames],
  ["children", (_ts, self) => self.children],
  ["nested", (_ts, self) => (self.entry.nested ? 1 : 0)],
  ["type", (_ts, self) => self.entry.type],
  ["lineno", (_ts, self) => self.entry.lineno],
];

/** The type `symtable entry`. */
export const EntryType = defineType({
  name: "symtable entry",
  slots: {
    tp_repr(ts, self: PySymbolTableEntry): Str {
      const { name, lineno } = self.entry;
      return joinStr(["<symtable entry ", strFromJs(name), `(${objectId(ts, self)}), line ${lineno}>`], "");
    },
  },
  getset: members.map(([name, get]): GetSetRow => [name, get, null, null, "member"]),
});
