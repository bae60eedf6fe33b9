/** Signals of Linux with their numbers and what `strsignal` says; the second of two names for a number is an alias. */
export const signals: readonly (readonly [name: string, number: number, description: string])[] = [
  ["SIGHUP", 1, "Hangup"],
  ["SIGINT", 2, "Interrupt"],
  ["SIGQUIT", 3, "Quit"],
  ["SIGILL", 4, "Illegal instruction"],
  ["SIGTRAP", 5, "Trace/breakpoint trap"],
  ["SIGIOT", 6, "Aborted"],
  ["SIGABRT", 6, "Aborted"],
  ["SIGFPE", 8, "Floating point exception"],
  ["SIGKILL", 9, "Killed"],
  ["SIGBUS", 7, "Bus error"],
  ["SIGSEGV", 11, "Segmentation fault"],
  ["SIGSYS", 31, "Bad system call"],
  ["SIGPIPE", 13, "Broken pipe"],
  ["SIGALRM", 14, "Alarm clock"],
  ["SIGTERM", 15, "Terminated"],
  ["SIGUSR1", 10, "User defined signal 1"],
  ["SIGUSR2", 12, "User defined signal 2"],
  ["SIGCLD", 17, "Child exited"],
  ["SIGCHLD", 17, "Child exited"],
  ["SIGPWR", 30, "Power failure"],
  ["SIGIO", 29, "I/O possible"],
  ["SIGURG", 23, "Urgent I/O condition"],
  ["SIGWINCH", 28, "Window changed"],
  ["SIGPOLL", 29, "I/O possible"],
  ["SIGSTOP", 19, "Stopped (signal)"],
  ["SIGTSTP", 20, "Stopped"],
  ["SIGCONT", 18, "Continued"],
  ["SIGTTIN", 21, "Stopped (tty input)"],
  ["SIGTTOU", 22, "Stopped (tty output)"],
  ["SIGVTALRM", 26, "Virtual timer expired"],
  ["SIGPROF", 27, "Profiling timer expired"],
  ["SIGXCPU", 24, "CPU time limit exceeded"],
  ["SIGXFSZ", 25, "File size limit exceeded"],
  ["SIGRTMIN", 34, "Real-time signal 0"],
  ["SIGRTMAX", 64, "Real-time signal 30"],
  ["SIGSTKFLT", 16, "Stack fault"],
];

/** One more than the highest signal number. */
export const NSIG = 65;
/** Signals between these are real-time signals; 32 and 33 belong to the C library. */
export const REAL_TIME_MIN = 34;

/** Signals that do nothing by default: SIGCHLD, SIGCONT, SIGURG, SIGWINCH. */
export const harmless: ReadonlySet<number> = new Set([17, 18, 23, 28]);

/** What `strsignal` says, `undefined` for a number that is no signal. */
export function describeSignal(number: number): string | undefined {
  if (number >= REAL_TIME_MIN && number < NSIG) return `Real-time signal ${number - REAL_TIME_MIN}`;
  return signals.find(([, n]) => n === number)?.[2];
}
