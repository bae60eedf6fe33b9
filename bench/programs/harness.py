"""What every benchmark program calls: `bench(work)`, where `work()` takes no arguments and returns a checksum.

    program.py                 runs the work once and prints the checksum (the whole process is timed from outside)
    program.py SECONDS LEAST   repeats it for that long, at least LEAST times, and prints the seconds of each repetition
"""

import sys
from time import perf_counter


def bench(work):
    if len(sys.argv) < 3:
        print("checksum", work())
        return
    seconds = float(sys.argv[1])
    least = int(sys.argv[2])
    times = []
    checksum = None
    begin = perf_counter()
    while len(times) < least or perf_counter() - begin < seconds:
        start = perf_counter()
        result = work()
        times.append(perf_counter() - start)
        if checksum is None:
            checksum = result
        elif result != checksum:
            raise AssertionError("the checksum changed from %r to %r" % (checksum, result))
    print("checksum", checksum)
    for time in times:
        print("time", time)
