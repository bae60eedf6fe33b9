def attempt(i):
    if i % 3 == 0:
        raise ValueError(i)
    if i % 5 == 0:
        raise KeyError(i)
    return i


def run(n):
    values = lookups = total = final = 0
    for i in range(n):
        try:
            total += attempt(i)
        except ValueError:
            values += 1
        except KeyError as error:
            lookups += error.args[0]
        else:
            total += 1
        finally:
            final += 1
    return values, lookups, total, final


print(run(2000))


def first_bad(items):
    for item in items:
        try:
            int(item)
        except ValueError:
            return item
    return None


print(first_bad(["1"] * 500 + ["x"]), first_bad(["2"] * 100))


def deep(n):
    if n == 0:
        raise ValueError("bottom")
    try:
        deep(n - 1)
    finally:
        counts.append(n)


counts = []
for _ in range(20):
    try:
        deep(50)
    except ValueError:
        pass
print(len(counts), sum(counts))
