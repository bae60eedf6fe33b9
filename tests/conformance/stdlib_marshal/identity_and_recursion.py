# What is one object before is one object after, and may contain itself.
import marshal

shared = ["a list", 1.5, (2, b"bytes")]
first, second, third = marshal.loads(marshal.dumps((shared, shared, {"key": shared})))
print(first is second, third["key"] is first, first == shared)

endless = [1]
endless.append(endless)
again = marshal.loads(marshal.dumps(endless))
print(again[0], again[1] is again, len(again))

table = {"name": "value"}
table["self"] = table
again = marshal.loads(marshal.dumps(table))
print(again["self"] is again, sorted(again))

old = marshal.loads(marshal.dumps((shared, shared), 2))
print(old[0] is old[1], old[0] == old[1])
print(len(marshal.dumps((shared, shared), 2)) > len(marshal.dumps((shared, shared))))

key = ((1, 2), 3)
again = marshal.loads(marshal.dumps([key, {key: "found"}, {(key, 4)}, frozenset([key])]))
print(again[1][(1, 2), 3], again[0] in again[3], (again[0], 4) in again[2])

deep = []
for _ in range(900):
    deep = [deep]
again = marshal.loads(marshal.dumps(deep))
depth = 0
while again:
    again = again[0]
    depth += 1
print(depth)
