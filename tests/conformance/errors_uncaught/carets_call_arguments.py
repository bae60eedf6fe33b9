def area(width, height):
    return width * height


sizes = [(1, 2), (3,), (4, 5)]
print(area(*sizes[0]))
print(sum(area(*size) for size in sizes))
