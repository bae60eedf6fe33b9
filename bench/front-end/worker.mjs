// One contender of front-end.mjs: does a task over every file each time a line comes in.
// usage: worker.mjs TASK LIST, where LIST is a file of file names; answers "count wall cpu", times in seconds.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { tasks } from "./tasks.mjs";

const [task, list] = process.argv.slice(2);
const sources = readFileSync(list, "utf8")
  .split("\n")
  .filter((name) => name !== "")
  .map((name) => ({ name, text: readFileSync(name, "utf8") }));
const work = await tasks[task]();

for await (const _ of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  const start = performance.now();
  let count = 0;
  for (const { name, text } of sources) count += work(text, name);
  const wall = (performance.now() - start) / 1e3;
  const { user, system } = process.cpuUsage(before);
  console.log(count, wall, (user + system) / 1e6);
}
