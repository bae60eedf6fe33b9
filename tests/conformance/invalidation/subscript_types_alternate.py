# One subscript site: list, tuple, str, dict, range, bytes, class, with int, negative, bool, slice and wrong keys.
def get(c, k):
    return c[k]


def attempt(c, k):
    try:
        return get(c, k)
    except (IndexError, KeyError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


containers = [[1, 2, 3], (1, 2, 3), "añ𝒳", {0: "zero", True: "one", -1: "minus"}, range(5), b"abc", bytearray(b"xyz"), memoryview(b"abc"), list]
keys = [0, -1, True, 5, "k", slice(1, None), 2**70, 1.0]
rows = [repr([attempt(c, k) for c in containers[:7] for k in keys]) for _ in range(12)]
print(len(set(rows)))
for c in containers[:7]:
    for k in keys:
        print(attempt(c, k))
print(get(list, int), get(containers[7], 1))
