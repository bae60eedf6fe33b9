class Pause:
    def __await__(self):
        try:
            yield "paused"
        except ValueError as error:
            print("inside await:", error)
            return "recovered"
        finally:
            print("await finally")


async def worker():
    try:
        value = await Pause()
        print("value", value)
        await Pause()
    except KeyError as error:
        print("worker caught", error)
        return "handled"
    finally:
        print("worker finally")
    return "normal"


c = worker()
print(c.send(None))
print(c.throw(ValueError("v")))
try:
    c.throw(KeyError("k"))
except StopIteration as stop:
    print(stop.value)
c = worker()
c.send(None)
c.close()
c = worker()
try:
    c.throw(OSError("never started"))
except OSError as error:
    print(error)


async def stop_iteration():
    raise StopIteration(5)


try:
    stop_iteration().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))


async def ignores():
    try:
        await Pause()
    except GeneratorExit:
        await Pause()


c = ignores()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print(error)
try:
    c.send("end")
except StopIteration as stop:
    print(stop.value)
