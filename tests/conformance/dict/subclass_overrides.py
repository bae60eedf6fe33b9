class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())

    def __contains__(self, key):
        return super().__contains__(key.upper())


u = Upper()
u["abc"] = 1
u.update(xyz=2)
print(u, u["ABC"], u["abc"], "aBc" in u, u.get("abc"), u.get("ABC"), len(u), list(u))
print(dict(u), {**u}, type(u | {"q": 1}).__name__, type(u.copy()).__name__, u == {"ABC": 1, "xyz": 2}, repr(u), Upper(k=1), "{abc}".format_map(u))
