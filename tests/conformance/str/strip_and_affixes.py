print(repr("  hi \n".strip()), repr("  hi ".lstrip()), repr("  hi ".rstrip()), repr("xxhixx".strip("x")))
print("abcba".strip("ab"), "mississippi".rstrip("ip"), "www.example.com".lstrip("w."), repr("\u3000a\u2003".strip()))
print("TestCase".removeprefix("Test"), "TestCase".removesuffix("Case"), "Test".removeprefix("X"), "a".removesuffix(""))
print("hello".startswith("he"), "hello".startswith(("x", "h")), "hello".startswith("l", 2), "hello".endswith("lo", 0, 4))
print("hello".endswith(("lo", "x")), "".startswith(""), "a".startswith("", 2), "a".startswith(()))
for call in (lambda: "a".strip(1), lambda: "a".startswith(1), lambda: "a".endswith((1,)), lambda: "a".removeprefix(None)):
    try:
        call()
    except TypeError as error:
        print(error)
