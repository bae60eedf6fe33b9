# New in 3.14: messages
import datetime
import io
import re
import struct
from zoneinfo import ZoneInfo as Z


def show(c):
    try: print(c, re.sub("0x[0-9a-f]+", "0x", repr(eval(c))))
    except BaseException as e: print(c, type(e).__name__, e)
def mk(tz, v=2, trans=(), idx=(), types=((0,0,0),), abbr=b"UTC\0"):
    def block(sz):
        h=b"TZif"+str(v).encode()+b"\0"*15+struct.pack(">6L",0,0,0,len(trans),len(types),len(abbr))
        return h+b"".join(struct.pack(">l" if sz==4 else ">q",t) for t in trans)+bytes(idx)+b"".join(struct.pack(">lBB",*t) for t in types)+abbr
    return block(4)+block(8)+b"\n"+tz+b"\n"
def z(tz,**k): return Z.from_file(io.BytesIO(mk(tz,**k)),key="k")
D=datetime.datetime
for s in (b"UTC0",b"EST5EDT,M3.2.0,M11.1.0",b"EST5EDT",b"EST",b"",b"E",b"EST5EDT,M3.2.0",b"EST5EDT,M13.2.0,M11.1.0",b"EST5EDT,M3.6.0,M11.1.0",b"EST5EDT,M3.2.7,M11.1.0",b"EST5EDT,J0,J5",b"EST5EDT,J366,J5",b"EST5EDT,J1,J365",b"EST5EDT,0,365",b"EST5EDT,0,366",b"EST5EDT4,M3.2.0/4:30:15,M11.1.0/-2",b"<+03>-3",b"<AB>5<CD>,J1,J5/167",b"EST5EDT,M3.2.0/168,M11.1.0",b"EST25",b"EST168",b"EST5:60",b"EST5EDT,M3.2.0,M11.1.0,x",b"EST+5EDT+4,M3.2.0,M11.1.0",b"EST5edt,3.2.0,M11.1.0",b"A5",b"<A5",b"EST5EDT,M3.2.0/a,M11.1.0", b"EST5EDT,M3.2,M11.1.0",b"EST5EDT,,", b"EST-5:30:15"):
    for d in ("D(2024,1,15)","D(2024,7,15)","D(2024,3,10,2,30)","D(2024,3,10,2,30,fold=1)","D(2024,11,3,1,30)","D(2024,11,3,1,30,fold=1)","None"):
        try: t=z(s); dt=eval(d); print(s,d,repr(t.utcoffset(dt)),t.dst(dt),t.tzname(dt), t.fromutc(dt.replace(tzinfo=t)) if dt else None, t.fromutc(dt.replace(tzinfo=t)).fold if dt else None)
        except BaseException as e: print(s,type(e).__name__,e); break
