import {
  bytesToBig,
  call,
  callMethod,
  clearPending,
  decode,
  EOFErrorType,
  emptyTuple,
  FrozenSetType,
  IntType,
  iterNext,
  memoryViewOf,
  None,
  normalize,
  OverflowErrorType,
  PyByteArray,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PySet,
  PyTuple,
  parseFloatText,
  parseInteger,
  pendingMatches,
  type Result,
  raise,
  type Status,
  StrType,
  strFromJs,
  type ThreadState,
  textOfUnits,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { escapeDecode, unicodeEscapeDecode } from "../_codecs/escapes.js";
import { cannotUnpickle, UnpicklingErrorType } from "./errors.js";
import type { Input } from "./input.js";
import {
  addItems,
  append,
  build,
  instantiate,
  loadExtension,
  loadGlobal,
  newObject,
  reduce,
  setItems,
} from "./load-objects.js";
import { HIGHEST_PROTOCOL, Op } from "./opcodes.js";
import type { PyUnpickler } from "./py-unpickler.js";

/** Reads a whole pickle. Raises UnpicklingError, EOFError, and whatever the objects in it raise. */
export function load(ts: ThreadState, u: PyUnpickler): Result<Value> {
  u.protocol = 0;
  u.stack = [];
  u.marks = [];
  u.fence = 0;
  const input = u.in;
  for (;;) {
    if (input.at >= input.bytes.length && input.need(ts, 1) === null) {
      if (!pendingMatches(ts, UnpicklingErrorType)) return null;
      clearPending(ts);
      return raise(ts, EOFErrorType, "Ran out of input");
    }
    const op = input.bytes[input.at++];
    if (op === Op.STOP) break;
    if (execute(ts, u, input, op) === null) return null;
  }
  const result = u.pop(ts);
  if (result === null) return null;
  return input.skipPeeked(ts) === null ? null : result;
}

/** Executes an opcode, whose argument is next in the input. */
function execute(ts: ThreadState, u: PyUnpickler, input: Input, op: number): Status {
  const { stack } = u;
  switch (op) {
    case Op.NONE:
      stack.push(None);
      return true;
    case Op.NEWTRUE:
      stack.push(true);
      return true;
    case Op.NEWFALSE:
      stack.push(false);
      return true;
    case Op.BININT:
      if (input.need(ts, 4) === null) return null;
      input.at += 4;
      stack.push(input.view.getInt32(input.at - 4, true));
      return true;
    case Op.BININT1: {
      const n = size(ts, input, 1);
      if (n === null) return null;
      stack.push(n);
      return true;
    }
    case Op.BININT2: {
      const n = size(ts, input, 2);
      if (n === null) return null;
      stack.push(n);
      return true;
    }
    case Op.BINFLOAT:
      if (input.need(ts, 8) === null) return null;
      input.at += 8;
      stack.push(new PyFloat(input.view.getFloat64(input.at - 8)));
      return true;
    case Op.SHORT_BINUNICODE:
      return text(ts, u, input, size(ts, input, 1));
    case Op.BINUNICODE:
      return text(ts, u, input, size(ts, input, 4));
    case Op.BINUNICODE8:
      return text(ts, u, input, longSize(ts, input, "BINUNICODE"));
    case Op.SHORT_BINBYTES:
      return bytes(ts, u, input, size(ts, input, 1));
    case Op.BINBYTES:
      return bytes(ts, u, input, size(ts, input, 4));
    case Op.BINBYTES8:
      return bytes(ts, u, input, longSize(ts, input, "BINBYTES"));
    case Op.BYTEARRAY8: {
      const count = longSize(ts, input, "BYTEARRAY8");
      const data = count === null ? null : input.take(ts, count);
      if (data === null) return null;
      stack.push(new PyByteArray(data.slice()));
      return true;
    }
    case Op.MEMOIZE:
      if (stack.length <= u.fence) return u.underflow(ts);
      u.memo.push(stack[stack.length - 1]);
      return true;
    case Op.BINGET:
      return recall(ts, u, size(ts, input, 1));
    case Op.LONG_BINGET:
      return recall(ts, u, size(ts, input, 4));
    case Op.BINPUT:
      return put(ts, u, size(ts, input, 1));
    case Op.LONG_BINPUT:
      return put(ts, u, size(ts, input, 4));
    case Op.MARK:
      u.marks.push(stack.length);
      u.fence = stack.length;
      return true;
    case Op.EMPTY_TUPLE:
      stack.push(emptyTuple);
      return true;
    case Op.TUPLE1:
    case Op.TUPLE2:
    case Op.TUPLE3: {
      const count = op - Op.TUPLE1 + 1;
      if (stack.length - count < u.fence) return u.underflow(ts);
      stack.push(new PyTuple(stack.splice(stack.length - count)));
      return true;
    }
    case Op.TUPLE: {
      const items = u.popToMark(ts);
      if (items === null) return null;
      stack.push(items.length === 0 ? emptyTuple : new PyTuple(items));
      return true;
    }
    case Op.EMPTY_LIST:
      stack.push(new PyList([]));
      return true;
    case Op.LIST: {
      const items = u.popToMark(ts);
      if (items === null) return null;
      stack.push(new PyList(items));
      return true;
    }
    case Op.APPEND:
      if (stack.length < 2 || stack.length - 2 < u.fence) return u.underflow(ts);
      return append(ts, u, stack.splice(stack.length - 1));
    case Op.APPENDS: {
      const items = u.popToMark(ts);
      return items === null ? null : append(ts, u, items);
    }
    case Op.EMPTY_DICT:
      stack.push(new PyDict());
      return true;
    case Op.DICT: {
      const items = u.popToMark(ts);
      if (items === null) return null;
      stack.push(new PyDict());
      return setItems(ts, u, items, "DICT");
    }
    case Op.SETITEM:
      if (stack.length < 3 || stack.length - 3 < u.fence) return u.underflow(ts);
      return setItems(ts, u, stack.splice(stack.length - 2), "SETITEMS");
    case Op.SETITEMS: {
      const items = u.popToMark(ts);
      return items === null ? null : setItems(ts, u, items, "SETITEMS");
    }
    case Op.EMPTY_SET:
      stack.push(new PySet());
      return true;
    case Op.ADDITEMS: {
      const items = u.popToMark(ts);
      return items === null ? null : addItems(ts, u, items);
    }
    case Op.FROZENSET: {
      const items = u.popToMark(ts);
      if (items === null) return null;
      const made = new PySet(FrozenSetType);
      for (const item of items) if (made.add(ts, item) === null) return null;
      stack.push(made);
      return true;
    }
    case Op.STACK_GLOBAL: {
      const name = u.pop(ts);
      const module = name === null ? null : u.pop(ts);
      if (name === null || module === null) return null;
      if (typeOf(name) !== StrType || typeOf(module) !== StrType) {
        return cannotUnpickle(ts, "STACK_GLOBAL requires str");
      }
      return loadGlobal(ts, u, module, name);
    }
    case Op.NEWOBJ:
      return newObject(ts, u, false);
    case Op.NEWOBJ_EX:
      return newObject(ts, u, true);
    case Op.REDUCE:
      return reduce(ts, u);
    case Op.BUILD:
      return build(ts, u);
    case Op.PROTO: {
      const version = size(ts, input, 1);
      if (version === null) return null;
      if (version > HIGHEST_PROTOCOL) {
        return raise(ts, ValueErrorType, `unsupported pickle protocol: ${version}`);
      }
      u.protocol = version;
      return true;
    }
    case Op.FRAME: {
      const count = longSize(ts, input, "FRAME length");
      return count === null ? null : input.need(ts, count);
    }
    case Op.LONG1:
      return long(ts, u, input, size(ts, input, 1));
    case Op.LONG4:
      return long(ts, u, input, signedSize(ts, input, "LONG"));
    default:
      return executeRare(ts, u, input, op);
  }
}

/** The opcodes of old protocols, and of buffers. */
function executeRare(ts: ThreadState, u: PyUnpickler, input: Input, op: number): Status {
  const { stack } = u;
  switch (op) {
    case Op.POP:
      // A mark is popped too.
      if (u.marks.length > 0 && u.fence === stack.length) return u.popMark(ts) === null ? null : true;
      return u.pop(ts) === null ? null : true;
    case Op.POP_MARK:
      return u.popToMark(ts) === null ? null : true;
    case Op.DUP:
      if (stack.length <= u.fence) return u.underflow(ts);
      stack.push(stack[stack.length - 1]);
      return true;
    case Op.GLOBAL: {
      const names = lines(ts, input, "utf-8");
      return names === null ? null : loadGlobal(ts, u, names[0], names[1]);
    }
    case Op.INST: {
      const names = lines(ts, input, "ascii");
      const args = names === null ? null : u.popToMark(ts);
      if (names === null || args === null || loadGlobal(ts, u, names[0], names[1]) === null) return null;
      return instantiate(ts, u, stack.pop() as Value, args);
    }
    case Op.OBJ: {
      const args = u.popToMark(ts);
      if (args === null) return null;
      const cls = args.shift();
      return cls === undefined ? u.underflow(ts) : instantiate(ts, u, cls, args);
    }
    case Op.INT: {
      const line = input.line(ts);
      return line === null ? null : intLine(ts, u, line);
    }
    case Op.LONG: {
      const line = input.line(ts);
      if (line === null) return null;
      if (line.length === 0) return truncated(ts);
      const digits = latin1(line);
      return push(u, integer(ts, digits.endsWith("L") ? digits.slice(0, -1) : digits));
    }
    case Op.FLOAT: {
      const line = input.line(ts);
      return line === null ? null : push(u, floatLine(ts, line));
    }
    case Op.STRING: {
      const line = input.line(ts);
      return line === null ? null : quoted(ts, u, line);
    }
    case Op.BINSTRING:
      return oldString(ts, u, input, signedSize(ts, input, "BINSTRING"));
    case Op.SHORT_BINSTRING:
      return oldString(ts, u, input, size(ts, input, 1));
    case Op.UNICODE: {
      const line = input.line(ts);
      if (line === null) return null;
      // Not by way of the codec, which would leave a note on its errors.
      const decoded = unicodeEscapeDecode(ts, line, "strict", true, true, () => undefined);
      return decoded === null ? null : push(u, decoded.text);
    }
    case Op.GET:
      return recall(ts, u, index(ts, input));
    case Op.PUT: {
      if (stack.length <= u.fence) return u.underflow(ts);
      const at = index(ts, input);
      if (at === null) return null;
      return at < 0 ? raise(ts, ValueErrorType, "negative PUT argument") : put(ts, u, at);
    }
    case Op.PERSID: {
      const line = input.line(ts);
      if (line === null) return null;
      if (line.some((byte) => byte > 0x7f)) {
        return cannotUnpickle(ts, "persistent IDs in protocol 0 must be ASCII strings");
      }
      return persistent(ts, u, strFromJs(latin1(line)));
    }
    case Op.BINPERSID: {
      const id = u.pop(ts);
      return id === null ? null : persistent(ts, u, id);
    }
    case Op.EXT1:
      return loadExtension(ts, u, size(ts, input, 1));
    case Op.EXT2:
      return loadExtension(ts, u, size(ts, input, 2));
    case Op.EXT4:
      if (input.need(ts, 4) === null) return null;
      input.at += 4;
      return loadExtension(ts, u, input.view.getInt32(input.at - 4, true));
    case Op.NEXT_BUFFER:
      return nextBuffer(ts, u);
    case Op.READONLY_BUFFER:
      return readOnly(ts, u);
    default: {
      const shown =
        op >= 0x20 && op <= 0x7e && op !== 0x27 && op !== 0x5c
          ? `'${String.fromCharCode(op)}'`
          : `'\\x${op.toString(16).padStart(2, "0")}'`;
      return cannotUnpickle(ts, `invalid load key, ${shown}.`);
    }
  }
}

function push(u: PyUnpickler, value: Result<Value>): Status {
  if (value === null) return null;
  u.stack.push(value);
  return true;
}

/** An unsigned int of 1, 2 or 4 bytes, low first. */
function size(ts: ThreadState, input: Input, width: 1 | 2 | 4): Result<number> {
  if (input.need(ts, width) === null) return null;
  const { at } = input;
  input.at = at + width;
  if (width === 1) return input.bytes[at];
  return width === 2 ? input.view.getUint16(at, true) : input.view.getUint32(at, true);
}

/** A size of eight bytes. Raises OverflowError. */
function longSize(ts: ThreadState, input: Input, what: string): Result<number> {
  if (input.need(ts, 8) === null) return null;
  input.at += 8;
  const n = input.view.getBigUint64(input.at - 8, true);
  if (n < 1n << 63n) return Number(n);
  const bound = what.startsWith("FRAME")
    ? `${what} exceeds system's maximum of`
    : `${what} exceeds system's maximum size of`;
  return raise(ts, OverflowErrorType, `${bound} 9223372036854775807 bytes`);
}

/** A size of four bytes with a sign. Raises UnpicklingError. */
function signedSize(ts: ThreadState, input: Input, what: string): Result<number> {
  if (input.need(ts, 4) === null) return null;
  input.at += 4;
  const n = input.view.getInt32(input.at - 4, true);
  return n < 0 ? cannotUnpickle(ts, `${what} pickle has negative byte count`) : n;
}

/** Shorter texts are put together here, character by character. */
const SHORT_TEXT = 32;

function text(ts: ThreadState, u: PyUnpickler, input: Input, count: number | null): Status {
  if (count === null || input.need(ts, count) === null) return null;
  const { bytes, at } = input;
  const end = at + count;
  input.at = end;
  let out = "";
  let i = at;
  if (count <= SHORT_TEXT) for (; i < end && bytes[i] < 0x80; i++) out += String.fromCharCode(bytes[i]);
  else {
    while (i < end && bytes[i] < 0x80) i++;
    if (i === end) out = textOfUnits(bytes.subarray(at, end));
  }
  return push(u, i === end ? out : decode(ts, bytes.subarray(at, end), "utf-8", "surrogatepass"));
}

function bytes(ts: ThreadState, u: PyUnpickler, input: Input, count: number | null): Status {
  const data = count === null ? null : input.take(ts, count);
  return push(u, data === null ? null : new PyBytes(data.slice()));
}

function long(ts: ThreadState, u: PyUnpickler, input: Input, count: number | null): Status {
  const data = count === null ? null : input.take(ts, count);
  return push(u, data === null ? null : normalize(bytesToBig(data, false, true)));
}

function recall(ts: ThreadState, u: PyUnpickler, at: number | null): Status {
  if (at === null) return null;
  const value = u.memo[at];
  if (value === undefined) return cannotUnpickle(ts, `Memo value not found at index ${at}`);
  u.stack.push(value);
  return true;
}

function put(ts: ThreadState, u: PyUnpickler, at: number | null): Status {
  if (at === null) return null;
  if (u.stack.length <= u.fence) return u.underflow(ts);
  u.memo[at] = u.stack[u.stack.length - 1];
  return true;
}

const truncated = (ts: ThreadState): null => cannotUnpickle(ts, "pickle data was truncated");

const latin1 = (data: Uint8Array): string => String.fromCharCode(...data);

/** A line as an int; two characters that spell 0 or 1 are False and True. Raises ValueError. */
function intLine(ts: ThreadState, u: PyUnpickler, line: Uint8Array): Status {
  if (line.length === 0) return truncated(ts);
  const digits = latin1(line);
  const n = parseInteger(digits, 10, 0);
  if (n === "invalid" || typeof n === "object") {
    return raise(ts, ValueErrorType, "could not convert string to int");
  }
  u.stack.push(line.length === 2 && (n === 0 || n === 1) ? n === 1 : n);
  return true;
}

/** A line as an int, as `int()` reads it. Raises ValueError. */
const integer = (ts: ThreadState, digits: string): Result<Value> => call(ts, IntType, [`${digits}\n`]);

/** Numbers as C's `strtod` reads them. */
const C_DOUBLE = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)/i;

/** A line as a float. Raises ValueError. */
function floatLine(ts: ThreadState, line: Uint8Array): Result<Value> {
  if (line.length === 0) return truncated(ts);
  const digits = latin1(line);
  const match = C_DOUBLE.exec(digits);
  const message = "could not convert string to float";
  if (match === null) return raise(ts, ValueErrorType, `${message}: '${digits}\n'`);
  const x = match[0] === digits ? parseFloatText(digits) : undefined;
  return x === undefined ? raise(ts, ValueErrorType, message) : new PyFloat(x);
}

/** An index into the memo, on a line. */
function index(ts: ThreadState, input: Input): Result<number> {
  const line = input.line(ts);
  if (line === null) return null;
  if (line.length === 0) return truncated(ts);
  const n = integer(ts, latin1(line));
  return n === null ? null : Number(n);
}

/** A str literal of Python 2 on a line, with its quotes. */
function quoted(ts: ThreadState, u: PyUnpickler, line: Uint8Array): Status {
  const quote = line[0];
  if (line.length < 2 || quote !== line[line.length - 1] || (quote !== 0x22 && quote !== 0x27)) {
    return cannotUnpickle(ts, "the STRING opcode argument must be quoted");
  }
  const data = escapeDecode(ts, line.slice(1, -1), "strict");
  return data === null ? null : push(u, oldText(ts, u, data));
}

function oldString(ts: ThreadState, u: PyUnpickler, input: Input, count: number | null): Status {
  const data = count === null ? null : input.take(ts, count);
  return data === null ? null : push(u, oldText(ts, u, data.slice()));
}

/** An 8-bit string of Python 2: a str in the encoding that was given, or bytes. */
function oldText(ts: ThreadState, u: PyUnpickler, data: Uint8Array): Result<Value> {
  return u.encoding === "bytes" ? new PyBytes(data) : decode(ts, data, u.encoding, u.errors);
}

function lines(ts: ThreadState, input: Input, encoding: string): Result<readonly [Value, Value]> {
  const read = (): Result<Value> => {
    const line = input.line(ts);
    if (line === null) return null;
    return line.length === 0 ? truncated(ts) : decode(ts, line, encoding, "strict");
  };
  const module = read();
  const name = module === null ? null : read();
  return module === null || name === null ? null : [module, name];
}

function persistent(ts: ThreadState, u: PyUnpickler, id: Value): Status {
  if (u.persistentLoad === null) return cannotUnpickle(ts, NO_PERSISTENT_LOAD);
  return push(u, call(ts, u.persistentLoad, [id]));
}

/** What the `persistent_load` says that no subclass has replaced. */
export const NO_PERSISTENT_LOAD =
  "A load persistent id instruction was encountered, but no persistent_load function was specified.";

function nextBuffer(ts: ThreadState, u: PyUnpickler): Status {
  if (u.buffers === null) {
    const message = "pickle stream refers to out-of-band data but no *buffers* argument was given";
    return cannotUnpickle(ts, message);
  }
  const buffer = iterNext(ts, u.buffers);
  return buffer === undefined ? cannotUnpickle(ts, "not enough out-of-band buffers") : push(u, buffer);
}

function readOnly(ts: ThreadState, u: PyUnpickler): Status {
  const { stack } = u;
  if (stack.length <= u.fence) return u.underflow(ts);
  const view = memoryViewOf(ts, stack[stack.length - 1]);
  if (view === null) return null;
  if (view.readonly) return true;
  const made = callMethod(ts, view, "toreadonly", []);
  if (made === null) return null;
  stack[stack.length - 1] = made;
  return true;
}
