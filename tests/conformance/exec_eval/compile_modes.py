code = compile("a = 1\nb = a + 1", "<src>", "exec")
ns = {}
exec(code, ns)
print(ns["b"], code.co_filename, code.co_name)
print(eval(compile("1 + 2", "<src>", "eval")))
exec(compile("1 + 2", "<src>", "single"))
exec(compile("None", "<src>", "single"))
exec(compile("x = 5", "<src>", "single"))
exec(compile("for i in range(2): i * 10\n", "<src>", "single"))
exec(compile("'a'; 'b'", "<src>", "single"))
import sys

sys.displayhook = lambda value: print("hook", value)
exec(compile("6 * 7", "<src>", "single"))
sys.displayhook = sys.__displayhook__
for arguments in (("1", "<s>", "nope"), ("x = 1", "<s>", "eval"), ("a = 1\nb = 2", "<s>", "single"), (5, "<s>", "exec"), ("1", "<s>"), ("1", "<s>", "exec", 1 << 30), ("a\0b", "<s>", "exec")):
    try:
        compile(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
print(eval(compile("__debug__", "<s>", "eval")), type(compile("1", "s", "eval")).__name__)
assertion = compile("assert False, 'kept'", "<s>", "exec")
optimised = compile("assert False, 'removed'\n'doc'", "<s>", "exec", optimize=1)
exec(optimised)
try:
    exec(assertion)
except AssertionError as error:
    print(error)
