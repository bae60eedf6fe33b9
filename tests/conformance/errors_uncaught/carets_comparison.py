limits = {"low": 1, "high": "10"}
value = 5
if limits["low"] <= value <= limits["high"]:
    print("inside")
