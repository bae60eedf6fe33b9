names = [f"p{i}" for i in range(300)]
namespace = {}
exec(f"def f({', '.join(names)}): return p0, p150, p299, len(locals())", namespace)
print(namespace["f"](*range(300)), eval(f"f({', '.join(map(str, range(300)))})", namespace))
exec(f"def g(*, {', '.join(n + '=' + n[1:] for n in names)}): return p299 - p1", namespace)
print(namespace["g"](), namespace["g"](p1=0), eval(f"g({', '.join(n + '=5' for n in names)})", namespace))
try:
    namespace["f"](*range(299))
except TypeError as error:
    print(error)
try:
    namespace["f"](1)
except TypeError as error:
    print(str(error)[:60], str(error)[-40:])
print(len(eval(f"[{', '.join(map(str, range(1000)))}]")), len(eval("{" + ", ".join(f"{i}: {i}" for i in range(1000)) + "}")), sum(eval("(" + ", ".join(["1"] * 500) + ")")))
print(eval("f'" + "{x}" * 300 + "'", {"x": 7}) == "7" * 300, len("%s" * 300 % (("ab",) * 300)))
a, b, *c = eval(f"[{', '.join(map(str, range(600)))}]")
print(a, b, len(c))
