"""A raytracer: vectors as objects with operator methods, spheres, shadows and reflections."""

from harness import bench


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / self.dot(self) ** 0.5)


class Sphere:
    def __init__(self, centre, radius, shade, mirror):
        self.centre = centre
        self.radius = radius
        self.shade = shade
        self.mirror = mirror

    def meet(self, origin, direction):
        to = self.centre - origin
        along = to.dot(direction)
        inside = along * along - to.dot(to) + self.radius * self.radius
        if inside < 0.0:
            return None
        distance = along - inside**0.5
        return distance if distance > 1e-4 else None

    def normal(self, at):
        return (at - self.centre).unit()


class Floor:
    shade = 0.7
    mirror = 0.1

    def __init__(self, y):
        self.y = y

    def meet(self, origin, direction):
        if direction.y > -1e-6:
            return None
        return (self.y - origin.y) / direction.y

    def normal(self, at):
        return UP


UP = Vector(0.0, 1.0, 0.0)
LIGHT = Vector(-4.0, 6.0, -3.0)


def nearest(things, origin, direction):
    best = None
    best_distance = 1e9
    for thing in things:
        distance = thing.meet(origin, direction)
        if distance is not None and distance < best_distance:
            best, best_distance = thing, distance
    return best, best_distance


def trace(things, origin, direction, depth):
    thing, distance = nearest(things, origin, direction)
    if thing is None:
        return 0.2 + 0.3 * max(0.0, direction.y)
    at = origin + direction * distance
    normal = thing.normal(at)
    to_light = (LIGHT - at).unit()
    bright = max(0.0, normal.dot(to_light))
    if bright > 0.0 and nearest(things, at, to_light)[0] is not None:
        bright *= 0.3
    value = thing.shade * (0.1 + 0.9 * bright)
    if depth > 0 and thing.mirror > 0.0:
        reflected = direction - normal * (2.0 * direction.dot(normal))
        value = value * (1.0 - thing.mirror) + thing.mirror * trace(things, at, reflected, depth - 1)
    return value


def work():
    things = [Sphere(Vector(i * 1.2 - 1.8, 0.1 * i, 4.0 + i), 0.6, 0.5 + 0.1 * i, 0.1 * i) for i in range(4)]
    things.append(Floor(-0.6))
    origin = Vector(0.0, 0.5, -2.0)
    width, height = 44, 30
    total = 0.0
    for y in range(height):
        for x in range(width):
            direction = Vector((x - width / 2) / width, (height / 2 - y) / height, 1.0).unit()
            total += trace(things, origin, direction, 2)
    return round(total, 6)


bench(work, 9)
