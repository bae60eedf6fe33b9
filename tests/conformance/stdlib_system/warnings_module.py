import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("plain")
    warnings.warn("deprecated", DeprecationWarning)
    warnings.warn(RuntimeWarning("instance"))

    @warnings.deprecated("use new()")
    def old(): return "old result"

    print(old())
for w in caught:
    print(w.category.__name__, w.message, w.lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised", UserWarning)
    except UserWarning as error:
        print("raised:", error)
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="quiet.*")
    warnings.warn("quiet please")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for _ in range(3):
        warnings.warn("same")
print(len(caught))
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "code line"), end="")
for call in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("nope"), lambda: warnings.warn()):
    try:
        call()
    except (TypeError, ValueError, AssertionError) as error:
        print(type(error).__name__, error)
