import type { PyCode, ThreadState } from "@adder/objects";
import { type CodeMonitoring, codeMonitoringOf } from "./code-monitoring.js";
import { eventNames, LOCAL_EVENTS, UNGROUPED_EVENTS } from "./events.js";
import { instrumentFrames } from "./instrument.js";
import { type Monitoring, monitoringOf } from "./state.js";

/** Sets or clears the bit of a tool for each event of a set. */
function put(tools: Uint8Array, count: number, tool: number, events: number): void {
  for (let event = 0; event < count; event++) {
    tools[event] = (tools[event] & ~(1 << tool)) | (((events >> event) & 1) << tool);
  }
}

/** After a change of what is wanted of all code: what executes is instrumented now, other code when it is entered. */
function spread(ts: ThreadState, monitoring: Monitoring): void {
  ts.interp.watchesFrames = monitoring.tools.some((tools) => tools !== 0);
  instrumentFrames(ts, null);
}

/** Sets the events of a tool, as bits, for all code. */
export function setEvents(ts: ThreadState, tool: number, events: number): void {
  const monitoring = monitoringOf(ts);
  const before = monitoring.tools.slice();
  put(monitoring.tools, UNGROUPED_EVENTS, tool, events);
  if (before.every((tools, event) => tools === monitoring.tools[event])) return;
  monitoring.version++;
  spread(ts, monitoring);
}

/** The events of a tool, as bits, that are set for one code object. */
export function localEventsOf(code: PyCode, tool: number): number {
  const data = code.monitoring as CodeMonitoring | null;
  if (data === null) return 0;
  return data.local.reduce((set, tools, event) => set | (((tools >> tool) & 1) << event), 0);
}

/** Sets the events of a tool, as bits, for one code object. */
export function setLocalEvents(ts: ThreadState, tool: number, code: PyCode, events: number): void {
  const monitoring = monitoringOf(ts);
  const data = codeMonitoringOf(code);
  data.toolVersions[tool] = monitoring.toolVersions[tool];
  if (localEventsOf(code, tool) === events) return;
  put(data.local, LOCAL_EVENTS, tool, events);
  instrumentFrames(ts, code);
}

/** Makes events happen again that were disabled. */
export function restartEvents(ts: ThreadState): void {
  const monitoring = monitoringOf(ts);
  monitoring.restarted = monitoring.version + 1;
  monitoring.version += 2;
  instrumentFrames(ts, null);
}

/** Takes all callbacks and events from a tool, those of single code objects included. */
export function clearTool(ts: ThreadState, tool: number): void {
  const monitoring = monitoringOf(ts);
  monitoring.callbacks[tool].fill(null, 0, eventNames.length);
  setEvents(ts, tool, 0);
  monitoring.version++;
  monitoring.toolVersions[tool] = monitoring.version;
  instrumentFrames(ts, null);
}
