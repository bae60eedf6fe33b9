print("a b  c ".split(), "a b  c ".split(" "), " a,b,,c ".split(","), "".split(), "".split(","))
print("a b c d".split(None, 2), "a,b,c,d".split(",", 1), "a,b".split(",", 0), "a--b--c".split("--"))
print("a b c d".rsplit(None, 2), "a,b,c,d".rsplit(",", 1), "  a b  ".rsplit(maxsplit=1), "  a b  ".split(maxsplit=1))
print("one\ntwo\r\nthree\rfour\x0bfive\x1csix\u2028end".splitlines())
print("a\nb\n".splitlines(), "a\nb\n".splitlines(True), "\n".splitlines(), "".splitlines(), "\n\na".splitlines(keepends=True))
print(",".join(["a", "b", "c"]), "".join("xyz"), "-".join([]), "-".join(["one"]), ", ".join({"k": 1, "l": 2}))
print("key=value=x".partition("="), "none".partition("="), "a.b.c".rpartition("."), "none".rpartition("."))
for call in (lambda: "a".split(""), lambda: ",".join(["a", 1]), lambda: ",".join(5), lambda: "a".partition(""), lambda: "a".split(1)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
