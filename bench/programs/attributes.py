"""Reading and writing attributes, methods, properties and class attributes of small objects."""

from harness import bench


class Vector:
    dimensions = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y

    @property
    def length_squared(self):
        return self.x * self.x + self.y * self.y

    def add(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def move(self, dx, dy):
        self.x += dx
        self.y += dy


class Named(Vector):
    def __init__(self, x, y, name):
        super().__init__(x, y)
        self.name = name

    def move(self, dx, dy):
        super().move(dx, dy)
        self.name = "moved"


def work():
    total = 0
    step = Vector(1, 2)
    place = Vector(0, 0)
    named = Named(0, 0, "new")
    for i in range(40000):
        place = place.add(step)
        place.move(-1, -1)
        named.move(i & 3, 1)
        total += place.length_squared % 1000 + named.dimensions
    return total + named.x + named.y


bench(work, 7)
