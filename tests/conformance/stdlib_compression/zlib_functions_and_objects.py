import zlib
def t(f,*a,**k):
    try: r=f(*a,**k); print(r if not isinstance(r,bytes) or len(r)<60 else len(r))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
data=b"hello hello hello "*20
c=zlib.compress(data)
print(c, zlib.decompress(c)==data)
for lv in range(-1,10): print(lv, zlib.compress(data*50, lv).hex()[-40:])
for w in (9,12,15,-9,-15,25,31): 
    x=zlib.compress(data,wbits=w); print(w, x.hex()[:30], zlib.decompress(x,wbits=w)==data)
t(zlib.compress,data,10); t(zlib.compress,"s"); t(zlib.compress); t(zlib.compress,data,2**31); t(zlib.compress,data,2**80); t(zlib.compress,data,1.5); t(zlib.compress,data,-2)
t(zlib.compress,data,wbits=8);t(zlib.compress,data,wbits=100)
t(zlib.decompress,c[:-3]); t(zlib.decompress,c[:-1]+b'x'); t(zlib.decompress,b"garbage"); t(zlib.decompress,b""); t(zlib.decompress,c+b"tail"); t(zlib.decompress,c,bufsize=-1); t(zlib.decompress,c,100); t(zlib.decompress,c,-15); t(zlib.decompress,c,wbits=47)
t(zlib.decompress,c,bufsize=0); t(zlib.decompress, zlib.compress(data,wbits=31), wbits=47)
t(zlib.compressobj,10); t(zlib.compressobj,1,9); t(zlib.compressobj,zdict=None); t(zlib.compressobj,zdict="x"); t(zlib.compressobj,wbits=3); t(zlib.compressobj,strategy=9); t(zlib.compressobj,memLevel=0)
t(zlib.decompressobj,100); t(zlib.decompressobj,zdict=3); t(zlib.decompressobj, zdict=None)
d=zlib.decompressobj(); t(d.decompress,c+b"extra"); print(d.unused_data,d.unconsumed_tail,d.eof); t(d.decompress,b"more"); print(d.unused_data); t(d.flush); t(d.flush); t(d.copy); t(d.decompress,b"a"); t(d.flush,0); t(d.flush,-1)
d=zlib.decompressobj(); out=d.decompress(c,10); print(out,len(d.unconsumed_tail)); t(d.decompress,d.unconsumed_tail,5); t(d.flush); print(d.eof,d.unused_data,d.unconsumed_tail)
t(d.decompress,b"",-1)
d=zlib.decompressobj(); t(d.decompress,b"garbage"); t(d.decompress,b"x")
z=b"hello world zdict"
co=zlib.compressobj(zdict=z); x=co.compress(data)+co.flush(); print(x)
t(zlib.decompress,x); d=zlib.decompressobj(zdict=z); t(d.decompress,x); d=zlib.decompressobj(zdict=b"wrong"); t(d.decompress,x); d=zlib.decompressobj(); t(d.decompress,x)
t(co.compress,b"a"); t(co.flush); t(co.copy)
co=zlib.compressobj(); co.compress(data); c2=co.copy(); a=co.compress(b"abc")+co.flush(); b=c2.compress(b"xyz")+c2.flush(); print(a!=b, a, b)
for m in (zlib.Z_NO_FLUSH,zlib.Z_PARTIAL_FLUSH,zlib.Z_SYNC_FLUSH,zlib.Z_FULL_FLUSH,zlib.Z_BLOCK,zlib.Z_TREES,-1,17):
    co=zlib.compressobj(); co.compress(b"abc"); t(co.flush,m)
    t(co.flush)
t(zlib.adler32,b"abc"); t(zlib.crc32,b"abc"); t(zlib.crc32,b"abc",-1);t(zlib.crc32,b"abc",2**40+5);t(zlib.adler32,b"abc"*10000,7); t(zlib.crc32,"s"); t(zlib.crc32,b"",1.5); t(zlib.adler32)
D=zlib._ZlibDecompressor
d=D(); t(d.decompress,c[:5]); print(d.needs_input,d.eof); t(d.decompress,c[5:]+b"zz"); print(d.needs_input,d.eof,d.unused_data); t(d.decompress,b"")
d=D(); t(d.decompress,c,10); print(d.needs_input); t(d.decompress,b"",0); print(d.needs_input); t(d.decompress,b"",3); t(d.decompress,b"",max_length=2**31-1);print(d.needs_input,d.eof)
d=D(); t(d.decompress,b"garbage"); t(d.decompress,b"garbage")
t(D,100); t(D,"x"); t(D,15,b"",3); t(D,foo=1)
t(type(co)); t(type(zlib.decompressobj())); print(type(co), D)
import copy,pickle
t(pickle.dumps,co); t(copy.copy,co); t(copy.deepcopy,co)
t(setattr, d,'eof',3); t(lambda: d.foo)
try:
    class X(D): pass
except TypeError as e: print(e)
t(zlib.compress, memoryview(b"abcdef")[::2])
t(zlib.crc32, memoryview(b"abcdef")[::2])
import array
t(zlib.crc32, array.array("i",[1,2]))
