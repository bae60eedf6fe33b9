settings = {"depth": "3"}


def lookup(name):
    return settings[name]


try:
    lookup("height")
except KeyError:
    settings.height
