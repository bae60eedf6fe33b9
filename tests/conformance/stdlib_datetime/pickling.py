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
x.__reduce__()
d.isocalendar().__reduce__()
tzinfo().__reduce__()
z.__getinitargs__(), UTC.__getinitargs__(), z2.__getinitargs__()
z.__reduce_ex__(2)
copy.deepcopy(UTC) is UTC
copy.copy(z)==z
d.__reduce__(), t.__reduce__(), u.__reduce__(), tm.__reduce__(), time(1,tzinfo=UTC).__reduce__()
time(1,fold=1).__reduce_ex__(4), time(1,fold=1).__reduce_ex__(2), datetime(2024,1,1,fold=1).__reduce_ex__(4), datetime(2024,1,1,fold=1).__reduce_ex__(3)
tm.__reduce_ex__()
tm.__reduce_ex__('a')
pickle.loads(pickle.dumps([d,t,tm,u,x,z,UTC,Date(1,2,3)]))
'''


for case in CASES.strip().splitlines():
    try:
        shown = repr(eval(case))
    except Exception as error:
        shown = f"-> {type(error).__name__}: {error}"
    print(case, "|", shown.encode("ascii", "backslashreplace").decode())
