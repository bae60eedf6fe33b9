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
tt=dict(trans=(0,100000,200000,300000),idx=(0,1,0,1),types=((3600,0,0),(7200,1,4)),abbr=b"STD\0DST\0")
for s in (b"",b"STD-1DST,M3.2.0,M11.1.0",b"STD-1"):
    t=z(s,**tt)
    for sec in (-100000,-3600,0,1800,3599,3600,7200,100000,102000,103600,107200,200000,203600,207199,207200,300000,303600,307200,400000,10**9,1710000000):
        dt=D(1970,1,1)+datetime.timedelta(seconds=sec)
        r=t.fromutc(dt.replace(tzinfo=t))
        print(s,sec,t.utcoffset(dt),t.dst(dt),t.tzname(dt),t.utcoffset(dt.replace(fold=1)),r.isoformat(),r.fold)
