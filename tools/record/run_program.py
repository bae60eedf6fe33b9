"""Runs one program after another in this interpreter, each as `python program.py` would run it.

Standard library modules stay imported between programs; everything that a program can change and that
another could notice is put back.
"""

import atexit
import base64
import builtins
import gc
import importlib
import io
import json
import linecache
import os
import sys
import types
import warnings
from importlib.machinery import SourceFileLoader

sys.dont_write_bytecode = True
os.environ["NO_COLOR"] = "1"
os.environ["COLUMNS"] = "80"

_SYS_ATTRIBUTES = (
    "argv", "path", "meta_path", "path_hooks", "stdin", "stdout", "stderr", "__stdin__", "__stdout__",
    "__stderr__", "excepthook", "displayhook", "unraisablehook", "breakpointhook",
)


class _State:
    """What is put back after a program."""

    def __init__(self):
        self.modules = dict(sys.modules)
        self.sys = {name: getattr(sys, name) for name in _SYS_ATTRIBUTES}
        self.lists = {name: list(getattr(sys, name)) for name in ("argv", "path", "meta_path", "path_hooks")}
        self.builtins = dict(vars(builtins))
        self.environ = dict(os.environ)
        self.cwd = os.getcwd()
        self.recursion_limit = sys.getrecursionlimit()
        self.digits = sys.get_int_max_str_digits()

    def _belongs_to_program(self, name, root):
        """Whether a module came with the program; others stay, they are the standard library's."""
        module = sys.modules[name]
        places = [getattr(module, "__file__", None) or "", *(getattr(module, "__path__", None) or ())]
        if any(place.startswith(root) for place in places):
            return True
        return name not in self.modules and name not in sys.builtin_module_names and not any(places)

    def restore(self, root):
        for name in [name for name in sys.modules if self._belongs_to_program(name, root)]:
            del sys.modules[name]
        sys.modules.update(self.modules)
        for name, value in self.sys.items():
            setattr(sys, name, value)
        for name, value in self.lists.items():
            getattr(sys, name)[:] = value
        for name in vars(builtins).keys() - self.builtins:
            delattr(builtins, name)
        vars(builtins).update(self.builtins)
        os.environ.clear()
        os.environ.update(self.environ)
        os.chdir(self.cwd)
        sys.setrecursionlimit(self.recursion_limit)
        sys.set_int_max_str_digits(self.digits)
        sys.settrace(None)
        sys.setprofile(None)
        gc.enable()
        if "decimal" in sys.modules:
            decimal = sys.modules["decimal"]
            decimal.setcontext(decimal.Context())
        linecache.clearcache()
        sys.path_importer_cache.clear()
        importlib.invalidate_caches()


def _text(binary, errors):
    return io.TextIOWrapper(binary, encoding="utf-8", errors=errors, newline="\n", write_through=True)


def _base64(stream):
    return base64.b64encode(stream.getvalue()).decode()


def _exit_code(exception, stderr):
    """The process's exit code after SystemExit, whose other values are printed."""
    code = exception.code
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=stderr)
    return 1


def run_program(root, file, args_json, stdin_base64):
    """Runs a program; the result is JSON with `stdout` and `stderr` (base64) and `code`."""
    state = _State()
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(io.BytesIO(base64.b64decode(stdin_base64)), encoding="utf-8")
    sys.stdout = sys.__stdout__ = stdout = _text(out, "strict")
    sys.stderr = sys.__stderr__ = stderr = _text(err, "backslashreplace")
    sys.argv[:] = [file, *json.loads(args_json)]
    sys.path[:] = [os.path.dirname(file), *filter(os.path.isabs, sys.path)]
    os.chdir(os.path.dirname(file))
    main = types.ModuleType("__main__")
    main.__dict__.update(
        __file__=file, __loader__=SourceFileLoader("__main__", file), __spec__=None, __package__=None,
        __builtins__=builtins, __cached__=None,
    )
    sys.modules["__main__"] = main
    code, failure = 0, None
    with warnings.catch_warnings():
        try:
            with open(file, "rb") as source:
                program = compile(source.read(), file, "exec", dont_inherit=True)
            exec(program, main.__dict__)
        except SystemExit as exception:
            code = _exit_code(exception, stderr)
        except BaseException as exception:
            failure = exception
        if failure is not None:
            code = 1
            # The frames of this function are not the program's. A syntax error of the program itself has no others.
            traceback = failure.__traceback__.tb_next
            sys.excepthook(type(failure), failure.with_traceback(traceback), traceback)
            failure = traceback = None
        atexit._run_exitfuncs()
        atexit._clear()
    stdout.flush()
    stderr.flush()
    result = {"stdout": _base64(out), "stderr": _base64(err), "code": code}
    main.__dict__.clear()
    state.restore(root)
    gc.collect()
    return json.dumps(result)
