import { expect, onTestFinished, test } from "vitest";
import { finished, folderWith, startAdder } from "./testing/run-adder.js";

const program = `
import signal, time
print("ready", flush=True)
try:
    while True:
        pass
except KeyboardInterrupt:
    print("loop", flush=True)
try:
    time.sleep(60)
except KeyboardInterrupt:
    print("sleep", flush=True)
try:
    input()
except KeyboardInterrupt:
    print("read", flush=True)
signal.signal(signal.SIGINT, lambda number, frame: print("handler", number, flush=True))
start = time.monotonic()
time.sleep(1)
print("slept", time.monotonic() - start >= 1, flush=True)
signal.signal(signal.SIGINT, signal.default_int_handler)
while True:
    pass
`;

test.skipIf(process.platform === "win32")("SIGINT reaches loops, sleeps, reads and handlers", async () => {
  const child = startAdder(["program.py"], { cwd: folderWith({ "program.py": program }) });
  onTestFinished(() => void child.kill("SIGKILL"));
  const signals = new Set(["ready", "loop", "sleep", "read", "slept True"]);
  child.stdout.on("data", (chunk) => {
    for (const line of String(chunk).split("\n")) {
      // The program goes on to what the next signal is to find.
      if (signals.has(line)) setTimeout(() => child.kill("SIGINT"), 300);
    }
  });
  const { stdout, stderr, code } = await finished(child);
  expect(stdout).toBe("ready\nloop\nsleep\nread\nhandler 2\nslept True\n");
  expect(stderr).toMatch(/line 2[34], in <module>\n.*\n(?:.*\n)*KeyboardInterrupt\n$/);
  expect(code).toBe(130);
});
