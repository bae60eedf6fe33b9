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
d.isocalendar()
d.isocalendar().year, d.isocalendar().week, d.isocalendar()[2]
repr(d.isocalendar())
type(d.isocalendar())(1,2,3)
type(d.isocalendar())(1,2)
type(d.isocalendar())(year=1,week=2,weekday=3)
d.isocalendar()==(2024,9,4)
tuple(d.isocalendar())
date.fromordinal(0)
date.fromordinal(-5)
date.fromordinal(10**9)
date.fromordinal('a')
date.fromordinal(1)
date.fromordinal(3652059)
datetime.fromordinal(1)
date.fromisocalendar(2024,9,4)
date.fromisocalendar(2024,54,4)
date.fromisocalendar(2023,53,4)
date.fromisocalendar(2020,53,4)
date.fromisocalendar(2024,0,4)
date.fromisocalendar(2024,1,0)
date.fromisocalendar(2024,1,8)
date.fromisocalendar(0,1,1)
date.fromisocalendar(10000,1,1)
date.fromisocalendar(2024,1)
date.fromisocalendar('a',1,1)
date.fromisocalendar(9999,52,7)
date.fromisocalendar(1,1,1)
datetime.fromisocalendar(year=2024,week=9,day=4)
'''


for case in CASES.strip().splitlines():
    try:
        shown = repr(eval(case))
    except Exception as error:
        shown = f"-> {type(error).__name__}: {error}"
    print(case, "|", shown.encode("ascii", "backslashreplace").decode())
