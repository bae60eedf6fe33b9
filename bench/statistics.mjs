import { geometricMean, medianSorted, quantileSorted } from "simple-statistics";

/** A generator of numbers in [0, 1) that always begins the same, so that a report can be reproduced. */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ascending = (values) => [...values].sort((a, b) => a - b);

/** The median of some seconds, with the quartiles around it. */
export function summary(values) {
  const sorted = ascending(values);
  return {
    n: sorted.length,
    median: medianSorted(sorted),
    low: quantileSorted(sorted, 0.25),
    high: quantileSorted(sorted, 0.75),
    best: sorted[0],
  };
}

/** How many resamplings a confidence interval is made of. */
const resamples = 1000;

/** Median of `a` over median of `b`, with a 95 % interval by resampling both. */
export function ratio(a, b) {
  const random = mulberry(a.length * 31 + b.length);
  const draw = (values) =>
    medianSorted(ascending(values.map(() => values[Math.floor(random() * values.length)])));
  const drawn = ascending(Array.from({ length: resamples }, () => draw(a) / draw(b)));
  return {
    value: medianSorted(ascending(a)) / medianSorted(ascending(b)),
    low: quantileSorted(drawn, 0.025),
    high: quantileSorted(drawn, 0.975),
  };
}

export { geometricMean };

/**
 * The steady part of a series of repetitions: the second half, in which compilers have settled.
 * A series of fewer than four is taken whole.
 */
export function steady(times) {
  return times.length < 4 ? times : times.slice(Math.ceil(times.length / 2));
}
