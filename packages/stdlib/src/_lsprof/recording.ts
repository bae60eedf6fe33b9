/** What is known of the calls of one function, or of those that one caller makes of it. Times are in seconds. */
export class CallRecord {
  callCount = 0;
  recursiveCallCount = 0;
  /** Time between entering and leaving, recursive calls not counted twice. */
  totalTime = 0;
  /** Time that was not spent in calls of other functions. */
  inlineTime = 0;
  /** Calls that are going on. */
  level = 0;

  /** A call has ended. */
  ended(total: number, inline: number): void {
    if (--this.level === 0) this.totalTime += total;
    else this.recursiveCallCount++;
    this.inlineTime += inline;
    this.callCount++;
  }
}

/** The calls of a function, altogether and by the function that it calls in turn. */
export class Entry extends CallRecord {
  readonly calls = new Map<Entry, CallRecord>();

  /** @param shown what `getstats()` shows as the function */
  constructor(readonly shown: unknown) {
    super();
  }
}

/** A call that is going on. */
interface Activation {
  readonly entry: Entry;
  readonly previous: Activation | null;
  readonly started: number;
  /** Time spent in calls that it has made. */
  inCalls: number;
}

/**
 * Adds up the times of nested calls (CPython `Modules/_lsprof.c`).
 *
 * @typeParam K what tells functions apart
 */
export class Recording<K> {
  readonly entries = new Map<K, Entry>();
  #top: Activation | null = null;

  /**
   * A function is entered.
   *
   * @param shown what is shown of a function that is new
   * @param now time in seconds, taken as late as possible
   */
  enter(key: K, shown: () => unknown, subcalls: boolean, now: () => number): void {
    let entry = this.entries.get(key);
    if (entry === undefined) {
      entry = new Entry(shown());
      this.entries.set(key, entry);
    }
    const previous = this.#top;
    entry.level++;
    if (subcalls && previous !== null) {
      const { calls } = previous.entry;
      const record = calls.get(entry) ?? new CallRecord();
      calls.set(entry, record);
      record.level++;
    }
    this.#top = { entry, previous, started: now(), inCalls: 0 };
  }

  /** A function is left. One that was not seen being entered is none of ours. */
  leave(key: K, subcalls: boolean, now: number): void {
    const activation = this.#top;
    if (activation === null) return;
    const entry = this.entries.get(key);
    if (entry === undefined) this.#top = activation.previous;
    else this.#end(activation, entry, subcalls, now);
  }

  #end({ started, inCalls, previous }: Activation, entry: Entry, subcalls: boolean, now: number): void {
    const total = now - started;
    const inline = total - inCalls;
    if (previous !== null) previous.inCalls += total;
    this.#top = previous;
    entry.ended(total, inline);
    if (subcalls && previous !== null) previous.entry.calls.get(entry)?.ended(total, inline);
  }

  /** Ends all calls that are going on. */
  endAll(subcalls: boolean, now: () => number): void {
    while (this.#top !== null) this.#end(this.#top, this.#top.entry, subcalls, now());
  }

  /** Forgets everything. */
  clear(): void {
    this.entries.clear();
    this.#top = null;
  }
}
