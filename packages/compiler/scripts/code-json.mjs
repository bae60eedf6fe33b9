/** Code objects as the oracle shows them, and what differs between two. */
import { LocalKind } from "@adder/bytecode";

function hex(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

function hexFloat(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return Number.isNaN(value) ? "nan" : bytes.toString("hex");
}

/** A constant in a form that is the same for equal constants of the same type. */
export function normalConstant(value) {
  switch (typeof value) {
    case "bigint":
      return { type: "bigint", value: String(value) };
    case "number":
      return Object.is(value, -0) ? "minus zero int" : value;
    case "string":
    case "boolean":
      return value;
  }
  if (value === null) return null;
  switch (value.type) {
    case "float":
      return { type: "float", value: hexFloat(value.value) };
    case "complex":
      return { type: "complex", real: hexFloat(value.real), imag: hexFloat(value.imag) };
    case "bytes":
      return { type: "bytes", value: [...value.value] };
    case "tuple":
      return { type: "tuple", items: value.items.map(normalConstant) };
    case "frozenset":
      return {
        type: "frozenset",
        items: value.items.map((item) => JSON.stringify(normalConstant(item))).sort(),
      };
    case "slice":
      return {
        type: "slice",
        start: normalConstant(value.start),
        stop: normalConstant(value.stop),
        step: normalConstant(value.step),
      };
    default:
      return value;
  }
}

/** Our code object with the field names and encodings of the oracle. */
export function codeJson(code) {
  const named = (mask) => code.localsplusNames.filter((_, i) => code.localsplusKinds[i] & mask);
  return {
    type: "code",
    argcount: code.argcount,
    posonlyargcount: code.posonlyargcount,
    kwonlyargcount: code.kwonlyargcount,
    stacksize: code.stacksize,
    flags: code.flags,
    code: hex(code.code),
    consts: code.consts.map((constant) =>
      constant !== null && typeof constant === "object" && constant.type === "code"
        ? codeJson(constant)
        : normalConstant(constant),
    ),
    names: [...code.names],
    varnames: named(LocalKind.LOCAL),
    cellvars: named(LocalKind.CELL),
    freevars: named(LocalKind.FREE),
    name: code.name,
    qualname: code.qualname,
    firstlineno: code.firstlineno,
    linetable: hex(code.linetable),
    exceptiontable: hex(code.exceptiontable),
  };
}

/** Nested code objects, outermost first, with the path to each. */
export function* nested(code, path = code.name) {
  yield [path, code];
  for (const constant of code.consts) {
    if (constant !== null && typeof constant === "object" && constant.type === "code")
      yield* nested(constant, `${path}.${constant.name}`);
  }
}

/** Names of the fields that differ, nested code objects left out. */
export function differingFields(ours, theirs) {
  const shallow = (key, value) =>
    key === "consts"
      ? value.map((constant) => (constant?.type === "code" ? `<code ${constant.name}>` : constant))
      : value;
  return Object.keys(theirs).filter(
    (key) => JSON.stringify(shallow(key, ours[key])) !== JSON.stringify(shallow(key, theirs[key])),
  );
}
