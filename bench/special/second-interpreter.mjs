// Prints the seconds that a second interpreter takes in a process that already has one, up to the value of `1+1`.
import { Interpreter } from "../../packages/adder/dist/index.js";

const evaluate = () => {
  const value = new Interpreter().evaluate("1+1");
  if (value !== 2) throw new Error(`1+1 is ${value}`);
};

evaluate();
const start = performance.now();
evaluate();
console.log(`time ${(performance.now() - start) / 1000}`);
