# Exact types and buffers are written, instances of subclasses are not.
import array
import marshal


def attempt(value, **options):
    try:
        print(type(value).__name__, marshal.loads(marshal.dumps(value, **options)))
    except Exception as error:
        print(type(value).__name__, type(error).__name__, error)


for value in (bytearray(b"abc"), memoryview(b"abc"), array.array("B", [1, 2]), slice(1, None, 2)):
    attempt(value)
for base in (int, float, complex, tuple, list, dict, set, frozenset):
    attempt(type("Sub", (base,), {})())
for value in (object(), int, len, iter([])):
    attempt(value)

code = compile("x = 1", "<s>", "exec")
for value in (code, [code], {"key": ({code, 0},)}):
    attempt(value, allow_code=False)
    try:
        print(marshal.loads(marshal.dumps(value), allow_code=False))
    except ValueError as error:
        print(error)

nested = []
for _ in range(2500):
    nested = [nested]
attempt(nested)

print(marshal.loads(b"I\xfe\xdc\xba\x98\x76\x54\x32\x10"), marshal.loads(b"I" + b"\xff" * 8))
for data in (b"I\x01", b"", b"?", b"[\xff\xff\xff\xff", b"(\x01\x00\x00\x000"):
    try:
        print(marshal.loads(data))
    except Exception as error:
        print(data, type(error).__name__, error)
