"""The Mandelbrot set: float arithmetic and a complex-number variant in nested loops."""

from harness import bench


def count(cr, ci, limit):
    zr = zi = 0.0
    for n in range(limit):
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0:
            return n
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
    return limit


def count_complex(c, limit):
    z = 0j
    for n in range(limit):
        if abs(z) > 2.0:
            return n
        z = z * z + c
    return limit


def work():
    width, height = 110, 70
    total = 0
    rows = []
    for y in range(height):
        ci = 2.4 * y / height - 1.2
        row = []
        for x in range(width):
            n = count(3.2 * x / width - 2.2, ci, 50)
            total += n
            row.append(" .:-=+*#%@"[n * 9 // 50])
        rows.append("".join(row))
    complex_total = 0
    for y in range(24):
        for x in range(36):
            complex_total += count_complex(complex(3.2 * x / 36 - 2.2, 2.4 * y / 24 - 1.2), 40)
    return total, complex_total, rows[30][20:40]


bench(work, 11)
