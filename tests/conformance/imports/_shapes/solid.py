print("running _shapes/solid")
__all__ = ["volume", "SHOWN"]
SHOWN = 1
hidden = "not in __all__"


def volume(side):
    return side**3
