class M:
    def __init__(self, name):
        self.name = name
        print("init", name)

    def __enter__(self):
        print("enter", self.name)
        return self.name, len(self.name)

    def __exit__(self, *args):
        print("exit", self.name, args[0])


with M("a") as (name, size), M("bb") as pair:
    print(name, size, pair)
with (
    M("c") as c,
    M("d"),
    M("e") as e,
):
    print(c, e)
target = {}
with M("f") as target["key"], M("g") as [x, y]:
    print(target, x, y)
with M("h"):
    pass
with (M("i")) as i:
    print(i)
