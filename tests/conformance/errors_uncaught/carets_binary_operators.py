def compute(values, key):
    return values["a"] + values["b"] * values[key] - len(values)


compute({"a": 1, "b": 2, "c": None}, "c")
