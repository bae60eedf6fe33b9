def total(values):
    result = 0
    for value in values:
        result = result + value
    return result


print(total(range(1000)))
print(total([0.5] * 1000))
print(total([2**60] * 100))
print(total([1] * 500 + [0.25] * 4))
print(total([True] * 10 + [1j]))
for mixed in (["a"], [1, None]):
    try:
        total(mixed)
    except TypeError as error:
        print(error)
print(total(range(10)))
