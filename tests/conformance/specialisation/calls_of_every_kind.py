import functools


def function(a, b=2): return ("function", a, b)


class C:
    def method(self, a, b=2): return ("method", a, b)

    @classmethod
    def cm(cls, a, b=2): return ("classmethod", a, b)

    @staticmethod
    def sm(a, b=2): return ("staticmethod", a, b)

    def __call__(self, a, b=2): return ("instance", a, b)


class Made:
    def __init__(self, a, b=2): self.args = (a, b)
    def __repr__(self): return f"Made{self.args}"


class New:
    def __new__(cls, a, b=2): return ("new", a, b)


async def coroutine(a, b=2): return a


def generator(a, b=2): yield ("generator", a, b)


c = C()
callables = [function, c.method, C.cm, c.cm, C.sm, c, Made, New, lambda a, b=2: ("lambda", a, b), functools.partial(function, b=9), lambda *a, **k: (a, k), lambda a, *, b=2: ("keyword only", a, b), lambda a, /, b=2: ("positional only", a, b)]


def call_one(f): return f(1)
def call_kw(f): return f(1, b=3)
def call_star(f): return f(*[1], **{"b": 4})


for f in callables:
    for _ in range(20):
        results = call_one(f), call_kw(f), call_star(f)
    print(*results)
print(all(call_one(f) == call_one(f) for f in callables * 5 if f is not Made), list(generator(1)))


def swap(n):
    f = lambda x: x + 1
    out = 0
    for i in range(n):
        if i == 50:
            f = lambda x, y=100: x + y
        if i == 70:
            f = str
        if i == 80:
            f = len
        try:
            out = f(i)
        except TypeError as error:
            out = str(error)
        if i in (49, 50, 70, 80):
            print(out)


swap(90)
