# New in 3.14: Union is one type
class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__ if isinstance(item, type) else item}]"


class Crate(Box):
    pass


print(Box[int], Crate["x"], Box[1, 2], list[int], dict[str, list[int]], tuple[int, ...], type[int], list[int]([1, 2]), type(list[int]).__name__)
g = dict[str, int]
print(g.__origin__, g.__args__, g() == {}, list[int] == list[int], hash(list[int]) == hash(list[int]), list[int] | None, int | str | None, (int | str).__args__, int | str == str | int, type(int | str).__name__)
for case in ("int[0]", "str['a']", "Box()[0]", "int | 5", "5 | int", "list[int].nope", "object[int]", "None | None", "type(Box)[int]"):
    try:
        print(case, eval(case))
    except TypeError as error:
        print(case, "->", error)
    except AttributeError as error:
        print(case, "->", error)


class Stack[T]:
    def __init__(self): self.items: list[T] = []


class IntStack(Stack[int]):
    pass


print(Stack[int], IntStack.__mro__[1].__name__, IntStack.__orig_bases__, Stack.__type_params__, isinstance(Stack[int](), Stack))
