import csv
import io

rows = list(csv.reader(io.StringIO('a,b,"c,d"\n1,"say ""hi""",\n"multi\nline",x,y\n')))
print(rows)
print(list(csv.reader(["a;b", "c;'d;e'"], delimiter=";", quotechar="'")), list(csv.DictReader(io.StringIO("x,y\n1,2\n3\n4,5,6"))))
out = io.StringIO()
w = csv.writer(out, lineterminator="\n")
w.writerow(["a", 1, None, 2.5, 'q"uote', "com,ma", "new\nline", " space "])
w.writerows([[1, 2], (3, 4)])
print(out.getvalue())
out = io.StringIO()
d = csv.DictWriter(out, ["x", "y"], restval="-", extrasaction="ignore")
d.writeheader()
d.writerow({"x": 1, "z": 9})
print(repr(out.getvalue()))
for quoting in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, quoting=quoting, lineterminator="|").writerow(["a", 1, ""])
    print(out.getvalue())
try:
    csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as error:
    print(error)
try:
    csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1})
except ValueError as error:
    print(error)
try:
    list(csv.reader(['"unterminated'], strict=True))
except csv.Error as error:
    print(error)
print(csv.list_dialects(), csv.Sniffer().sniff("a;b\nc;d").delimiter)
