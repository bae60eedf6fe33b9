"""The same as on Linux: nothing in it depends on the machine."""

from _sysconfigdata__linux_ import build_time_vars
