def averager():
    total = n = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, n
        total += value
        n += 1
        average = total / n


a = averager()
print(next(a), a.send(10), a.send(20), a.send(60))
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    averager().send(5)
except TypeError as error:
    print(error)


def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    return received


e = echo()
next(e)
print([e.send("a"), e.send("b")])
try:
    e.send("c")
except StopIteration as stop:
    print(stop.value)
try:
    e.send("late")
except StopIteration as stop:
    print(stop.value)


def expressions():
    x = yield
    y = (yield x) + (yield x * 2)
    print((yield), [(yield 1), (yield 2)])
    return y


g = expressions()
print(next(g), g.send(5), g.send(100), g.send(7), g.send("p"), g.send("q"))
try:
    g.send("r")
except StopIteration as stop:
    print(stop.value)
