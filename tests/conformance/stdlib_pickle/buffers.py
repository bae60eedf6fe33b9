# New in 3.14: messages
import pickle
import re


def show(label, make):
    try:
        text = ascii(make())
    except BaseException as error:
        context = type(error.__context__).__name__
        text = f"{type(error).__name__} {ascii(str(error))} {getattr(error, '__notes__', None)} {context}"
    print(label, "|", re.sub("0x[0-9a-f]+", "0x", text))


P=pickle.PickleBuffer
show("pb", lambda: P(5))
show("pb", lambda: P())
show("pb", lambda: P(b"a",b=1))
x=P(b"abc")
show("raw", lambda: bytes(x.raw()))
show("mv", lambda: bytes(memoryview(x)))
show("p4", lambda: pickle.dumps(x,4))
show("p5", lambda: pickle.dumps(x,5))
show("p5", lambda: pickle.dumps(P(bytearray(b"abc")),5))
bufs=[]
s=pickle.dumps([x,P(bytearray(b"xyz"))],5,buffer_callback=bufs.append)
show("oob", lambda: s)
show("oob", lambda: [bytes(i) for i in pickle.loads(s,buffers=bufs)])
show("oob", lambda: pickle.loads(s))
show("oob", lambda: pickle.loads(s,buffers=[]))
show("oob", lambda: pickle.loads(s,buffers=5))
x.release()
show("rel", lambda: x.raw())
show("rel", lambda: memoryview(x))
show("rel", lambda: pickle.dumps(x,5))
show("rel", lambda: P(x))
show("nc", lambda: P(memoryview(b"abcd")[::2]).raw())
show("nc", lambda: pickle.dumps(P(memoryview(b"abcd")[::2]),5))
