# New in 3.14: messages
import copy
import pickle
import warnings
from datetime import *

warnings.simplefilter("ignore")


class Zone(tzinfo):
    def __init__(self, offset=None, name=None, dst=None):
        self.o, self.n, self.d = offset, name, dst

    def utcoffset(self, dt):
        return self.o

    def tzname(self, dt):
        return self.n

    def dst(self, dt):
        return self.d


class BareZone(tzinfo):
    pass


class Date(date):
    pass


class DateTime(datetime):
    pass


class Time(time):
    pass


class Duration(timedelta):
    pass


d = date(2024, 2, 29)
t = datetime(2024, 1, 2, 3, 4, 5, 678900)
x = timedelta(days=1, hours=-2, seconds=3.5)
u = datetime(2024, 1, 1, 12, tzinfo=UTC)
tm = time(1, 2, 3, 4)
z = timezone(timedelta(hours=5, minutes=30), "IST")
z2 = timezone(timedelta(hours=-5, minutes=-30, seconds=-15))

CASES = r'''
str(Duration(1,2,3))
repr(Duration(0))
str(x)
str(-x)
str(timedelta(-1))
str(timedelta(2,3,4))
str(timedelta(microseconds=1))
repr(timedelta(0,1))
repr(timedelta(0,0,1))
repr(timedelta(5,6,7))
d.isoformat(1)
t.isoformat('T','foo')
t.isoformat('TT')
t.isoformat('')
t.isoformat(1)
t.isoformat(sep=' ')
t.isoformat(timespec='minutes')
[t.isoformat(timespec=s) for s in ('auto','hours','minutes','seconds','milliseconds','microseconds')]
[tm.isoformat(timespec=s) for s in ('auto','hours','minutes','seconds','milliseconds','microseconds')]
tm.isoformat('x')
tm.isoformat(1)
tm.isoformat(timespec='hours', foo=1)
time(1,2,tzinfo=z2).isoformat()
str(datetime(2024,1,1,tzinfo=BareZone()))
repr(datetime(2024,1,1,tzinfo=Zone()))[:50]
str(timezone.utc), str(timezone.min), str(timezone.max), str(z), str(z2)
repr(z), repr(z2)
str(timezone(timedelta(microseconds=5)))
str(timezone(timedelta(microseconds=-5)))
str(timezone(timedelta(seconds=-5)))
repr(tm), repr(time(1)), repr(time(1,2)), repr(time(1,2,3)), repr(time(1,2,3,4,UTC,fold=1))
repr(t), repr(datetime(1,1,1)), repr(datetime(1,1,1,1,fold=1)), repr(u), repr(DateTime(1,1,1)), repr(Date(1,1,1)), repr(Time(1))
str(tm), str(time(1)), str(t), str(u), str(d)
Date.fromisoformat("2024-01-01")
DateTime.fromisoformat("2024-01-01")
Time.fromisoformat("01:02")
'''


for case in CASES.strip().splitlines():
    try:
        shown = repr(eval(case))
    except Exception as error:
        shown = f"-> {type(error).__name__}: {error}"
    print(case, "|", shown.encode("ascii", "backslashreplace").decode())
