# Groups that splitting makes have the traceback, cause, context and notes of the whole, and do not show the context.
def described(e):
    if isinstance(e, BaseExceptionGroup):
        return [str(e), e.__suppress_context__, getattr(e, "__notes__", None), *map(described, e.exceptions)]
    return [repr(e), e.__suppress_context__]


def group():
    return ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [ValueError(2), TypeError(3)])])


conditions = (OSError, ValueError, (ValueError, TypeError), ExceptionGroup, lambda e: isinstance(e, TypeError))
for condition in conditions:
    whole = group()
    print([part and described(part) for part in whole.split(condition)])
    part = whole.subgroup(condition)
    print(part and described(part), part is whole, described(whole))

for types in (OSError, ValueError, TypeError, (ValueError, TypeError)):
    for ending in (None, KeyError("new")):
        whole = group()
        whole.add_note("a note")
        try:
            try:
                raise whole
            except* types as part:
                print("caught", described(part), part is whole)
                if ending is None:
                    raise
                raise ending
        except Exception as error:
            print("raised", described(error), error is whole)


class Made(ExceptionGroup):
    def derive(self, exceptions):
        print("derive", exceptions)
        return Made("made", exceptions)


for types in (OSError, ValueError, (ValueError, TypeError)):
    try:
        try:
            raise Made("outer", [ValueError(1), Made("inner", [ValueError(2), TypeError(3)])])
        except* types as part:
            print(repr(part))
            raise
    except BaseException as error:
        print(repr(error))
