"""The queens problem by backtracking: sets, recursion, list append and pop."""

from harness import bench


def solve(n, row, columns, rising, falling):
    if row == n:
        return 1
    count = 0
    for column in range(n):
        if column in columns or row + column in rising or row - column in falling:
            continue
        columns.add(column)
        rising.add(row + column)
        falling.add(row - column)
        count += solve(n, row + 1, columns, rising, falling)
        columns.remove(column)
        rising.remove(row + column)
        falling.remove(row - column)
    return count


bench(lambda: solve(9, 0, set(), set(), set()) * 1000 + solve(8, 0, set(), set(), set()), 25)
