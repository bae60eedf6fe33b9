s, n, x = "é", 42, 3.14159
print(f"{s!r} {s!s} {s!a} {n!r:>6} {x!s:.4}")
print(f"{n:5}|{n:<5}|{n:^5}|{n:05}|{n:+}|{n:x}|{n:#b}|{n:,}")
print(f"{x:.2f}|{x:10.3f}|{x:<10.1f}|{x:e}|{x:.0%}|{x:g}")
width, prec, fill = 10, 3, "*"
print(f"{x:{width}.{prec}}|{x:{fill}^{width}.{prec}f}|{n:{'>' + str(width)}}|{s:{width}}|{n:{width}d}")
print(f"{n:{f'{width}'}}|{x:{width - 4}.{len('ab')}f}|{'a':{fill}<{2 + 3}}")


class Spec:
    def __format__(self, spec):
        return f"[{spec}]"


print(f"{Spec()} {Spec():} {Spec():a b} {Spec():%Y-%m-%d} {Spec():{{}}} {Spec()!r:.5} {Spec():x{n}y}")
