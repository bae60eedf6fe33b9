import { poll, type Status, type ThreadState } from "@adder/objects";

/**
 * Waits for some seconds. A host wakes early when a signal came: it is handled, and then the rest slept (PEP 475).
 * Raises what the handler of a signal raises.
 */
export function pause(ts: ThreadState, seconds: number): Status {
  const { host } = ts.interp;
  const end = host.monotonic() + BigInt(Math.round(seconds * 1e9));
  for (let left = seconds; ; left = Number(end - host.monotonic()) / 1e9) {
    host.sleep(left);
    if (poll(ts) === null) return null;
    if (host.monotonic() >= end) return true;
  }
}
