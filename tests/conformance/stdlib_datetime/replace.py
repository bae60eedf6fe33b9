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
d.replace(day=30)
d.replace(foo=1)
d.replace(1,2,3,4)
d.replace(2023)
d.replace('a')
Date(1,2,3).replace(day=4)
t.replace(tzinfo=1)
t.replace(tzinfo=UTC)
t.replace(fold=1)
t.replace(fold=3)
t.replace(1,2,3,4,5,6,7,None,1)
t.replace(hour=25)
DateTime(1,2,3).replace(day=4)
Time(1,2,3).replace(second=4)
tm.replace(hour=25)
tm.replace(tzinfo=UTC)
tm.replace(tzinfo=4)
tm.replace(fold=1)
copy.replace(d,day=1)
copy.replace(t,day=1)
copy.replace(tm,hour=1)
copy.replace(d,foo=1)
d.__replace__(1)
d.__class__, hash(d)==hash(date(2024,2,29)), hash(t)==hash(t.replace(fold=1)), hash(u)==hash(u.astimezone(z)), hash(tm)==hash(tm.replace(fold=1))
'''


for case in CASES.strip().splitlines():
    try:
        shown = repr(eval(case))
    except Exception as error:
        shown = f"-> {type(error).__name__}: {error}"
    print(case, "|", shown.encode("ascii", "backslashreplace").decode())
