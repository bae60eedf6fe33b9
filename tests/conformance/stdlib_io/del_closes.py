# IOBase.__del__ closes; what goes wrong then is not raised.
import gc
import io
import sys

reported = []
sys.unraisablehook = lambda args: reported.append((args.object, args.err_msg.partition("<")[0], repr(args.exc_value)))

class Noisy(io.RawIOBase):
    def close(self):
        print("close", self.closed)
        super().close()

r = Noisy()
print(r.__del__(), r.closed)
r.__del__()

class Failing(io.RawIOBase):
    def close(self):
        1 / 0

q = Failing()
print(q.__del__(), reported)
q.close = lambda: None

class Unusable(io.RawIOBase):
    @property
    def closed(self):
        raise KeyError("c")

u = Unusable()
print(u.__del__(), len(reported))
b = io.BytesIO(b"x")
print(b.__del__(), b.closed)

class Derived(io.StringIO):
    def __del__(self):
        print("before", self.closed)
        super().__del__()
        print("after", self.closed)

d = Derived("text")
d.__del__()
try:
    b.__del__(1)
except TypeError as e:
    print(type(e))
del d
gc.collect()
