class Point:
    x = 3
    tags = ["a", "b"]

    def __format__(self, spec):
        return f"<{spec}>"


p = Point()
print("{} {} {}".format(1, "a", None), "{1} {0} {1}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{{}} {{{}}}".format(5))
print("{0.x} {0.tags[1]} {d[key]} {l[0]}".format(p, d={"key": "v"}, l=[9]), "{!r} {!s} {!a}".format("é", "é", "é"))
print("{:>5}|{:<5}|{:^5}|{:*^7}".format(1, 2, 3, "x"), "{:{width}.{prec}f}".format(3.14159, width=8, prec=2), "{0:{1}}".format("a", ">3"))
print("{:abc}".format(p), "{}".format(p), "{!s:>10}".format(True), "{:,}".format(1234567), "{:%}".format(0.25))
print("{a.__class__.__name__}".format(a=5), "{0[a b]}".format({"a b": 1}), "{0[-1]}".format({"-1": "str key"}))
cases = [("{", ()), ("}", ()), ("{} {1}", (1, 2)), ("{0} {}", (1, 2)), ("{}", ()), ("{a}", ()), ("{0.nope}", (1,)), ("{0[5]}", ([1],)), ("{!x}", (1,)), ("{:d}", ("a",)), ("{0[k]}", ([1],)), ("{:>{}}", (1,)), ("{!}", (1,)), ("{0", (1,)), ("{:5}", ([],)), ("{:5}", (None,))]
for template, values in cases:
    try:
        print(template.format(*values))
    except Exception as error:
        print(repr(template), type(error).__name__, error)
