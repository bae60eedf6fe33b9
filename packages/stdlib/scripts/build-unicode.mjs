// Writes `dist/lib/unicode/*.json`, the data of the native module `unicodedata`, by asking CPython 3.14 (the npm package
// `pyodide`) about every code point. `--force` does it even if the last result is up to date.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const target = join(here, "dist/lib/unicode");
const stampFile = join(here, "dist/unicode.stamp");
const packageFile = createRequire(import.meta.url).resolve("pyodide/package.json");
const hash = createHash("sha256");
for (const file of [packageFile, fileURLToPath(import.meta.url)]) hash.update(readFileSync(file));
const stamp = hash.digest("hex");

/** Other names of characters that no name tells: those of control characters, which have no name of their own. */
const aliases = `NULL NUL|START OF HEADING SOH|START OF TEXT STX|END OF TEXT ETX|END OF TRANSMISSION EOT|ENQUIRY ENQ|
ACKNOWLEDGE ACK|ALERT BEL|BACKSPACE BS|CHARACTER TABULATION HORIZONTAL TABULATION HT TAB|LINE FEED NEW LINE END OF LINE LF NL
EOL|LINE TABULATION VERTICAL TABULATION VT|FORM FEED FF|CARRIAGE RETURN CR|SHIFT OUT LOCKING-SHIFT ONE SO|SHIFT IN
LOCKING-SHIFT ZERO SI|DATA LINK ESCAPE DLE|DEVICE CONTROL ONE DC1|DEVICE CONTROL TWO DC2|DEVICE CONTROL THREE DC3|DEVICE
CONTROL FOUR DC4|NEGATIVE ACKNOWLEDGE NAK|SYNCHRONOUS IDLE SYN|END OF TRANSMISSION BLOCK ETB|CANCEL CAN|END OF MEDIUM EOM EM|
SUBSTITUTE SUB|ESCAPE ESC|INFORMATION SEPARATOR FOUR FILE SEPARATOR FS|INFORMATION SEPARATOR THREE GROUP SEPARATOR GS|
INFORMATION SEPARATOR TWO RECORD SEPARATOR RS|INFORMATION SEPARATOR ONE UNIT SEPARATOR US|SP|DELETE DEL|PADDING CHARACTER
PAD|HIGH OCTET PRESET HOP|BREAK PERMITTED HERE BPH|NO BREAK HERE NBH|INDEX IND|NEXT LINE NEL|START OF SELECTED AREA SSA|END OF
SELECTED AREA ESA|CHARACTER TABULATION SET HORIZONTAL TABULATION SET HTS|CHARACTER TABULATION WITH JUSTIFICATION HORIZONTAL
TABULATION WITH JUSTIFICATION HTJ|LINE TABULATION SET VERTICAL TABULATION SET VTS|PARTIAL LINE FORWARD PARTIAL LINE DOWN PLD|
PARTIAL LINE BACKWARD PARTIAL LINE UP PLU|REVERSE LINE FEED REVERSE INDEX RI|SINGLE SHIFT TWO SINGLE-SHIFT-2 SS2|SINGLE SHIFT
THREE SINGLE-SHIFT-3 SS3|DEVICE CONTROL STRING DCS|PRIVATE USE ONE PRIVATE USE-1 PU1|PRIVATE USE TWO PRIVATE USE-2 PU2|SET
TRANSMIT STATE STS|CANCEL CHARACTER CCH|MESSAGE WAITING MW|START OF GUARDED AREA START OF PROTECTED AREA SPA|END OF GUARDED AREA
END OF PROTECTED AREA EPA|START OF STRING SOS|SINGLE GRAPHIC CHARACTER INTRODUCER SGC|SINGLE CHARACTER INTRODUCER SCI|CONTROL
SEQUENCE INTRODUCER CSI|STRING TERMINATOR ST|OPERATING SYSTEM COMMAND OSC|PRIVACY MESSAGE PM|APPLICATION PROGRAM COMMAND APC|
NBSP|SHY|BYTE ORDER MARK BOM ZWNBSP|ZWSP|ZWNJ|ZWJ|LRM|RLM|LRE|RLE|PDF|LRO|RLO|WJ|LRI|RLI|FSI|PDI|KEYCAP DIGIT ZERO|KEYCAP DIGIT
ONE|KEYCAP DIGIT TWO|KEYCAP DIGIT THREE|KEYCAP DIGIT FOUR|KEYCAP DIGIT FIVE|KEYCAP DIGIT SIX|KEYCAP DIGIT SEVEN|KEYCAP DIGIT
EIGHT|KEYCAP DIGIT NINE|KEYCAP NUMBER SIGN|KEYCAP ASTERISK`;

/** Every run of words that may be an alias; CPython says which are. */
function candidates() {
  const found = new Set();
  for (const group of aliases.split("|")) {
    const words = group.trim().split(/\s+/);
    for (let i = 0; i < words.length; i++)
      for (let j = i + 1; j <= words.length; j++) found.add(words.slice(i, j).join(" "));
  }
  return [...found];
}

const program = `
import json, sys, unicodedata as u

def properties(db):
    records, index, runs, last = [], {}, [], None
    for cp in range(0x110000):
        c = chr(cp)
        r = (db.category(c), db.bidirectional(c), db.combining(c), db.mirrored(c), db.east_asian_width(c))
        i = index.get(r)
        if i is None:
            i = index[r] = len(records)
            records.append(r)
        if i == last:
            runs[-2] += 1
        else:
            runs += [1, i]
            last = i
    return {"version": db.unidata_version, "records": records, "runs": runs}

def details(db):
    decomposition, numeric, single = {}, {}, []
    for cp in range(0x110000):
        c = chr(cp)
        d = db.decomposition(c)
        if d:
            decomposition[cp] = d
            if d[0] != "<" and db.normalize("NFC", c) != c:
                single.append(cp)
        n = db.numeric(c, None)
        if n is not None:
            numeric[cp] = [db.decimal(c, None), db.digit(c, None), n]
    return {"decomposition": decomposition, "numeric": numeric, "excluded": single}

def names(extra):
    plain, ranges = {}, []
    for cp in range(0x110000):
        name = u.name(chr(cp), None)
        if name is None:
            continue
        if 0xAC00 <= cp <= 0xD7A3:
            continue
        prefix, _, end = name.rpartition("-")
        if end == "%04X" % cp:
            if ranges and ranges[-1][1] == cp - 1 and ranges[-1][2] == prefix + "-":
                ranges[-1][1] = cp
            else:
                ranges.append([cp, cp, prefix + "-"])
            continue
        plain[cp] = name
    known = set(plain.values())
    others = {}
    for name in extra:
        try:
            found = u.lookup(name)
        except KeyError:
            continue
        if name not in known:
            others[name] = found
    return {"names": plain, "ranges": ranges, "aliases": others}

[json.dumps(x, separators=(",", ":")) for x in (
    {**properties(u), **details(u)}, {**properties(u.ucd_3_2_0), **details(u.ucd_3_2_0)}, names(json.loads(candidates)))]
`;

if (
  process.argv.includes("--force") ||
  !existsSync(join(target, "names.json")) ||
  !existsSync(stampFile) ||
  readFileSync(stampFile, "utf8") !== stamp
) {
  const { loadPyodide } = await import("pyodide");
  const python = await loadPyodide();
  python.globals.set("candidates", JSON.stringify(candidates()));
  const files = python.runPython(program).toJs();
  mkdirSync(target, { recursive: true });
  for (const [i, name] of ["current", "old", "names"].entries())
    writeFileSync(join(target, `${name}.json`), files[i]);
  writeFileSync(stampFile, stamp);
}
