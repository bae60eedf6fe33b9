"""Building and taking apart strings: f-strings, join, replace, slices, find, formatting."""

from harness import bench


def work():
    lines = []
    for i in range(16000):
        lines.append(f"{i:05d};{i * 1.5:.2f};{'even' if i % 2 == 0 else 'odd'};name-{i % 17}")
    text = "\n".join(lines)
    total = 0
    for line in text.split("\n"):
        number, amount, kind, name = line.split(";")
        if kind.startswith("ev"):
            total += int(number)
        total += len(name.replace("-", "").upper()) + name.find("-")
        total += int(float(amount))
    out = ""
    for i in range(12000):
        out += chr(97 + i % 26)
    vowels = sum(1 for c in out if c in "aeiou")
    reverse = out[::-1]
    return total, vowels, reverse[:5], "%s-%d" % (out[3:6], len(out)), text.count("odd")


bench(work, 8)
