class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return isinstance(other, Same) and self.n == other.n


s = {Same(i % 10) for i in range(50)}
print(len(s), Same(3) in s, Same(30) in s, sorted(x.n for x in s))
s.discard(Same(3))
print(len(s), Same(3) in s, Same(4) in s)
s.add(Same(3))
print(sorted(x.n for x in s & {Same(1), Same(99), Same(3)}))
