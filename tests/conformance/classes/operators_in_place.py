class Acc:
    def __init__(self):
        self.log = []

    def __iadd__(self, other):
        self.log.append(("iadd", other))
        return self

    def __imul__(self, other):
        return "replaced by imul"

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return ("sub", other)

    def __ior__(self, other):
        self.log.append(("ior", other))
        return self


a = b = Acc()
a += 1
a |= 2
print(a is b, a.log)
a -= 3
print(a)
b *= 2
print(b)


class Plain:
    def __add__(self, o): return "plain add"
    def __matmul__(self, o): return "plain matmul"
    def __rlshift__(self, o): return "rlshift"


p = Plain()
p += 1
q = Plain()
q @= 1
r = 5
r <<= Plain()
print(p, q, r)
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)
for op in ("+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="):
    try:
        exec(f"x = object; x {op} 1")
    except TypeError as error:
        print(error)
