# New in 3.14: template strings (PEP 750)
# Expressions are evaluated at once, in order, values stay as they are; only nested specifications are formatted.
class Loud:
    def __init__(self, name):
        self.name = name

    def __format__(self, spec):
        print("format", self.name, repr(spec))
        return f"[{self.name}]"

    def __repr__(self):
        print("repr", self.name)
        return self.name

    def __str__(self):
        print("str", self.name)
        return self.name


def make(name):
    print("make", name)
    return Loud(name)


t = t"{make('a')!r:>5}{make('b'):{make('c')}{make('d')!r}}{make('e')=}"
print([i.format_spec for i in t.interpolations], [i.value.name for i in t.interpolations])
print(t.strings)

items = [1]
late = t"{items}{lambda_ if (lambda_ := 3) else 0}" if items else None
items.append(2)
print(late.values, lambda_)
print([t"{i}{j}".values for i in range(2) for j in "ab"])
print((lambda y: t"{y}{(lambda: y)()}")(4).values)


class Body:
    a = 1
    t = t"{a}"


print(Body.t.values)


def generator():
    got = t"{(yield 1)}{(yield 2)}"
    yield got.values


g = generator()
print(next(g), g.send("x"), g.send("y"))


async def coroutine():
    async def inner():
        return 5

    return t"{await inner()}".values


try:
    coroutine().send(None)
except StopIteration as stop:
    print(stop.value)
try:
    t"{1}{1 / 0}{print('never')}"
except ZeroDivisionError as error:
    print(error)
print(t"{t'{1}'.values}{f'{t'x'.strings}'}".values)
match t"x":
    case str():
        print("str")
    case object():
        print("no str")
