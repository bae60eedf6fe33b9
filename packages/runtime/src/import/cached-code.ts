import { PACKED_CODE, unmarshal, unpackCode } from "@adder/bytecode";
import {
  call,
  EOFErrorType,
  getAttr,
  None,
  nativeDef,
  PyBuiltinFunction,
  PyBytes,
  type PyModule,
  type Result,
  raise,
  type Status,
  type ThreadState,
  type Value,
} from "@adder/objects";

const MODULE = "importlib._bootstrap_external";

/** Bytes in front of the code in a cache file (PEP 552). */
const HEADER_SIZE = 16;

/** Whether code can be read from bytes: packed code, or what some other program wrote with marshal. */
function isIntact(bytes: Uint8Array): boolean {
  return (bytes[0] === PACKED_CODE ? unpackCode(bytes) : unmarshal(bytes)).error === null;
}

/**
 * Makes importlib compile a source again when the code in its cache file is cut short or altered. CPython looks at the
 * first 16 bytes of such a file only, in `_classify_pyc` (`Lib/importlib/_bootstrap_external.py`), and fails to import
 * what has a damaged file behind them.
 */
export function checkCachedCode(ts: ThreadState, external: PyModule): Status {
  const classify = getAttr(ts, external, "_classify_pyc");
  if (classify === null) return null;
  const checked = (_ts: ThreadState, _m: Value, data: Value, name: Value, details: Value): Result<Value> => {
    const flags = call(_ts, classify, [data, name, details]);
    if (flags === null || !(data instanceof PyBytes) || isIntact(data.value.subarray(HEADER_SIZE)))
      return flags;
    return raise(_ts, EOFErrorType, "marshal data is damaged");
  };
  const definition = nativeDef(
    [
      "_classify_pyc",
      "($module, data, name, exc_details, /)",
      checked,
      "Flags of a cache file that is intact.",
    ],
    MODULE,
  );
  external.dict.setStr("_classify_pyc", new PyBuiltinFunction(definition, None, MODULE));
  return true;
}
