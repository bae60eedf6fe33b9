import csv


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


for parameters in [
    dict(delimiter=""),
    dict(delimiter=None),
    dict(delimiter=5),
    dict(delimiter="\n"),
    dict(delimiter=",", quotechar=","),
    dict(quotechar="ab"),
    dict(quotechar=None),
    dict(quotechar=None, quoting=csv.QUOTE_ALL),
    dict(escapechar=b"x"),
    dict(quoting="a"),
    dict(quoting=9),
    dict(lineterminator=None),
]:
    attempt(lambda: csv.writer(None, **parameters))
    attempt(lambda: list(csv.reader(["a"], **parameters)))

for quoting in range(6):
    attempt(lambda: list(csv.reader([',3,"",7.5'], quoting=quoting)))

attempt(lambda: list(csv.reader([b"a"])))
attempt(lambda: list(csv.reader(["a\nb"])))
attempt(lambda: list(csv.reader(['"a"b'], strict=True)))
attempt(lambda: list(csv.reader(['"a'], strict=True)))
attempt(lambda: csv.get_dialect("x"))
attempt(lambda: csv.register_dialect(5))
attempt(lambda: csv.unregister_dialect("n"))
attempt(lambda: csv.field_size_limit("a"))
attempt(lambda: csv.reader(5))
attempt(lambda: csv.reader())


class Lines:
    def write(self, text):
        return text


for row in [[], [""], [None], ["a,b", 'c"d', None, 1.5], [" a", "b\n"], 5]:
    for quoting in range(6):
        attempt(lambda: csv.writer(Lines(), quoting=quoting).writerow(row))
    attempt(lambda: csv.writer(Lines(), quoting=csv.QUOTE_NONE, escapechar="\\").writerow(row))
    attempt(lambda: csv.writer(Lines(), delimiter=" ", skipinitialspace=True).writerow(row))
