import _circle.first

print(_circle.first.NAME, _circle.second.NAME, _circle.second.first_name())
try:
    import _circle.early
except ImportError as error:
    text = str(error)
    print(type(error).__name__, text.split(" (")[0], "circular" in text)
try:
    import _circle.attribute_early
except AttributeError as error:
    print(str(error).split(" (")[0])
