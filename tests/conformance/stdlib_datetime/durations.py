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
timedelta('a')
timedelta(None)
timedelta(1,2,3,4,5,6,7)
timedelta(1,2,3,4,5,6,7,8)
timedelta(foo=1)
timedelta(days='a')
timedelta(hours='a')
timedelta(10**10)
timedelta(10**30)
timedelta(-10**10)
timedelta(1e9)
timedelta(1e30)
timedelta(float('nan'))
timedelta(float('inf'))
timedelta(microseconds=1e30)
timedelta(microseconds=0.5)
timedelta(microseconds=1.5)
timedelta(microseconds=2.5)
timedelta(seconds=0.0000005, microseconds=0.5)
timedelta(days=0.1, hours=0.1, minutes=.1, milliseconds=.3, weeks=.2)
timedelta(days=True)
timedelta(999999999,86399,999999)
timedelta(999999999,86399,999999)+timedelta.resolution
timedelta.min
timedelta.max
timedelta.resolution
-timedelta.max
-timedelta.min
abs(timedelta.min)
abs(timedelta(-1))
+Duration(1)
-Duration(1)
Duration(1)
Duration(1)+Duration(1)
x+1
1+x
x-1
1-x
x*2
x*2.5
x*'a'
x*x
x*float('nan')
x*float('inf')
x*1e300
x/0
x/0.0
x/2
x/3.3
x/float('nan')
x/float('inf')
x/x
x/timedelta(0)
x/'a'
x//0
x//2
x//2.5
x//x
x//timedelta(0)
x//'a'
x%2
x%timedelta(hours=1)
x%timedelta(0)
x%-timedelta(hours=1)
divmod(x,timedelta(hours=1))
divmod(x,timedelta(0))
bool(x),bool(timedelta(0))
x.total_seconds()
timedelta.max.total_seconds()
timedelta.min.total_seconds()
x.days, x.seconds, x.microseconds
d+1
1+d
d-1
1-d
d+timedelta(1)
timedelta(1)+d
d-timedelta(1)
timedelta(1)-d
date.max+timedelta(1)
date.min-timedelta(1)
date.max+timedelta(days=999999999)
datetime.max+timedelta(1)
datetime.min-timedelta(1)
datetime.max+timedelta(days=999999999)
datetime.max+timedelta.resolution
Date(2000,1,1)+timedelta(1)
timedelta(1)+Date(2000,1,1)
Date(2000,1,1)-timedelta(1)
DateTime(2000,1,1)+timedelta(1)
DateTime(2000,1,1)-timedelta(1)
d-Date(2000,1,1)
d-t
t-d
t-u
u-t
t-t
u-datetime(2024,1,1,tzinfo=z)
'''


for case in CASES.strip().splitlines():
    try:
        shown = repr(eval(case))
    except Exception as error:
        shown = f"-> {type(error).__name__}: {error}"
    print(case, "|", shown.encode("ascii", "backslashreplace").decode())
