import {
  asStr,
  call,
  HostError,
  ImportErrorType,
  importName,
  None,
  nativeDef,
  PyBuiltinFunction,
  type Result,
  raise,
  strKey,
  type ThreadState,
  type Value,
} from "@adder/objects";

/** Is there something on a path that is no folder? An archive may be. */
function mayBeArchive(ts: ThreadState, path: string): boolean {
  let rest = path;
  // The path may go on inside an archive.
  while (rest !== "") {
    try {
      return (ts.interp.host.files.stat(rest).mode & 0xf000) !== 0x4000;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      rest = rest.slice(0, Math.max(0, rest.lastIndexOf("/")));
    }
  }
  return false;
}

function zipImporter(ts: ThreadState, _self: Value, path: Value): Result<Value> {
  const text = asStr(path);
  if (text === undefined || !mayBeArchive(ts, strKey(text))) {
    return raise(ts, ImportErrorType, "not a Zip file");
  }
  const cls = importName(ts, "zipimport", "zipimporter");
  return cls === null ? null : call(ts, cls, [path]);
}

const definition = nativeDef(
  ["zipimporter", "($module, archivepath, /)", zipImporter, "Makes an importer for an archive."],
  "zipimport",
);

/**
 * The hook on `sys.path_hooks` for archives. CPython puts `zipimport.zipimporter` itself there; importing that at each
 * start would cost more than most programs do, so it is imported when a path may be an archive.
 */
export function zipHook(): Value {
  return new PyBuiltinFunction(definition, None, "zipimport");
}
