import io
import logging
import sys
import traceback


def f():
    g()


def g():
    raise ValueError("deep")


try:
    f()
except ValueError as error:
    lines = traceback.format_exc().splitlines()
    print(lines[0], lines[-1], [l.strip() for l in lines if "in " in l and "File" in l and l.strip().endswith(("f", "g"))] != [])
    print([(s.name, s.line, s.lineno) for s in traceback.extract_tb(error.__traceback__)])
    t = traceback.TracebackException.from_exception(error)
    print(list(t.format_exception_only()), t.exc_type_str, len(t.stack))
print([s.name for s in traceback.extract_stack()][-1:], traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(SyntaxError("msg", ("f.py", 3, 5, "code", 3, 7))))
out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(funcName)s:%(message)s"))
log = logging.getLogger("app.module")
log.addHandler(handler)
log.setLevel(logging.INFO)
log.propagate = False
log.debug("hidden")
log.info("number %d and %s", 5, "text")
log.warning("no args %s")
log.error("dict %(k)s", {"k": "v"})
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
print(out.getvalue().splitlines()[:4], out.getvalue().splitlines()[-1], log.isEnabledFor(10), log.level, log.parent.name, logging.getLevelName(30), log.getEffectiveLevel(), logging.getLogger("app").getChild("module") is log)
