"""What every benchmark program calls: `bench(work, rounds)`, where `work()` takes no arguments and returns a checksum.

A repetition calls it `rounds` times, which takes CPython about 0.2 seconds.

    program.py                 makes one repetition and prints the checksum (the whole process is timed from outside)
    program.py SECONDS LEAST   repeats for that long, at least LEAST times, and prints the seconds of each repetition
    program.py once            calls the work a single time and prints the checksum
"""

import sys
from time import perf_counter


def repeat(work, rounds):
    for _ in range(rounds):
        result = work()
    return result


def bench(work, rounds):
    if len(sys.argv) < 3:
        print("checksum", repeat(work, rounds if len(sys.argv) < 2 else 1))
        return
    seconds = float(sys.argv[1])
    least = int(sys.argv[2])
    times = []
    checksum = None
    begin = perf_counter()
    while len(times) < least or perf_counter() - begin < seconds:
        start = perf_counter()
        result = repeat(work, rounds)
        times.append(perf_counter() - start)
        if checksum is None:
            checksum = result
        elif result != checksum:
            raise AssertionError("the checksum changed from %r to %r" % (checksum, result))
    print("checksum", checksum)
    for time in times:
        print("time", time)
