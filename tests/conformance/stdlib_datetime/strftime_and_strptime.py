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
format(d), format(d,'%Y'), format(t,'%H'), format(tm,'%M')
format(d,5)
d.strftime(5)
d.strftime()
d.strftime('%Y %y %m %%Y %C %G %F %D')
t.strftime('%f %z %Z %:z|%j')
u.strftime('%f %z %Z %:z')
datetime(2024,1,1,tzinfo=z2).strftime('%z %Z %:z')
datetime(2024,1,1,tzinfo=timezone(timedelta(microseconds=-1))).strftime('%z %Z %:z')
datetime(2024,1,1,tzinfo=Zone(timedelta(hours=1),'a%Yb')).strftime('%z %Z %:z')
tm.strftime('%Y %H %A %f')
t.strftime('\0')
t.strftime('a\0b%Y')
t.strftime('é %Y')
t.strftime('\ud800 %Y')
t.strftime(format='%Y')
t.strftime('')
datetime.strptime('21 Nov 2023 16:30','%d %b %Y %H:%M')
datetime.strptime('x','%Y')
datetime.strptime('x')
datetime.strptime(1,'%Y')
date.strptime('2024-02-03','%Y-%m-%d')
date.strptime('2024-02-03 11','%Y-%m-%d %H')
time.strptime('11:12','%H:%M')
time.strptime('2024 11:12','%Y %H:%M')
DateTime.strptime('2024 +0530','%Y %z')
time.strptime('11 +0530','%H %z')
datetime.strptime('2024 UTC','%Y %Z')
'''


for case in CASES.strip().splitlines():
    try:
        shown = repr(eval(case))
    except Exception as error:
        shown = f"-> {type(error).__name__}: {error}"
    print(case, "|", shown.encode("ascii", "backslashreplace").decode())
