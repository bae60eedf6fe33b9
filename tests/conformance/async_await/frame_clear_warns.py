# frame.clear() of a coroutine that has not begun ends it, so it will never be awaited.
import warnings


async def coroutine():
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    created = coroutine()
    created.cr_frame.clear()
    created.close()
print([str(warning.message) for warning in caught])
