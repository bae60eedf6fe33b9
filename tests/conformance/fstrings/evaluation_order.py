def show(label, value):
    print("eval", label)
    return value


print(f"{show('first', 1)} {show('value', 2.5):{show('width', 8)}.{show('precision', 2)}f} {show('last', 3)}")
try:
    f"{show('a', 1)} {1 / 0} {show('never', 1)}"
except ZeroDivisionError:
    print("stopped")
