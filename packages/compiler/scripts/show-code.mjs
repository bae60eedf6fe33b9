/** Prints a program's code objects as ours and CPython's, parsed and side by side: `node scripts/show-code.mjs FILE [NAME]`. */
import { readFileSync } from "node:fs";
import { opcodeNames } from "@adder/bytecode";
import { compileModule } from "../dist/index.js";
import { codeJson, nested } from "./code-json.mjs";
import { reviveTree, startOracle } from "./oracle.mjs";

const [file, wanted] = process.argv.slice(2);
const source = file === "-c" ? wanted : readFileSync(file, "utf8");
const ask = await startOracle();
const expected = ask(source, "ast,code");
const code = compileModule(reviveTree(expected.ast), {
  filename: "<s>",
  mode: "exec",
  optimize: 0,
  flags: 0,
});

function varints(hexText) {
  const bytes = Buffer.from(hexText, "hex");
  const values = [];
  for (let i = 0; i < bytes.length; ) {
    let value = bytes[i] & 63;
    while (bytes[i++] & 64) value = (value << 6) | (bytes[i] & 63);
    values.push(value);
  }
  const rows = [];
  for (let i = 0; i < values.length; i += 4)
    rows.push(
      `${values[i]}-${values[i] + values[i + 1]}->${values[i + 2]} d${values[i + 3] >> 1}${values[i + 3] & 1 ? " lasti" : ""}`,
    );
  return rows;
}

function locations(hexText, firstlineno) {
  const bytes = Buffer.from(hexText, "hex");
  let line = firstlineno;
  const rows = [];
  let unit = 0;
  for (let i = 0; i < bytes.length; ) {
    const head = bytes[i++];
    const kind = (head >> 3) & 15;
    const size = (head & 7) + 1;
    const uvarint = () => {
      let value = bytes[i] & 63;
      let shift = 0;
      while (bytes[i] & 64) {
        shift += 6;
        i++;
        value |= (bytes[i] & 63) << shift;
      }
      i++;
      return value;
    };
    const svarint = () => {
      const u = uvarint();
      return u & 1 ? -(u >> 1) : u >> 1;
    };
    let text;
    if (kind === 15) text = "none";
    else if (kind === 14) {
      line += svarint();
      const end = line + uvarint();
      const a = uvarint() - 1;
      const b = uvarint() - 1;
      text = `${line}-${end}:${a}-${b}`;
    } else if (kind === 13) {
      line += svarint();
      text = `${line}`;
    } else if (kind >= 10) {
      line += kind - 10;
      text = `${line}:${bytes[i++]}-${bytes[i++]}`;
    } else {
      const second = bytes[i++];
      const a = (kind << 3) | (second >> 4);
      text = `${line}:${a}-${a + (second & 15)}`;
    }
    for (let k = 0; k < size; k++) rows[unit++] = k === 0 ? text : "";
  }
  return rows;
}

function lines(c) {
  const at = locations(c.linetable, c.firstlineno);
  const bytes = Buffer.from(c.code, "hex");
  const rows = [];
  for (let i = 0; i < bytes.length; i += 2) {
    const name = opcodeNames[bytes[i]];
    if (name !== "CACHE") rows.push(`${String(i / 2).padStart(4)} ${name} ${bytes[i + 1]}  [${at[i / 2]}]`);
  }
  return [
    ...rows,
    ...varints(c.exceptiontable),
    `names ${c.names}`,
    `locals ${c.varnames} | ${c.cellvars} | ${c.freevars}`,
    `consts ${JSON.stringify(c.consts.map((x) => (x?.type === "code" ? x.name : x)))}`,
    `stack ${c.stacksize} flags ${c.flags.toString(16)} ${c.qualname}`,
  ];
}

const theirs = [...nested(expected.code)];
[...nested(codeJson(code))].forEach(([path, c], i) => {
  if (file !== "-c" && wanted && !path.includes(wanted)) return;
  const left = lines(c);
  const right = theirs[i] ? lines(theirs[i][1]) : [];
  console.log(`== ${path}`);
  for (let k = 0; k < Math.max(left.length, right.length); k++) {
    const same = left[k] === right[k];
    console.log(`${same ? " " : "*"} ${(left[k] ?? "").padEnd(60)} ${same ? "" : (right[k] ?? "")}`);
  }
});
