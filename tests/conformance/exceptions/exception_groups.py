group = ExceptionGroup("several", [ValueError(1), TypeError(2), ExceptionGroup("nested", [KeyError("k"), ValueError(3)])])
print(group, repr(group), group.message, group.exceptions, str(group))
print(repr(group.subgroup(ValueError)), repr(group.subgroup(lambda e: isinstance(e, KeyError))), group.subgroup(OSError))
print(group.split(TypeError))
match, rest = group.split((KeyError, TypeError))
print(repr(match), repr(rest))
print(repr(group.derive([ValueError("new")])), type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for case in ("ExceptionGroup('m', [])", "ExceptionGroup('m', 5)", "ExceptionGroup(5, [ValueError()])", "ExceptionGroup('m', ['x'])", "ExceptionGroup('m', [KeyboardInterrupt()])", "ExceptionGroup('m')"):
    try:
        eval(case)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine(self.message + "!", excs)


m = Mine("mine", [ValueError(1), OSError(2)])
print(repr(m.subgroup(OSError)), [repr(x) for x in m.split(ValueError)])
print(str(ExceptionGroup("one", [ValueError()])), str(ExceptionGroup("three", [ValueError(), KeyError(), OSError()])))
