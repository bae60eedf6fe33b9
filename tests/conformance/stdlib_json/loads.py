import json

for text in ("null", "true", "12", "-0", "1.5e3", "1E400", '"a\\u00e9\\n\\ud83d\\ude00"', "[]", " [1, 2.0, [\"x\"]] ", '{"a": {"b": [null]}, "a2": 1}', '{"k": 1, "k": 2}', "NaN", "-Infinity", "123456789012345678901234567890", '"\\/"'):
    value = json.loads(text)
    print(text, "->", repr(value), type(value).__name__)
for text in ("", " ", "[", "[1,]", "{", '{"a"}', '{"a":}', '{"a":1,}', "{1: 2}", "nul", "01", "1.", ".5", "+1", '"abc', '"\\x"', '"\\u12"', '"\n"', "[1 2]", "[1] x", "'a'", "tru", "{'a': 1}", "[1, 2", '{"a": 1', '"\\', "-", "\ufeff1"):
    try:
        print(text, json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), "->", error)
print(json.loads("[1.5, 2]", parse_float=str, parse_int=float), json.loads('{"a": 1}', object_hook=lambda d: list(d.items())), json.loads('{"a": 1, "b": 2}', object_pairs_hook=tuple), json.loads("NaN", parse_constant=lambda c: f"<{c}>"), json.loads(b'"\xc3\xa9"'), json.loads('"a\nb"', strict=False))
try:
    json.loads("[1,\n 2,\n x]")
except json.JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, isinstance(error, ValueError))
print(json.JSONDecoder().raw_decode('{"a": 1} rest'), json.loads(json.dumps({"x": [1, 2.5, None, "é"]})))
try:
    json.loads(5)
except TypeError as error:
    print(error)
