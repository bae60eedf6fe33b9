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
date()
date(1)
date(1,2)
date(1,2,3,4)
date('a',1,1)
date(1.5,1,1)
date(0,1,1)
date(10000,1,1)
date(2024,0,1)
date(2024,13,1)
date(2023,2,29)
date(2023,2,-1)
date(year=1,month=2,day=3)
date(year=1,month=2,dy=3)
date(1,2,3,day=4)
date(b'abc')
date(b'\x07\xe8\x02\x1d')
date('\x07\xe8\x02\x1d')
date(b'\x07\xe8\x0d\x1d')
date(b'\x07\xe8\x02\x1d',1)
datetime()
datetime(1)
datetime(1,1,1,24)
datetime(1,1,1,0,60)
datetime(1,1,1,0,0,60)
datetime(1,1,1,0,0,0,1000000)
datetime(1,1,1,0,0,0,0,5)
datetime(1,1,1,fold=2)
datetime(1,1,1,fold='a')
datetime(1,1,1,0,0,0,0,None,1)
datetime(1,1,1,0,0,0,0,None,fold=1)
datetime(1,1,1,hour='a')
datetime(1,1,1,foo=1)
time()
time(24)
time(0,60)
time(0,0,60)
time(0,0,0,1000000)
time(fold=2)
time(tzinfo=1)
time(0,0,0,0,None,1)
time('a')
time(1,2,3,4,UTC)
time(b'\x01\x02\x03\x00\x00\x04')
time(b'\x81\x02\x03\x00\x00\x04')
time(b'\x81\x02\x03\x00\x00\x04', UTC)
time(b'\x81\x02\x03\x00\x00\x04', 5)
time('\x01\x02\x03\x00\x00\x04')
datetime(b'\x07\xe8\x01\x02\x03\x04\x05\x0a\x5b\xf4')
datetime(b'\x07\xe8\x81\x02\x03\x04\x05\x0a\x5b\xf4', UTC)
datetime(b'\x07\xe8\x81\x02\x03\x04\x05\x0a\x5b\xf4', 5)
datetime('\x07\xe8\x01\x02\x03\x04\x05\x0a\x5b\xf4')
2*x
2/x
divmod(x,2)
setattr(x,'days',1)
delattr(x,'days')
setattr(d,'year',1)
setattr(t,'hour',1)
setattr(tm,'foo',1)
Date(1,2,3).__dict__
d-'a'
datetime(2024,1,1,tzinfo=z2)
t.date(), t.time(), u.timetz(), u.time()
DateTime(2000,1,1).date()
bool(time(0))
d.__format__(5)
datetime.max, datetime.min, datetime.resolution, date.max, date.min, date.resolution, time.max, time.min, time.resolution
MINYEAR, MAXYEAR
date.__new__(1)
date.__new__(int,1,1,1)
d.year()
Date.fromordinal(5)
DateTime.fromordinal(5)
Date.fromisocalendar(2024,1,1)
DateTime.fromtimestamp(0,UTC)
Date(b"\x07\xe8\x02\x1d")
DateTime.min
Duration(5).__reduce__()
Duration(5)*2
Duration.max
'''


for case in CASES.strip().splitlines():
    try:
        shown = repr(eval(case))
    except Exception as error:
        shown = f"-> {type(error).__name__}: {error}"
    print(case, "|", shown.encode("ascii", "backslashreplace").decode())
