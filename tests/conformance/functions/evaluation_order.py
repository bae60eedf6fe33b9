def e(label, value=None):
    print(label, end=" ")
    return value if value is not None else label


def f(*args, **kwargs):
    print("call", args, kwargs)
    return e("result")


e("func", f)(e("a"), *e("star", [1]), k=e("kw"), **e("dstar", {"z": 2}))
d = {}
d[e("key")] = e("value")
print()
e("left", 1) + e("right", 2) * e("third", 3)
print()
x = [e("x0"), e("x1")]
x[e("index", 0)], x[e("index", 1)] = e("v0"), e("v1")
print()
e("cond", True) and e("then") or e("never")
print()
print(e("yes") if e("test", True) else e("no"))
e("obj", [5]).append(e("arg"))
print()
(e("a", 1) < e("b", 2) < e("c", 3)) == e("d", 1)
print()
x[e("target", 0)] += e("aug")
print()
lambda default=e("default"): e("never")
print()
{e("k1"): e("v1"), e("k2"): e("v2")}
print()
e("value", [1, 2, 3])[e("lo", 0):e("hi", 2):e("step", 1)]
print()
assert e("check", True), e("never")
print()
