é = 1
名前 = "name"
π = 3.14
ñandú = [é, π]
_ª = "ordinal"
ﬁ = "ligature"
print(é, 名前, π, ñandú, fi, _a)
e\
 = 5


class Größe:
    ärger = "Umlaut"

    def método(self, *, größe=1):
        return größe


g = Größe()
print(g.ärger, g.método(größe=2), Größe.__name__, hasattr(g, "método"), "é" in globals())
𝐱 = "mathematical x is x"
print(x, globals()["x"])
𝒳 = "script"
print(X)
for bad in ("1é", "a€b", "😀 = 1", "a·b", "·a", "x²"):
    try:
        compile(bad, "<case>", "exec")
        print(bad, "ok")
    except SyntaxError as error:
        print(bad, "->", error.msg)
