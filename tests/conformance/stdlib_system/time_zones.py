# What `time` makes of the environment variable TZ, and of fields that C's int cannot hold.
# Needs a 64-bit platform
import os
import time


def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


XMAS = 1040774400
for zone in ("EST+05EDT,M4.1.0,M10.5.0", "AEST-10AEDT-11,M10.5.0,M3.5.0", "UTC+0", "<+0330>-3:30", "nonsense!"):
    os.environ["TZ"] = zone
    time.tzset()
    if zone != "nonsense!":
        print(zone, time.tzname)
    print(time.timezone, time.altzone, time.daylight)
    for moment in (XMAS, XMAS - 180 * 86400, 0, 4_000_000_000, -3_000_000_000, 100_000_000_000):
        fields = time.localtime(moment)
        print(tuple(fields), fields.tm_gmtoff, time.mktime(fields) == moment, time.strftime("%H:%M %z", fields))
    for is_dst in (-1, 0, 1):
        print(time.mktime((2002, 12, 25, 0, 0, 0, 0, 0, is_dst)), time.mktime((2002, 7, 1, 12, 0, 0, 0, 0, is_dst)))

os.environ["TZ"] = "UTC0"
time.tzset()
for year in (2**31 - 1, -(2**31) + 1900, -(2**31) + 1899, 2**31, -(2**31) - 1, 2**63, 12345, -1):
    print(tried(time.asctime, (year, 6, 1) + (0,) * 6))
    print(tried(time.strftime, "%Y", (year,) + (0,) * 8))
    print(tried(time.mktime, (year,) + (0,) * 8))
for weekday in (-1, -2, 6, 7, 2**31 - 1):
    print(tried(time.strftime, "%a %w", (1900, 1, 1, 0, 0, 0, weekday, 1, 0)))
