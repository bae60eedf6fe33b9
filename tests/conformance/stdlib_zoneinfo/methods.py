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
show("Z.from_file(io.BytesIO(b'abc'))"); show("Z.from_file(io.BytesIO(mk(b'UTC0')))"); show("str(Z.from_file(io.BytesIO(mk(b'UTC0'))))"); show("Z.from_file(5)"); show("Z()"); show("Z(5)"); show("Z('../a')"); show("Z('/a')"); show("Z.clear_cache(only_keys=['a'])"); show("Z.clear_cache()"); show("Z.clear_cache(5)"); show("z(b'UTC0')"); show("str(z(b'UTC0'))"); show("z(b'UTC0').key"); show("z(b'UTC0').utcoffset(5)"); show("z(b'UTC0').utcoffset()"); show("z(b'UTC0').fromutc(5)"); show("z(b'UTC0').fromutc(D(1,1,1))"); show("z(b'UTC0').__reduce__()"); show("z(b'UTC0').foo"); show("setattr(z(b'UTC0'),'key',5)"); show("Z.from_file(io.BytesIO(mk(b'UTC0')),5)");show("Z.from_file(io.BytesIO(mk(b'UTC0')),5).key");show("Z.from_file(io.BytesIO(mk(b'UTC0')),'a','b')"); show("z(b'',types=())")
class Sub(Z): pass
show("type(Sub._weak_cache).__name__")
