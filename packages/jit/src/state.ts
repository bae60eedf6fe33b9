import type { PyType, Value } from "@adder/objects";
import type { Fact } from "./template.js";

/** A value on the evaluation stack while code is generated: where it is, and what is known of it. */
export type Entry =
  /** A JavaScript variable that nothing else is assigned to. */
  | { readonly kind: "variable"; readonly text: string; readonly facts: Set<Fact>; type?: PyType | undefined }
  /** The value of a local variable of the program, as long as nothing else is stored there. */
  | { readonly kind: "local"; readonly index: number }
  | { readonly kind: "constant"; readonly text: string; readonly value: Value }
  /** NULL. */
  | { readonly kind: "null" }
  /** A float as a JavaScript number in a variable; it becomes an object where somebody needs one. */
  | { readonly kind: "float"; readonly text: string };

/** What is known at a place of the code that is being generated. */
export class State {
  readonly stack: Entry[];
  /** What is known of the local variables. */
  readonly localFacts: Map<number, Set<Fact>>;
  /** Classes of local variables that can't change. */
  readonly localTypes: Map<number, PyType>;
  /** Variables that hold the numbers of locals that are floats. */
  readonly localNumbers: Map<number, string>;
  /** Locals of {@link UnitWriter}'s floats that are known to be there as objects. */
  readonly boxedLocals: Set<number>;
  /** Locals whose slots in the frame are not up to date. */
  readonly dirty: Set<number>;

  constructor(
    stack: Entry[],
    dirty: Set<number>,
    localFacts = new Map<number, Set<Fact>>(),
    localNumbers = new Map<number, string>(),
    boxedLocals = new Set<number>(),
    localTypes = new Map<number, PyType>(),
  ) {
    this.stack = stack;
    this.dirty = dirty;
    this.localFacts = localFacts;
    this.localNumbers = localNumbers;
    this.boxedLocals = boxedLocals;
    this.localTypes = localTypes;
  }

  copy(): State {
    const entries = this.stack.map(
      (entry): Entry => (entry.kind === "variable" ? { ...entry, facts: new Set(entry.facts) } : entry),
    );
    const facts = new Map([...this.localFacts].map(([local, known]) => [local, new Set(known)]));
    return new State(
      entries,
      new Set(this.dirty),
      facts,
      new Map(this.localNumbers),
      new Set(this.boxedLocals),
      new Map(this.localTypes),
    );
  }

  /** What is known of the value of a local variable, to be added to. */
  factsOf(local: number): Set<Fact> {
    let facts = this.localFacts.get(local);
    if (facts === undefined) {
      facts = new Set();
      this.localFacts.set(local, facts);
    }
    return facts;
  }

  learn(entry: Entry, fact: Fact): void {
    if (entry.kind === "variable") entry.facts.add(fact);
    else if (entry.kind === "local") this.factsOf(entry.index).add(fact);
  }

  learnClass(entry: Entry, type: PyType): void {
    if (entry.kind === "variable") entry.type = type;
    else if (entry.kind === "local") this.localTypes.set(entry.index, type);
  }

  /** Says what is known of a local variable that is assigned to. */
  forget(local: number): void {
    this.localFacts.delete(local);
    this.localTypes.delete(local);
    this.localNumbers.delete(local);
    this.boxedLocals.delete(local);
    this.dirty.add(local);
  }
}
