data = {"rows": [{"name": "x"}, {"name": "y"}]}
print(data["rows"][0]["name"])
print(data["rows"][1]["title"].upper())
