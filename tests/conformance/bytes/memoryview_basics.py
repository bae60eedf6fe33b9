data = bytearray(b"abcdef")
m = memoryview(data)
print(len(m), m[0], m[1:3].tobytes(), m.tolist(), m.format, m.itemsize, m.nbytes, m.readonly, m.shape, m.ndim)
m[0] = 65
m[1:3] = b"ZZ"
print(data, bytes(m), m == b"AZZdef", m[::2].tobytes(), m[::-1].tobytes(), 90 in m, list(m[:2]))
r = memoryview(b"xyz")
print(r.readonly, r.hex(), hash(r) == hash(b"xyz"))
for case in ("r[0] = 1", "m[10]", "m[0:2] = b'abc'", "m[0] = 300", "memoryview('a')", "data.append(1)"):
    try:
        exec(case)
    except Exception as error:
        print(case, "->", type(error).__name__, error)
other = bytearray(b"xyz")
n = memoryview(other)
n.release()
other.append(33)
print(other)
try:
    n[0]
except ValueError as error:
    print(error)
with memoryview(b"\x01\x00\x02\x00") as v:
    print(v[0])
try:
    v.tolist()
except ValueError as error:
    print(error)
print(memoryview(b"\x01\x00\x02\x00").cast("H").tolist())
