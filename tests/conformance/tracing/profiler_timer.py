"""A timer of its own may not stop the profiler that asks it."""
import _lsprof, sys


class EvilTimer:
    def __init__(self, at, what):
        self.count, self.at, self.what = 0, at, what

    def __call__(self):
        self.count += 1
        if self.count == self.at:
            getattr(profiler, self.what)()
        return self.count


sys.unraisablehook = lambda info: print(info.exc_type.__name__, info.exc_value)
for at in 1, 2:
    for what in "disable", "clear":
        profiler = _lsprof.Profiler(EvilTimer(at, what))
        profiler.enable()
        (lambda: None)()
        profiler.disable()
        profiler.clear()
