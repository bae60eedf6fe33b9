class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other) if isinstance(other, int) else NotImplemented

    def __radd__(self, other):
        print("radd", other)
        return self + other

    def __rmul__(self, other):
        return Money(self.cents * other)

    def __repr__(self):
        return f"Money({self.cents})"


print(Money(5) + 1, 1 + Money(5), 3 * Money(5), sum([Money(1)], 0))
for bad in (lambda: Money(1) * 3, lambda: Money(1) + "a", lambda: 1.5 + Money(2), lambda: Money(1) + Money(2)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
