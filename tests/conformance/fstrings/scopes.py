x = "global"


def outer():
    x = "outer"

    def inner():
        return f"{x} {(lambda: x)()} {[x for _ in 'a']} {f'{x}'}"

    return inner()


class Body:
    x = "class"
    text = f"{x}"
    inner = f"{[y for y in [x]]}"


print(outer(), Body.text, Body.inner, f"{x}")
template = [f"{i}:{j}" for i in range(2) for j in "ab"]
print(template)
