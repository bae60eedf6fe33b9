# One membership site, with values whose hash and equality misbehave.
class Bad:
    def __hash__(self): raise ValueError("no hash")


class Equal:
    def __eq__(self, o): return True
    def __hash__(self): return 1


def has(x, c):
    return x in c


def attempt(x, c):
    try:
        return has(x, c)
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


containers = [{1, 2}, frozenset([1]), {1: 2}, [1, "a"], (1, 2.5), "abc", range(5), b"ab", {"a": 1}.keys(), {"a": 1}.items(), iter([1, 2])]
needles = [1, "a", 1.0, True, None, [], Bad(), Equal(), ("a", 1), 2**70]
rows = set()
for _ in range(15):
    rows.add(repr([attempt(n, c) for c in containers[:10] for n in needles]))
print(len(rows))
for c in containers[:10]:
    print([attempt(n, c) for n in needles])
