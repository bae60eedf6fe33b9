import { None, type PyList, type Status, type ThreadState, type Value } from "@adder/objects";
import { type SystemConfig, systemConfig } from "./config.js";

/** What the `sys` module keeps for one interpreter beside its attributes. */
export class SysState {
  config: SystemConfig = systemConfig();
  /** Audit hooks, in the order in which they were added; `null` while there are none. */
  auditHooks: Value[] | null = null;
  switchInterval = 0.005;
  originTrackingDepth = 0;
  asyncgenFirstIter: Value = None;
  asyncgenFinalizer: Value = None;
  dlopenFlags = 2;
  finalizing = false;
  /** Called when the import system has been started, which happens on first use. */
  importStarted: ((ts: ThreadState) => Status) | null = null;
  /** `sys.path` as the module was given it. */
  path: PyList | null = null;

  /** The state of the running interpreter. */
  static of(ts: ThreadState): SysState {
    return ts.interp.state(SysState, () => new SysState());
  }
}
