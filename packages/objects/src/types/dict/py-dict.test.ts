import { describe, expect, test } from "vitest";
import { ObjectType } from "../../core/builtin-types.js";
import { defineType } from "../../core/define.js";
import { hash } from "../../core/numbers.js";
import { type PyObject, PyPlainObject, type Value } from "../../core/object.js";
import { CompareOp } from "../../core/slots.js";
import type { PyType } from "../../core/type.js";
import { testThread } from "../../testing/index.js";
import { float, shown, tuple } from "../../testing/values.js";
import { None } from "../none/singletons.js";
import { strFromJs, strKey } from "../str/py-str.js";
import { PyDict } from "./py-dict.js";

const ts = testThread();

/** A key that hashes and compares as another value does, and says so in `log`. */
class Key implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly like: Value,
    cls: PyType = KeyType,
  ) {
    this.cls = cls;
  }
}
let log: string[] = [];
const KeyType = defineType({
  name: "Key",
  slots: {
    tp_hash: (thread, self: Key) => {
      log.push("hash");
      return hash(thread, self.like);
    },
    tp_richcompare: (_ts, self: Key, other, op) => {
      log.push("eq");
      return (op === CompareOp.EQ) === (self.like === (other instanceof Key ? other.like : other));
    },
  },
});

const keysOf = (d: PyDict): Value[] => d.keysArray();

describe.each([3, 40])("a dict with %d other strs and ints", (size) => {
  const filled = (): PyDict => {
    const d = new PyDict();
    for (let i = 0; i < size; i++) {
      d.set(ts, `k${i}`, i);
      d.set(ts, 1000 + i, i);
    }
    return d;
  };

  test("finds keys of each kind", () => {
    const d = filled();
    const wide = strFromJs("\u{1F600}");
    const object = new PyPlainObject(ObjectType);
    const keys: Value[] = [
      7,
      "a",
      float(0.5),
      2n ** 70n,
      tuple(1, "x"),
      wide,
      None,
      object,
      true,
      new Key(99),
    ];
    keys.forEach((key, i) => void d.set(ts, key, i));
    expect(keys.map((key) => d.get(ts, key))).toEqual(keys.map((_key, i) => i));
    expect(d.get(ts, tuple(1, "x"))).toBe(4);
    expect(d.getStr(strKey(wide))).toBe(5);
    expect(d.get(ts, 8)).toBeUndefined();
    expect(d.get(ts, tuple(1, "y"))).toBeUndefined();
    expect(d.size).toBe(2 * size + keys.length);
  });

  test("takes 1, 1.0 and True for one key, and keeps the first", () => {
    const d = filled();
    d.set(ts, float(1), "float");
    d.set(ts, 1, "int");
    d.set(ts, true, "bool");
    expect(keysOf(d).at(-1)).toEqual(float(1));
    expect(d.get(ts, 1)).toBe("bool");
    expect(d.size).toBe(2 * size + 1);
  });

  test("keeps a key's place when its value is replaced, and gives it a new one after deletion", () => {
    const d = filled();
    d.set(ts, "k0", "new");
    expect(keysOf(d)[0]).toBe("k0");
    d.delete(ts, "k0");
    d.set(ts, "k0", "again");
    expect(keysOf(d).at(-1)).toBe("k0");
  });

  test("finds a str by an object that equals it, and the other way round", () => {
    const d = filled();
    expect(d.get(ts, new Key("k1"))).toBe(1);
    d.set(ts, new Key("ghost"), "boo");
    expect(d.get(ts, "ghost")).toBe("boo");
    expect(d.get(ts, 1002)).toBe(2);
    expect(d.get(ts, new Key(1002))).toBe(2);
    expect(d.delete(ts, "ghost")).toBe(true);
    expect(d.get(ts, new Key("ghost"))).toBeUndefined();
  });

  test("survives many deletions and insertions", () => {
    const d = filled();
    for (let i = 0; i < 500; i++) {
      d.set(ts, `n${i}`, i);
      d.set(ts, i, i);
      if (i >= 10) {
        expect(d.delete(ts, `n${i - 10}`)).toBe(true);
        expect(d.delete(ts, i - 10)).toBe(true);
      }
    }
    expect(d.size).toBe(2 * size + 20);
    expect(d.get(ts, "n495")).toBe(495);
    expect(d.get(ts, 495)).toBe(495);
    expect(d.get(ts, 5)).toBeUndefined();
    expect(d.keys.length).toBeLessThan(4 * (2 * size + 20));
  });

  test("copies without hashing again", () => {
    const d = filled();
    const key = new Key("x");
    d.set(ts, key, 1);
    log = [];
    const copy = d.copy();
    expect(log).toEqual([]);
    expect(copy.get(ts, key)).toBe(1);
    copy.set(ts, "only here", 2);
    expect(d.hasStr("only here")).toBe(false);
  });
});

test("the version changes with the keys, not with the values", () => {
  const d = new PyDict();
  const seen = [d.watchKeys()];
  d.setStr("a", 1);
  expect(d.keysVersion).toBe(0);
  seen.push(d.watchKeys());
  d.setStr("a", 2);
  expect(d.keysVersion).toBe(seen[1]);
  d.deleteStr("a");
  seen.push(d.watchKeys());
  expect(new Set(seen).size).toBe(3);
});

test("the last item can be taken away again and again", () => {
  const d = new PyDict();
  for (let round = 0; round < 200; round++) {
    d.set(ts, round, round);
    d.set(ts, `s${round}`, round);
    d.removeLast(d.lastEntry());
  }
  expect(d.size).toBe(200);
  expect(d.lastEntry()).toBe(199);
  expect(d.get(ts, "s150")).toBeUndefined();
  expect(d.get(ts, 150)).toBe(150);
});

test("a comparison that empties the dict starts the search again", () => {
  const d = new PyDict();
  const Eraser = defineType({
    name: "Eraser",
    slots: {
      tp_hash: () => 1,
      tp_richcompare: () => {
        d.clear();
        return false;
      },
    },
  });
  d.set(ts, new Key(1, Eraser), "old");
  d.set(ts, new Key(1, Eraser), "new");
  expect(d.valuesArray()).toEqual(["new"]);
});

test("unhashable keys are refused in CPython 3.14's words", () => {
  const d = new PyDict();
  const inner = tuple(new PyDict());
  expect(d.get(ts, inner)).toBeNull();
  expect(shown(ts, null)).toBe("TypeError: cannot use 'tuple' as a dict key (unhashable type: 'dict')");
});
