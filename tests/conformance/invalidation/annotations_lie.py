# Type annotations change nothing.
def add(a: int, b: int) -> int: return a + b
def scale(xs: list[float], k: float) -> list[float]: return [x * k for x in xs]


for i in range(60):
    add(i, i)
print(add("a", "b"), add([1], [2]), add(1.5, 2), add((1,), (2,)), add(2**60, 2**60))
for i in range(60):
    scale([1.0, 2.0], 3.0)
print(scale(["a", [1], 2], 2))
x: int = "not an int"
print(x)
