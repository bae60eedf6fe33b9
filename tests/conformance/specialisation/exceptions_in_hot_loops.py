def safe(values, f):
    good = bad = 0
    for v in values:
        try:
            good += f(v)
        except (ValueError, TypeError) as error:
            bad += len(str(error)) > 0
        except ZeroDivisionError:
            bad += 100
        finally:
            good += 0
    return good, bad


print(safe(["1"] * 60 + ["x"] * 5, int), safe([1, 0] * 40, lambda v: 1 // v), safe([1, "a", None] * 20, lambda v: v + 1))


def nested(n):
    caught = []
    for i in range(n):
        try:
            try:
                if i % 2:
                    raise KeyError(i)
                [][i]
            except KeyError as error:
                raise ValueError(i) from error
        except (ValueError, IndexError) as error:
            caught.append((type(error).__name__, error.__cause__ is not None))
    return caught[-2:], len(caught)


print(nested(60))


class Quits(Exception):
    pass


def search(tree, target):
    def visit(node):
        if node == target:
            raise Quits(node)
        if isinstance(node, list):
            for child in node:
                visit(child)

    try:
        visit(tree)
    except Quits as found:
        return found.args[0]
    return None


tree = [[i, [i + 0.5, [str(i)]]] for i in range(60)]
print(search(tree, 50.5), search(tree, "59"), search(tree, "none"))


def with_loop(n):
    class M:
        def __enter__(self): return 1
        def __exit__(self, *a): return a[0] is ValueError

    count = 0
    for i in range(n):
        with M() as one:
            if i % 3 == 0:
                raise ValueError
            count += one
    return count


print(with_loop(90))
