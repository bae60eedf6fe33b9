# Sums and products cross 2**53 and come back, in a loop that has seen small ints.
def up(n):
    out = []
    x = 1
    for i in range(n):
        x = x * 3 + i
        out.append(x)
    while x > 10:
        x //= 3
        out.append(x)
    return out


values = up(60)
print(values[-1], max(values), values[33], values[34], sum(values))


def edge(x, step, n):
    for _ in range(n):
        x += step
    return x


print(edge(2**53 - 50, 1, 100), edge(-2**53 + 50, -1, 100), edge(2**53 + 50, -1, 100))
print(edge(2**63 - 50, 1, 100), edge(0, 0.1, 30))


def product(a, b):
    return a * b


print([product(3, i) for i in range(60)][-1], product(2**40, 2**40), product(-2**27, 2**27), product(0, -5), product(94906267, 94906267))
