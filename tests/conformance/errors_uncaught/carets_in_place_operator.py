totals = {"a": 1}
totals["a"] += 2
totals["a"] += "3"
