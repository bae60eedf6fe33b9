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
x<1
x==1
x!=1
x<timedelta(5)
x>x
hash(x)==hash(timedelta(days=1,hours=-2,seconds=3.5))
t<u
u<t
u==t
d<t
t<d
d==t
t==d
d!=t
d<1
t<1
tm<1
d<d
t<=t
tm>=tm
tm<time(1,tzinfo=UTC)
tm==time(1,tzinfo=UTC)
time(1,tzinfo=UTC)<time(1,tzinfo=z)
time(1,tzinfo=UTC)==time(6,30,tzinfo=z)
datetime(2024,1,1,tzinfo=UTC)==datetime(2024,1,1,5,30,tzinfo=z)
hash(time(1,tzinfo=UTC))==hash(time(6,30,tzinfo=z))
'''


for case in CASES.strip().splitlines():
    try:
        shown = repr(eval(case))
    except Exception as error:
        shown = f"-> {type(error).__name__}: {error}"
    print(case, "|", shown.encode("ascii", "backslashreplace").decode())
