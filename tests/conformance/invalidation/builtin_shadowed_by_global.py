# A global of a built-in's name appears while a loop uses the built-in.
def loop(at):
    out = []
    for i in range(80):
        if i == at:
            globals()["max"] = lambda *a: "mine"
        value = max(1, 2)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop(60))
print(loop(-1))
del max
print(loop(-1))
print(loop(0))
