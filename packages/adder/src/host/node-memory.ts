import type { HostMemory } from "@adder/objects";

/** What is loaded on first use: V8's collector, and a script that does nothing in a context of its own. */
interface Collector {
  readonly gc: () => void;
  readonly turn: () => void;
}

let collector: Collector | null = null;

function prepare(): Collector {
  const v8 = process.getBuiltinModule("node:v8");
  const vm = process.getBuiltinModule("node:vm");
  v8.setFlagsFromString("--expose-gc");
  const gc = vm.runInNewContext("gc") as () => void;
  // V8 takes cached code only under the flags that it was made under, and the command line keeps its code at exit.
  v8.setFlagsFromString("--no-expose-gc");
  // A context with microtasks of its own runs them when a script ends. That counts as the end of a task, and with a task ends
  // the life that V8 gives to what weak references were asked for.
  const context = vm.createContext({}, { microtaskMode: "afterEvaluate" });
  const script = new vm.Script("0");
  return { gc, turn: () => script.runInContext(context) };
}

/** V8's garbage collector, through Node. */
export const nodeMemory: HostMemory = {
  collect() {
    collector ??= prepare();
    collector.turn();
    collector.gc();
  },
  release() {
    collector ??= prepare();
    collector.turn();
  },
};
