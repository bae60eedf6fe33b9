// The first file in a fresh process: prints the seconds from its text to its code object, by the clock and of the CPU.
// usage: cold.mjs TASK FILE
import { readFileSync } from "node:fs";
import { tasks } from "./tasks.mjs";

const [task, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const work = await tasks[task]();
const before = process.cpuUsage();
const start = performance.now();
work(text, file);
const wall = (performance.now() - start) / 1e3;
const { user, system } = process.cpuUsage(before);
console.log(wall, (user + system) / 1e6);
