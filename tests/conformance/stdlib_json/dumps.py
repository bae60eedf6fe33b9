import json

for value in (None, True, 1, -0.0, 1.5, 1e100, 10**30, "text", 'quote " \\ \n \t \x01 é 😀 \u2028', [], {}, [1, [2, {"a": None}]], (1, 2), {"b": 1, "a": [True, False]}, {1: "int", 2.5: "float", True: "bool", None: "none"}, float("inf"), float("nan")):
    print(json.dumps(value))
data = {"name": "é", "list": [1, 2, {"x": []}], "empty": {}, "z": None}
print(json.dumps(data, indent=2), json.dumps(data, indent="\t", sort_keys=True), json.dumps(data, ensure_ascii=False, separators=(",", ":")), json.dumps([1, 2], indent=0), sep="\n")
print(json.dumps({(1, 2): 1, "ok": 2}, skipkeys=True), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps("</script>"))
for call in (lambda: json.dumps({1, 2}), lambda: json.dumps(object), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float("inf"), allow_nan=False), lambda: json.dumps(b"x"), lambda: json.dumps(1j), lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)


class Encoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)


print(json.dumps({"s": {3, 1}}, cls=Encoder), json.dumps(1j, default=str), json.dumps([{1}], default=list), "".join(json.JSONEncoder().iterencode([1, {"a": 2}])))


class IntSub(int):
    def __repr__(self): return "custom"


print(json.dumps(IntSub(5)), json.dumps({IntSub(1): IntSub(2)}))
import io

out = io.StringIO()
json.dump({"to": "file"}, out)
print(out.getvalue())
