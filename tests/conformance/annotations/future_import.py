from __future__ import annotations


def f(a: undefined, b: int | None = None, *args: list[str], **kw: "quoted") -> x.y[z]: ...


class C:
    n: Forward
    m: 1 + 2 * 3
    lam: lambda q: q


print(f.__annotations__)
print(C.__annotations__)
v: some + thing
print(__annotations__)
import __future__

print(__future__.annotations.compiler_flag == f.__code__.co_flags & __future__.annotations.compiler_flag)
try:
    compile("x = 1\nfrom __future__ import annotations", "<case>", "exec")
except SyntaxError as error:
    print(error.msg)
try:
    compile("from __future__ import nothing_like_this", "<case>", "exec")
except SyntaxError as error:
    print(error.msg)
try:
    compile("from __future__ import braces", "<case>", "exec")
except SyntaxError as error:
    print(error.msg)
