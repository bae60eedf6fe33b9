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
date.fromtimestamp('a')
date.fromtimestamp(None)
date.fromtimestamp(1e30)
date.fromtimestamp(float('nan'))
date.fromtimestamp(0)
datetime.fromtimestamp('a')
datetime.fromtimestamp(None)
datetime.fromtimestamp(1e30)
datetime.fromtimestamp(float('nan'))
datetime.fromtimestamp(float('inf'))
datetime.fromtimestamp(0, 5)
datetime.fromtimestamp(0, tz='a')
datetime.fromtimestamp(0, foo=UTC)
datetime.fromtimestamp()
datetime.fromtimestamp(0, UTC)
datetime.fromtimestamp(1.5, UTC)
datetime.fromtimestamp(1.0000005, UTC)
datetime.fromtimestamp(1.0000015, UTC)
datetime.fromtimestamp(-1.5, UTC)
datetime.fromtimestamp(0, z)
datetime.fromtimestamp(253402300800, UTC)
datetime.fromtimestamp(-62135596801, UTC)
datetime.fromtimestamp(-62135596800, UTC)
datetime.now(5)
datetime.now(tz='a')
datetime.now(1,2)
type(datetime.now(UTC)), type(DateTime.now(UTC)), type(DateTime.today()), type(Date.today())
datetime.combine()
datetime.combine(d)
datetime.combine(d,tm)
datetime.combine(d,tm,UTC)
datetime.combine(d,tm,tzinfo=UTC)
datetime.combine(d,tm,5)
datetime.combine(d,1)
datetime.combine(1,tm)
DateTime.combine(d,tm)
datetime.combine(t,tm)
u.timestamp()
datetime(1,1,1,tzinfo=UTC).timestamp()
datetime(1970,1,1,0,0,0,1,tzinfo=z).timestamp()
timezone.utc, timezone.min, timezone.max
datetime.utcnow()==1
datetime.utcfromtimestamp(5)
DateTime.utcfromtimestamp(5)
datetime.utcfromtimestamp('a')
date.today(1)
'''


for case in CASES.strip().splitlines():
    try:
        shown = repr(eval(case))
    except Exception as error:
        shown = f"-> {type(error).__name__}: {error}"
    print(case, "|", shown.encode("ascii", "backslashreplace").decode())
