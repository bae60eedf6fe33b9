# New in 3.14: unregistered functions are not counted
import atexit


def say(*args, **kwargs):
    print("say", args, kwargs)


print(atexit.register(say, 1, a=2) is say)
atexit.register(say, "removed")
for call in (lambda: atexit.register(3), lambda: atexit.register()):
    try:
        call()
    except TypeError as error:
        print(error)
atexit.unregister(say)
print(atexit._ncallbacks())
atexit.register(say, "last")


@atexit.register
def middle():
    print("middle")


atexit.register(say, "first", x=1)
