import {
  asStr,
  BytesType,
  call,
  callMethod,
  decode,
  getAttr,
  isInstance,
  isSubtype,
  type ModuleSpec,
  normalize,
  type PyBytes,
  PyFloat,
  PyList,
  PyType,
  type Result,
  raise,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { ArrayType } from "./array-type.js";
import { itemTypes, typecodes } from "./item-types.js";

/** How a pickle says that items lie in memory: by its number, `[size, kind, little]`. */
const machineFormats: readonly (readonly [
  size: number,
  kind: "u" | "i" | "f" | "utf16" | "utf32",
  little: boolean,
])[] = [
  [1, "u", true],
  [1, "i", true],
  [2, "u", true],
  [2, "u", false],
  [2, "i", true],
  [2, "i", false],
  [4, "u", true],
  [4, "u", false],
  [4, "i", true],
  [4, "i", false],
  [8, "u", true],
  [8, "u", false],
  [8, "i", true],
  [8, "i", false],
  [4, "f", true],
  [4, "f", false],
  [8, "f", true],
  [8, "f", false],
  [2, "utf16", true],
  [2, "utf16", false],
  [4, "utf32", true],
  [4, "utf32", false],
];

/** `_array_reconstructor(arraytype, typecode, mformat_code, items)`, which pickles call. */
function reconstruct(
  ts: ThreadState,
  _module: Value,
  cls: Value,
  typecode: Value,
  formatValue: Value,
  items: Value,
): Result<Value> {
  if (!(cls instanceof PyType)) {
    return raise(ts, TypeErrorType, `first argument must be a type object, not ${typeName(cls)}`);
  }
  if (!isSubtype(cls, ArrayType)) {
    return raise(ts, TypeErrorType, `${cls.tpName} is not a subtype of ${ArrayType.tpName}`);
  }
  const code = asStr(typecode);
  if (code === undefined || !itemTypes.has(toJs(code))) {
    return raise(ts, ValueErrorType, "second argument must be a valid type code");
  }
  const number = sizeArgument(ts, formatValue);
  if (number === null) return null;
  const format = machineFormats[number];
  if (format === undefined) {
    return raise(ts, ValueErrorType, "third argument must be a valid machine format code.");
  }
  if (!isInstance(items, BytesType)) {
    return raise(ts, TypeErrorType, `fourth argument should be bytes, not ${typeName(items)}`);
  }
  const { value: bytes } = items as PyBytes;
  const [size, kind, little] = format;
  if (bytes.length % size !== 0) {
    return raise(
      ts,
      ValueErrorType,
      kind.startsWith("utf")
        ? "string length not a multiple of item size"
        : "bytes length not a multiple of item size",
    );
  }
  const memory = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (kind === "utf16" || kind === "utf32") {
    const text = decode(ts, bytes, `${kind.replace("utf", "utf-")}-${little ? "le" : "be"}`, "strict");
    return text === null ? null : call(ts, cls, [code, text]);
  }
  const values: Value[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    if (kind === "f")
      values.push(new PyFloat(size === 4 ? memory.getFloat32(at, little) : memory.getFloat64(at, little)));
    else {
      let bits = 0n;
      for (let i = 0; i < size; i++) bits |= BigInt(bytes[at + (little ? i : size - 1 - i)]) << BigInt(8 * i);
      values.push(normalize(kind === "i" ? BigInt.asIntN(8 * size, bits) : bits));
    }
  }
  return call(ts, cls, [code, new PyList(values)]);
}

/** `array` (CPython `Modules/arraymodule.c`). */
export const arrayModule: ModuleSpec = {
  name: "array",
  doc: "Sequences of items of one type: characters, integers, floating-point numbers, held as the machine holds them.",
  functions: [
    [
      "_array_reconstructor",
      "($module, arraytype, typecode, mformat_code, items, /)",
      reconstruct,
      "Internal. Used for pickling support.",
    ],
  ],
  types: [ArrayType],
  attributes: { typecodes },
  exec: (ts, set) => {
    set("ArrayType", ArrayType);
    const abc = ts.interp.evaluator.importModule(ts, "collections.abc");
    const sequence = abc === null ? null : getAttr(ts, abc, "MutableSequence");
    const registered = sequence === null ? null : callMethod(ts, sequence, "register", [ArrayType]);
    return registered === null ? null : true;
  },
};
