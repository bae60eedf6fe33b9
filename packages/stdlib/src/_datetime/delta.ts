import {
  type Int,
  intAdd,
  intFloorDiv,
  intMod,
  normalize,
  OverflowErrorType,
  type PyType,
  type Result,
  raise,
  type ThreadState,
} from "@adder/objects";
import { PyTimeDelta, TimeDeltaType } from "./py-datetime.js";

const DAY_SECONDS = 86400;
/** Microseconds of a day. */
export const DAY_MICROSECONDS = 86_400_000_000;
const MAX_DAYS = 999_999_999;
/** So many days in microseconds are a safe integer. */
const SAFE_DAYS = 100_000;

/** A timedelta with fields in their ranges but for the days. Raises OverflowError. */
function checkedDelta(
  ts: ThreadState,
  days: number,
  seconds: number,
  microseconds: number,
  cls: PyType,
): Result<PyTimeDelta> {
  if (days >= -MAX_DAYS && days <= MAX_DAYS) return new PyTimeDelta(days, seconds, microseconds, cls);
  return raise(ts, OverflowErrorType, `days=${days}; must have magnitude <= ${MAX_DAYS}`);
}

/** A timedelta of fields out of their ranges, which are safe integers. Raises OverflowError. */
export function makeDelta(
  ts: ThreadState,
  days: number,
  seconds: number,
  microseconds: number,
  cls: PyType = TimeDeltaType,
): Result<PyTimeDelta> {
  if (microseconds < 0 || microseconds > 999_999) {
    const carry = Math.floor(microseconds / 1e6);
    microseconds -= carry * 1e6;
    seconds += carry;
  }
  if (seconds < 0 || seconds >= DAY_SECONDS) {
    const carry = Math.floor(seconds / DAY_SECONDS);
    seconds -= carry * DAY_SECONDS;
    days += carry;
  }
  return checkedDelta(ts, days, seconds, microseconds, cls);
}

/** A duration in microseconds. */
export function microsecondsOf(d: PyTimeDelta): Int {
  if (d.days > -SAFE_DAYS && d.days < SAFE_DAYS) {
    return d.days * DAY_MICROSECONDS + d.seconds * 1e6 + d.microseconds;
  }
  return normalize(BigInt(d.days) * BigInt(DAY_MICROSECONDS) + BigInt(d.seconds * 1e6 + d.microseconds));
}

/** A timedelta of microseconds. Raises OverflowError. */
export function deltaOf(
  ts: ThreadState,
  microseconds: Int,
  cls: PyType = TimeDeltaType,
): Result<PyTimeDelta> {
  const days = intFloorDiv(microseconds, DAY_MICROSECONDS);
  if (typeof days === "bigint" || days !== (days | 0)) {
    return raise(ts, OverflowErrorType, "Python int too large to convert to C int");
  }
  const rest = Number(intMod(microseconds, DAY_MICROSECONDS));
  const seconds = Math.floor(rest / 1e6);
  return checkedDelta(ts, days, seconds, rest - seconds * 1e6, cls);
}

/** `a + sign * b`. Raises OverflowError. */
export function addDeltas(
  ts: ThreadState,
  a: PyTimeDelta,
  b: PyTimeDelta,
  sign: 1 | -1,
): Result<PyTimeDelta> {
  return makeDelta(
    ts,
    a.days + sign * b.days,
    a.seconds + sign * b.seconds,
    a.microseconds + sign * b.microseconds,
  );
}

/** `-d`. Raises OverflowError. */
export const negated = (ts: ThreadState, d: PyTimeDelta): Result<PyTimeDelta> =>
  makeDelta(ts, -d.days, -d.seconds, -d.microseconds);

/** Negative, zero or positive, as `a` is shorter than, as long as, or longer than `b`. */
export const compareDeltas = (a: PyTimeDelta, b: PyTimeDelta): number =>
  a.days - b.days || a.seconds - b.seconds || a.microseconds - b.microseconds;

/** Is the duration zero? */
export const isZero = (d: PyTimeDelta): boolean => d.days === 0 && d.seconds === 0 && d.microseconds === 0;

/** The quotient rounded half to even; `b` is not 0. */
export function divideNearest(a: Int, b: Int): Int {
  const numerator = BigInt(a);
  const denominator = BigInt(b);
  const quotient = intFloorDiv(a, b);
  // The remainder has the sign of the divisor.
  const twice = (numerator - BigInt(quotient) * denominator) * 2n;
  const more = denominator > 0n ? twice - denominator : denominator - twice;
  return more > 0n || (more === 0n && BigInt(quotient) % 2n !== 0n) ? intAdd(quotient, 1) : quotient;
}
