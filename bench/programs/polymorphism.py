"""Shapes of five classes behind one interface: virtual methods, class attributes, isinstance, overriding."""

from harness import bench


class Shape:
    sides = 0

    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def grow(self, by):
        self.size += by
        return self

    def describe(self):
        return self.sides * self.size + self.area()


class Square(Shape):
    sides = 4

    def area(self):
        return self.size * self.size


class Circle(Shape):
    def area(self):
        return 3 * self.size * self.size

    def describe(self):
        return self.area()


class Triangle(Shape):
    sides = 3

    def area(self):
        return self.size * self.size // 2


class Rectangle(Square):
    def __init__(self, size, other):
        super().__init__(size)
        self.other = other

    def area(self):
        return self.size * self.other


class Group(Shape):
    def __init__(self, parts):
        super().__init__(1)
        self.parts = parts

    def area(self):
        total = 0
        for part in self.parts:
            total += part.area()
        return total


def work():
    shapes = []
    for i in range(60):
        shapes.append(Square(i % 7))
        shapes.append(Circle(i % 5))
        shapes.append(Triangle(i % 9))
        shapes.append(Rectangle(i % 4, i % 3))
    shapes.append(Group(shapes[:20]))
    total = 0
    round_ones = 0
    for turn in range(120):
        for shape in shapes:
            total += shape.describe() + shape.area()
            if isinstance(shape, Circle):
                round_ones += 1
            elif shape.sides == 4 and turn % 8 == 0:
                shape.grow(1)
    return total, round_ones


bench(work, 15)
