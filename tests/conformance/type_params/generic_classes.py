class Stack[T]:
    def __init__(self):
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self

    def map[U](self, f) -> "Stack[U]":
        result = Stack[U]()
        for item in self.items:
            result.push(f(item))
        return result


class Pair[K, V = str]:
    pass


class IntStack(Stack[int]):
    pass


class Sub[T](Stack[T]):
    pass


print(Stack[int], Stack[int]().push(1).items, Stack().push(2).map(str).items, Pair[int], Pair[int, float], Sub[str].__origin__)
print(Stack.__type_params__, Stack.__parameters__, Stack.__orig_bases__, IntStack.__orig_bases__, [c.__name__ for c in Stack.__mro__], Sub.__parameters__)
print(Stack[int].__args__, Stack[int] == Stack[int], Stack[int] != Stack[str], isinstance(IntStack(), Stack), Stack.__name__)
for case in ("Stack[int, str]", "Pair[int, str, float]", "isinstance(1, Stack[int])"):
    try:
        print(eval(case))
    except TypeError as error:
        print(case, "->", error)


class Outer[T]:
    x = T

    def method(self):
        return T

    class Inner:
        y = T


print(Outer.x is Outer.__type_params__[0], Outer().method() is Outer.x, Outer.Inner.y is Outer.x)
