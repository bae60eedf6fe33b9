log = []


def t(x):
    log.append(x)
    return x


def show(value):
    print(value, log)
    log.clear()


show(t(0) or t(1) or t(2))
show(t(1) and t(0) and t(2))
show(t(1) and t(2) or t(3))
show(t(0) and t(2) or t(3))
show(not t(0) and t(5))
show(t(3) < t(2) < t(1))
show(t(1) < t(2) < t(3))
show(t(1) if t(0) else t(2))
show([t(1), t(2)] or t(3))
show(t("") or t([]) or t({}) or t(None))
show(all(t(x) for x in [1, 0, 2]))
show(any(t(x) for x in [0, 1, 2]))
show(t(1) in [t(1), t(2)])
show((t(1), t(2))[t(0)])


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        log.append(f"bool {self.value}")
        return self.value

    def __repr__(self):
        return f"T{self.value}"


show(Truth(True) and Truth(False) or Truth(True))
show(not Truth(False))
if Truth(False) or Truth(True):
    show("if")
while Truth(False):
    pass
show([x for x in [1] if Truth(True) if Truth(False)])
show(1 if Truth(True) and not Truth(False) else 2)
assert Truth(True)
show("assert")
