def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")


g = count(2)
print(type(g).__name__, g.__name__, g.__qualname__, iter(g) is g, g.gi_running, g.gi_frame is not None, g.gi_yieldfrom)
print(next(g), next(g), next(g, "default"), next(g, "again"), g.gi_frame)
print(list(count(3)), sum(count(4)), [*count(1)], max(count(3)), 2 in count(5), tuple(count(0)))
gen = (x * x for x in range(4) if x % 2)
print(type(gen).__name__, gen.__name__, next(gen), list(gen), list(gen))


def empty():
    return
    yield


def both():
    yield 1
    return "value"


print(list(empty()), list(both()))
g = both()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)
a, b, *c = count(4)
print(a, b, c)
for x in count(5):
    if x == 1:
        break
print("loop left", x)
