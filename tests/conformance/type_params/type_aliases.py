type Point = tuple[float, float]
type Tree[T] = T | list[Tree[T]]
type Lazy = undefined_name
type Recursive = dict[str, Recursive | int]
print(Point, Point.__name__, Point.__value__, type(Point).__name__, Point.__type_params__)
print(Tree, Tree[int], Tree.__type_params__, Tree[int].__args__, Tree[int].__origin__ is Tree)
try:
    Lazy.__value__
except NameError as error:
    print(error)
undefined_name = int
print(Lazy.__value__, Recursive.__value__)
print(Point | None, Point.__module__)


class C:
    type Local = int
    y: Local = 5


print(C.Local, C.Local.__value__, C.__annotations__)
try:
    isinstance(1, Point)
except TypeError as error:
    print(error)
try:
    Point.__value__ = 5
except AttributeError as error:
    print(error)
try:
    Point()
except TypeError as error:
    print(error)
try:
    Point[int]
except TypeError as error:
    print(error)
type = "a name again"
print(type)
