class Bad:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("eq")
def f(a, b):
    for i in range(2):
        if a in b:
            return "in"
        if a not in b:
            pass
    return "out"
for i in range(300):
    f(i, {1, 2, 300}); 
try:
    f(Bad(), {1, 2})
except ValueError:
    import traceback
    traceback.print_exc()
def g(d, b):
    x = 0
    for k in range(300):
        if k in d: x += 1
    if b in d:
        return x
    return -x
print(g({5:1}, 5))
try: g({1: 1}, Bad())
except ValueError:
    traceback.print_exc()
try: g({1: 1}, [])
except TypeError:
    traceback.print_exc()
