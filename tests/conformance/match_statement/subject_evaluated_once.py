def subject():
    print("evaluated")
    return {"n": 3}


match subject():
    case {"n": 1}:
        print("one")
    case {"n": 2}:
        print("two")
    case {"n": n}:
        print("captured", n)


class Seq(list):
    def __len__(self):
        print("len")
        return super().__len__()


match Seq([1, 2, 3]):
    case [1]:
        print("one")
    case [1, 2, 3]:
        print("three")


class Attr:
    @property
    def x(self):
        print("x read")
        return 5


match Attr():
    case Attr(x=1) | Attr(x=5):
        print("matched")


def loop(values):
    out = []
    for v in values:
        match v:
            case 0:
                continue
            case 9:
                break
            case int():
                out.append(v)
            case _:
                return out, v
    return out


print(loop([1, 0, 2, 9, 3]), loop([1, "x", 2]), loop([]))
