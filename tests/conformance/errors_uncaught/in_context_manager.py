class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print("leaving")
        raise RuntimeError("exit failed")


with Manager() as m:
    raise ValueError("body failed")
