"""Evaluates expressions, one a line, and prints what each of them gives, warnings as errors."""

import warnings


def table(text, names):
    warnings.simplefilter("error")
    for line in filter(None, map(str.strip, text.splitlines())):
        try:
            value = eval(line, dict(names))
            shown = f"{type(value).__name__} {value!r}"
        except BaseException as error:
            shown = f"{type(error).__name__}: {error}"
        print(line, "->", shown.encode("ascii", "backslashreplace").decode())
