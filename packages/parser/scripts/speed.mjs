// How long parsing the Python files of a folder takes, first time and warm:
//   node speed.mjs <folder> [rounds]
import { readdirSync, readFileSync } from "node:fs";
import { Lexer, parseModule } from "@adder/parser";

const [folder, rounds = "5"] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith(".py"))
  .map((name) => readFileSync(`${folder}/${name}`));
const texts = files.map((bytes) => bytes.toString("utf8"));
const megabytes = files.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6;
const time = (work) => {
  const start = performance.now();
  work();
  return Math.round(performance.now() - start);
};
console.log(`${files.length} files, ${megabytes.toFixed(1)} MB`);
for (let i = 0; i < Number(rounds); i++) {
  const parsed = time(() => {
    for (const bytes of files) parseModule(bytes, { characterNames: () => "x" });
  });
  const scanned = time(() => {
    for (const text of texts) new Lexer(text).run();
  });
  console.log(`parse ${parsed} ms, of that scanning about ${scanned} ms`);
}
