print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(a, b) for a in "xy" for b in range(2)])
print([[j for j in range(i)] for i in range(4)], [x for xs in [[1, 2], [3]] for x in xs], [y for x in [1, 2] if (y := x * 3) > 3])
print([x if x % 2 else -x for x in range(4)], [a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ["ab", "cde"]], [i for i in range(3)][::-1])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [*map(str, matrix[0])])
x = "kept"
[x for x in range(3)]
print(x)
