"""List, dict and set comprehensions, nested and with conditions."""

from harness import bench


def work():
    total = 0
    for size in range(20, 160):
        squares = [n * n for n in range(size)]
        table = {n: n % 7 for n in squares}
        remainders = {value for value in table.values() if value > 2}
        grid = [[row * column for column in range(size)] for row in range(size // 2)]
        flat = [cell for row in grid for cell in row if cell & 1]
        total += sum(flat) + len(remainders) + sum(table[n] for n in squares)
        columns = list(zip(*grid))
        total += len(columns) + max(map(len, columns))
    return total


bench(work, 5)
