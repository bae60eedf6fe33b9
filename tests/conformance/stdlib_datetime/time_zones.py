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
datetime(2024,1,1,tzinfo=timezone(timedelta(microseconds=1)))
datetime(2024,1,1,tzinfo=timezone(timedelta(seconds=-1)))
u.astimezone()==u
u.astimezone(z)
u.astimezone(5)
u.astimezone(tz=z2)
u.astimezone(UTC) is u
u.astimezone(z,z)
t.utcoffset(), t.dst(), t.tzname(), u.utcoffset(), u.dst(), u.tzname()
tm.utcoffset(), tm.dst(), tm.tzname()
datetime(2024,1,1,tzinfo=Zone(5)).utcoffset()
datetime(2024,1,1,tzinfo=Zone(timedelta(1))).utcoffset()
datetime(2024,1,1,tzinfo=Zone(timedelta(-1))).utcoffset()
datetime(2024,1,1,tzinfo=Zone(timedelta(hours=23), 5)).tzname()
datetime(2024,1,1,tzinfo=Zone(timedelta(hours=23), 'n', 5)).dst()
datetime(2024,1,1,tzinfo=Zone(timedelta(hours=23), 'n', timedelta(2))).dst()
datetime(2024,1,1,tzinfo=Zone(timedelta(hours=23), 'n', None)).astimezone(UTC)
UTC.fromutc(datetime(2024,1,1,tzinfo=Zone(timedelta(hours=23), 'n', None)))
Zone(timedelta(1)).fromutc(datetime(2024,1,1))
Zone(None).fromutc(datetime(2024,1,1,tzinfo=UTC))
Zone(timedelta(1)).fromutc(5)
(lambda q: q.fromutc(datetime(2024,1,1,tzinfo=q)))(Zone(None))
(lambda q: q.fromutc(datetime(2024,1,1,tzinfo=q)))(Zone(timedelta(hours=1)))
BareZone().utcoffset(None)
BareZone().dst(None)
BareZone().tzname(None)
BareZone().fromutc(None)
BareZone().fromutc(datetime(2024,1,1))
BareZone().utcoffset()
timezone()
timezone(1)
timezone(timedelta(0))
timezone(timedelta(0)) is UTC
timezone(timedelta(0),'a')
timezone(timedelta(1))
timezone(timedelta(-1))
timezone(timedelta(hours=24))
timezone(timedelta(hours=-24))
timezone(timedelta(hours=1),5)
timezone(timedelta(hours=1),None)
timezone(timedelta(hours=1),'a','b')
timezone(timedelta(hours=1),name='abc')
timezone(offset=timedelta(hours=1),foo='abc')
z.utcoffset(None), z.dst(None), z.tzname(None), z2.tzname(None), UTC.tzname(None)
z.utcoffset(5)
z.dst(5)
z.tzname(5)
z.fromutc(5)
z.fromutc(datetime(2024,1,1))
z.fromutc(datetime(2024,1,1,tzinfo=z))
z.utcoffset()
z==timezone(timedelta(hours=5,minutes=30))
z==1
z<z
hash(z)==hash(timezone(timedelta(hours=5,minutes=30)))
hash(datetime(2024,1,1,tzinfo=Zone(None)))==hash(datetime(2024,1,1))
type("Sub", (timezone,), {})
'''


for case in CASES.strip().splitlines():
    try:
        shown = repr(eval(case))
    except Exception as error:
        shown = f"-> {type(error).__name__}: {error}"
    print(case, "|", shown.encode("ascii", "backslashreplace").decode())
