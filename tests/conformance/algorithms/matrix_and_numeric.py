import math


def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * determinant([row[:j] + row[j + 1 :] for row in m[1:]]) for j in range(len(m)))


def spiral(m):
    out = []
    while m:
        out += m.pop(0)
        m = [list(r) for r in zip(*m)][::-1]
    return out


def newton(f, df, x, n=20):
    for _ in range(n):
        x -= f(x) / df(x)
    return x


def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + sum((4 if i % 2 else 2) * f(a + i * h) for i in range(1, n)))


def mandelbrot(c, limit=50):
    z = 0
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


print(multiply([[1, 2], [3, 4]], [[5, 6], [7, 8]]), determinant([[2, 0, 1], [1, 3, 2], [1, 1, 1]]), spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
print(f"{newton(lambda x: x * x - 2, lambda x: 2 * x, 1):.12f} {simpson(math.sin, 0, math.pi):.8f} {sum((-1) ** k / (2 * k + 1) for k in range(1000)) * 4:.6f}")
for y in range(-4, 5):
    print("".join(" .:-=+*#%@"[min(9, mandelbrot(complex(x / 12 - 1.6, y / 4)) // 5)] for x in range(32)))
print([n for n in range(100, 1000) if n == sum(int(d) ** 3 for d in str(n))], [row for row in [[math.comb(n, k) for k in range(n + 1)] for n in range(6)]][-1], list(zip(*[[1, 2], [3, 4]])), math.gcd(*[48, 36, 24]))
