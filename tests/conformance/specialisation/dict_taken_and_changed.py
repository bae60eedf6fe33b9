class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def total(points):
    return sum(p.x * 10 + p.y for p in points)


points = [P(1, 2) for _ in range(30)]
print(total(points))
d = points[0].__dict__
d["x"] = 100
print(total(points), points[0].x)
points[0].y = 50
print(d, points[0].__dict__ is d)
d["z"] = 1
print(points[0].z, hasattr(points[0], "z"), hasattr(points[1], "z"))
del d["x"]
try:
    total(points)
except AttributeError as error:
    print(error)
points[0].x = 1
print(list(d), total(points))
points[1].__dict__ = {"x": 0, "y": 0}
print(total(points))
points[2].__dict__.clear()
points[2].y, points[2].x = 1, 2
print(vars(points[2]), total(points))
vars(points[3]).update(x=7)
print(points[3].x, total(points))
points[4].__dict__[5] = "non-string key"
print(points[4].__dict__, points[4].x)
for p in points:
    del p.y
    p.y = 0
print(total(points), list(vars(points[9])))
shared = {"x": 1, "y": 1}
points[5].__dict__ = points[6].__dict__ = shared
points[5].x = 99
print(points[6].x, total(points))
try:
    points[0].__dict__ = 5
except TypeError as error:
    print(error)
