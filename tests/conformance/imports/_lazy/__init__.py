present = "present"


def __getattr__(name):
    if name in ("computed", "other"):
        return f"made {name}"
    raise AttributeError(f"no {name} here")


def __dir__():
    return ["zebra", "apple"]
