print("before")
raise SystemExit({"reason": "object", "code": 5})
