# Without regard to case, a letter whose other case is several letters counts as the first of them.
import re

for a, b in (("\ufb05", "\ufb06"), ("\xdf", "s"), ("\u1f80", "\u1f08"), ("\u0130", "i"), ("\u1c80", "\u0412"), ("K", "\u212a")):
    print(ascii(a), ascii(b), end=" ")
    for pattern, text in ((a, b), (b, a), (f"[{a}-{a}]", b), (f"[{b}-{b}]", a)):
        print(re.fullmatch(pattern, text, re.I) is not None, end=" ")
    print()
