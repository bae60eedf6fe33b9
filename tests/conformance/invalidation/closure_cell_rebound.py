# Cells change between and during calls: through nonlocal, cell_contents and deletion.
def outer():
    x = 1

    def read(): return x

    def write(v):
        nonlocal x
        x = v

    def drop():
        nonlocal x
        del x
    return read, write, drop


def loop():
    read, write, drop = outer()
    out = []
    for i in range(160):
        if i == 40:
            write("text")
        if i == 80:
            read.__closure__[0].cell_contents = 2.5
        if i == 120:
            drop()
        try:
            value = read()
        except NameError as error:
            value = str(error)
        if not out or out[-1] != value:
            out.append(value)
    return out


print(loop())
